package org.cellarius.galaxy.density;

import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.population.Moments;
import org.cellarius.galaxy.posterior.Parameter;
import org.cellarius.galaxy.posterior.Posterior;

/** The posterior of a profile of the disc given selected stars: &Sigma; ln &nu;(x<sub>i</sub>) &minus; N ln &int; &nu; S dV. */
public final class DensityPosterior implements Posterior {

    private static final double USUAL_LENGTH_PER_KPC = 0.3;

    private final DensityModel model;
    private final StarSums stars;
    private final EffectiveVolume volume;
    private final double[] start;
    private final double[] widths;

    /**
     * The posterior.
     *
     * @param rKpc radii of the stars, kpc
     * @param zKpc their heights, kpc
     */
    public DensityPosterior(DensityModel model, double[] rKpc, double[] zKpc, EffectiveVolume volume) {
        if (rKpc.length < 2 || zKpc.length != rKpc.length) {
            throw new IllegalArgumentException("a density of " + rKpc.length + " stars cannot be found");
        }
        this.model = model;
        this.stars = new StarSums(rKpc, zKpc, model.referenceKpc(), model.vertical());
        this.volume = volume;
        double height = 0;
        for (double one : zKpc) {
            height += Math.abs(one) / zKpc.length;
        }
        height = Math.clamp(height, 0.02, 4);
        double root = Math.sqrt(zKpc.length);
        double across = Math.max(0.1, Moments.of(rKpc, rKpc.length).populationStandardDeviation());
        start = new double[model.parameters().size()];
        widths = new double[start.length];
        for (int k = 0; k < start.length; k++) {
            String name = model.parameters().get(k).name();
            boolean length = name.equals(DensityModel.INNER) || name.equals(DensityModel.OUTER);
            double middle = model.breaks().map(b -> 0.5 * (b.low() + b.high())).orElse(0.0);
            start[k] = length
                    ? USUAL_LENGTH_PER_KPC
                    : name.equals(DensityModel.BREAK) ? middle : name.equals(DensityModel.HEIGHT) ? height : 0.01;
            widths[k] = name.equals(DensityModel.BREAK)
                    ? model.breaks().map(b -> 0.1 * (b.high() - b.low())).orElse(1.0)
                    : name.equals(DensityModel.HEIGHT) ? height / root : 1 / (across * root);
        }
    }

    /** How many stars. */
    int stars() {
        return stars.count();
    }

    @Override
    public List<Parameter> parameters() {
        return model.parameters();
    }

    @Override
    public double lnLikelihood(double[] values) {
        DiscProfile profile = model.profile(values);
        return stars.lnDensity(profile) - stars.count() * volume.lnIntegralFast(profile);
    }

    @Override
    public double[] start() {
        return start.clone();
    }

    @Override
    public double[] widths() {
        return widths.clone();
    }

    /** A break may fit at several radii. */
    @Override
    public boolean severalModes() {
        return model.breaks().isPresent();
    }

    /** With the break held the posterior is nearly normal; along it inner and outer slope go together differently at each radius. */
    @Override
    public Optional<HeldParameter> held() {
        return model.breaks().map(b -> {
            int place = model.names().indexOf(DensityModel.BREAK);
            return new HeldParameter(place, radius -> {
                double[] values = start.clone();
                values[place] = radius;
                return values;
            });
        });
    }
}
