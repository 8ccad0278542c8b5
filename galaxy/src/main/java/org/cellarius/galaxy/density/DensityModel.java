package org.cellarius.galaxy.density;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cellarius.galaxy.posterior.Parameter;
import org.cellarius.galaxy.posterior.Prior;

/**
 * Which profiles are tried, and what is believed of their parameters.
 *
 * @param breaks where a break may lie, uniform, kpc; empty for one exponential
 * @param flares whether the thickness changes with radius
 * @param referenceKpc radius at which the scale height is told, kpc
 * @param vertical form of the profile in z
 */
public record DensityModel(
        Optional<Prior.Uniform> breaks, boolean flares, double referenceKpc, DiscProfile.Vertical vertical) {

    public static final String INNER = "inner";
    public static final String OUTER = "outer";
    public static final String BREAK = "break";
    public static final String HEIGHT = "height";
    public static final String FLARE = "flare";

    private static final double SMOOTH_KPC = 0.2;

    /** Inverse scale lengths: from a density that grows with 1 kpc to one that falls with 1/3 kpc. */
    private static final Prior LENGTH = new Prior.Uniform(-1, 3);

    private static final Prior THICKNESS = new Prior.Uniform(0.01, 5);
    private static final Prior FLARING = new Prior.Uniform(-0.5, 0.8);

    /** Inverse lengths (1/kpc), break (kpc), height (kpc), flare (1/kpc), as far as the model has them. */
    public List<Parameter> parameters() {
        var all = new ArrayList<Parameter>();
        all.add(new Parameter(INNER, LENGTH));
        breaks.ifPresent(b -> {
            all.add(new Parameter(OUTER, LENGTH));
            all.add(new Parameter(BREAK, b));
        });
        all.add(new Parameter(HEIGHT, THICKNESS));
        if (flares) {
            all.add(new Parameter(FLARE, FLARING));
        }
        return all;
    }

    /** Whether values lie where the priors allow them. */
    boolean allows(double[] values) {
        List<Parameter> all = parameters();
        for (int k = 0; k < values.length; k++) {
            if (!(all.get(k).prior() instanceof Prior.Uniform u && values[k] > u.low() && values[k] < u.high())) {
                return false;
            }
        }
        return true;
    }

    List<String> names() {
        return parameters().stream().map(Parameter::name).toList();
    }

    /** How wide cells of a volume may be in radius, kpc: smooth profiles need no narrow ones. */
    public double ringKpc() {
        return breaks.isPresent() ? VolumeCells.R_STEP_KPC : SMOOTH_KPC;
    }

    /** The break of some values of the parameters; empty for one exponential. */
    OptionalDouble breakKpc(double[] values) {
        return breaks.isPresent() ? OptionalDouble.of(values[2]) : OptionalDouble.empty();
    }

    /** The profile of some values of the parameters. */
    public DiscProfile profile(double[] values) {
        int height = breaks.isPresent() ? 3 : 1;
        return new DiscProfile(
                values[0],
                breaks.isPresent() ? values[1] : values[0],
                breaks.isPresent() ? values[2] : referenceKpc,
                values[height],
                flares ? values[height + 1] : 0,
                referenceKpc,
                vertical);
    }
}
