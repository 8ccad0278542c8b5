package org.cellarius.galaxy.migration;

import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.birth.DiscGrowth;
import org.cellarius.galaxy.column.Tasks;
import org.cellarius.galaxy.posterior.Parameter;
import org.cellarius.galaxy.posterior.Posterior;
import org.cellarius.galaxy.posterior.Prior;

/**
 * The strength of migration, the enrichment of the gas and the heating of the disc, given stars. With m and d of {@link WanderedStars}, &delta; = d/&sigma; and S&sup2; = scatter&sup2; +
 * error&sup2;,
 *
 * <pre>  p([Fe/H] | R, &tau;) = N([Fe/H]; F0 + g m, S&sup2; + g&sup2;&sigma;&sup2;) E(&mu;/&sigma;, s/&sigma;; &delta;) / E(m/&sigma;, 1; &delta;),
 *  s&sup2; = &sigma;&sup2;S&sup2;/(S&sup2; + g&sup2;&sigma;&sup2;),   &mu; = m + g&sigma;&sup2; ([Fe/H] &minus; F0 &minus; g m)/(S&sup2; + g&sup2;&sigma;&sup2;),</pre>
 *
 * <p>and with angular momenta, by {@link MigrationLikelihood}, times p(J_R | L_z, &tau;) of {@link Heating} and p(L_z | &tau;). Where ages have errors, that is summed over the
 * {@link AgeNodes} of each star. Parameters: {@link MigrationModel}. The sum over stars is made in parts of {@value #PART}, in order: the same with any number of threads.
 */
public final class MigrationPosterior implements Posterior {

    private static final int PART = 2048;

    /** A search begins no nearer to an edge of a prior, in its width. */
    private static final double MARGIN = 0.05;

    /** Where the growth of the disc is fitted, the oldest star must have this age at least, Gyr. */
    public static final double YOUNGEST_OLDEST_GYR = 0.01;

    private final MigrantStars stars;
    private final AgeNodes ages;
    private final MigrationModel model;
    private final Tasks tasks;

    /** The integrals below the line for the last migration and growth: the other parameters leave them as they are. */
    private volatile Norms norms;

    /** {@link WanderedStars#lnBirths} of each node of each star. */
    private record Norms(WanderedStars of, double[] ln) {}

    /** Exact ages, known growth, [Fe/H] given radius and age (Frankel et al. 2018). */
    public MigrationPosterior(
            MigrantStars stars,
            DiscGrowth growth,
            Enrichment enrichment,
            Optional<Contaminants> contaminants,
            Tasks tasks) {
        this(
                stars,
                AgeNodes.exact(stars.ageGyr()),
                new MigrationModel(
                        new MigrationLikelihood.Frankel2018(), new ScaleLength.Known(growth), enrichment, contaminants),
                tasks);
    }

    /**
     * The posterior of some stars.
     *
     * @param stars with radial actions where the model asks for them
     * @param ages their ages, of as many stars
     * @param tasks who does the parts
     */
    public MigrationPosterior(MigrantStars stars, AgeNodes ages, MigrationModel model, Tasks tasks) {
        if (ages.stars() != stars.count()) {
            throw new IllegalArgumentException("ages of " + ages.stars() + " stars for " + stars.count());
        }
        if (model.heats() && stars.radialActionKpcKms().length != stars.count()) {
            throw new IllegalArgumentException("stars without radial actions, which the likelihood asks for");
        }
        if (model.scaleLength() instanceof ScaleLength.Known known
                && !known.growth().reaches(ages.oldestGyr())) {
            throw new IllegalArgumentException(
                    "an age of " + ages.oldestGyr() + " Gyr: the disc must have a scale length at it");
        }
        if (model.scaleLength() instanceof ScaleLength.LossFitted && !(ages.oldestGyr() >= YOUNGEST_OLDEST_GYR)) {
            throw new IllegalArgumentException(
                    "ages of at most " + ages.oldestGyr() + " Gyr tell no growth of the disc");
        }
        for (double radius : stars.radiusKpc()) {
            if (model.heats() && !(radius > 0)) {
                throw new IllegalArgumentException(
                        "an angular momentum of a circular orbit at " + radius + " kpc: it must be above zero");
            }
        }
        this.stars = stars;
        this.ages = ages;
        this.model = model;
        this.tasks = tasks;
        this.norms = new Norms(new WanderedStars(Double.NaN, 0, 0, 0, 1), new double[0]);
    }

    @Override
    public List<Parameter> parameters() {
        return model.parameters(ages.oldestGyr());
    }

    @Override
    public double[] start() {
        return furtherStarts().getFirst();
    }

    /** Places from which a search may begin, inside the priors, {@link #start()} first. */
    List<double[]> furtherStarts() {
        return model.starts().stream().map(this::inside).toList();
    }

    private double[] inside(double[] start) {
        List<Parameter> parameters = parameters();
        for (int k = 0; k < start.length; k++) {
            if (parameters.get(k).prior() instanceof Prior.Uniform of) {
                double margin = MARGIN * (of.high() - of.low());
                start[k] = Math.clamp(start[k], of.low() + margin, of.high() - margin);
            }
        }
        return start;
    }

    @Override
    public double[] widths() {
        return model.widths();
    }

    @Override
    public double lnLikelihood(double[] values) {
        Norms below = norms(values);
        int n = stars.count();
        double[] parts = new double[(n + PART - 1) / PART];
        tasks.each(parts.length, p -> parts[p] = lnOf(values, below, p * PART, Math.min(n, (p + 1) * PART)));
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return sum;
    }

    private Norms norms(double[] values) {
        var now = new WanderedStars(
                model.strengthKpc(values),
                model.scaleLength().nowKpc(),
                model.lossPerGyr(values),
                model.likelihood().drift(),
                model.likelihood().referenceGyr());
        Norms last = norms;
        if (last.of().equals(now)) {
            return last;
        }
        double[] ln = new double[ages.ageGyr().length];
        int each = ages.perStar();
        tasks.each((stars.count() + PART - 1) / PART, p -> {
            for (int j = p * PART * each; j < Math.min(ln.length, (p + 1) * PART * each); j++) {
                ln[j] = now.lnBirths(ages.ageGyr()[j], stars.radiusKpc()[j / each]);
            }
        });
        var next = new Norms(now, ln);
        norms = next;
        return next;
    }

    private double lnOf(double[] v, Norms below, int from, int to) {
        int each = ages.perStar();
        double[] ln = new double[each];
        var density = new NodeDensity(stars, ages, model, v, below.of());
        double sum = 0;
        for (int star = from; star < to; star++) {
            double highest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < each; k++) {
                int node = star * each + k;
                ln[k] = ages.weight()[node] > 0 ? density.ln(star, node, below.ln()[node]) : Double.NEGATIVE_INFINITY;
                highest = Math.max(highest, ln[k]);
            }
            if (each == 1 || highest == Double.NEGATIVE_INFINITY) {
                sum += highest;
                continue;
            }
            double share = 0;
            for (int k = 0; k < each; k++) {
                share += ages.weight()[star * each + k] * Math.exp(ln[k] - highest);
            }
            sum += highest + Math.log(share);
        }
        return sum;
    }
}
