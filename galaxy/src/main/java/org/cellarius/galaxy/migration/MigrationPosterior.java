package org.cellarius.galaxy.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.birth.DiscGrowth;
import org.cellarius.galaxy.column.Tasks;
import org.cellarius.galaxy.posterior.Parameter;
import org.cellarius.galaxy.posterior.Posterior;
import org.cellarius.galaxy.posterior.Prior;

/**
 * The strength of migration and the enrichment of the gas, given stars. With m = R &minus; &sigma;&sup2;/R_d, the radius about which stars now at R were born but for what {@link BirthIntegral}
 * adds, and S&sup2; = scatter&sup2; + error&sup2;,
 *
 * <pre>  p([Fe/H] | R, &tau;) = N([Fe/H]; F0 + g m, S&sup2; + g&sup2;&sigma;&sup2;) E(&mu;/&sigma;, s/&sigma;) / E(m/&sigma;, 1),
 *  s&sup2; = &sigma;&sup2;S&sup2;/(S&sup2; + g&sup2;&sigma;&sup2;),   &mu; = m + g&sigma;&sup2; ([Fe/H] &minus; F0 &minus; g m)/(S&sup2; + g&sup2;&sigma;&sup2;).</pre>
 *
 * <p>Parameters: migration (&sigma; after 8 Gyr, kpc), those of the enrichment, scatter (of the gas, dex), and with contaminants their share. The sum over stars is made in parts of
 * {@value #PART}, in order: the same with any number of threads.
 */
public final class MigrationPosterior implements Posterior {

    private static final int PART = 2048;
    private static final double REFERENCE_GYR = 8;

    /** Younger stars have hardly moved; &sigma; is not below this age's. */
    private static final double YOUNGEST_GYR = 0.02;

    private final MigrantStars stars;
    private final DiscGrowth growth;
    private final Enrichment enrichment;
    private final Optional<Contaminants> contaminants;
    private final Tasks tasks;

    /** The integrals below the line for the last strength of migration: the other parameters leave them as they are. */
    private volatile Norms norms;

    /** ln E(m/&sigma;, 1) of each star at a strength of migration. */
    private record Norms(double migrationKpc, double[] ln) {}

    /**
     * The posterior of some stars.
     *
     * @param growth of the disc, taken as known
     * @param contaminants empty where all stars are of the disc
     * @param tasks who does the parts
     */
    public MigrationPosterior(
            MigrantStars stars,
            DiscGrowth growth,
            Enrichment enrichment,
            Optional<Contaminants> contaminants,
            Tasks tasks) {
        for (double age : stars.ageGyr()) {
            if (!(age >= 0 && growth.reaches(age))) {
                throw new IllegalArgumentException("an age of " + age
                        + " Gyr: it must not be negative, and the disc must have a scale length at it");
            }
        }
        this.stars = stars;
        this.growth = growth;
        this.enrichment = enrichment;
        this.contaminants = contaminants;
        this.tasks = tasks;
        this.norms = new Norms(Double.NaN, new double[0]);
    }

    @Override
    public List<Parameter> parameters() {
        var all = new ArrayList<Parameter>();
        all.add(new Parameter("migration", new Prior.Uniform(0.05, 20)));
        all.addAll(enrichment.parameters());
        all.add(new Parameter("scatter", new Prior.RootUniform(0.5)));
        contaminants.ifPresent(c -> all.add(new Parameter("contaminant_share", new Prior.Uniform(0, 0.5))));
        return all;
    }

    private double[] framed(double first, double[] middle, double scatter, double share) {
        double[] all = new double[middle.length + (contaminants.isPresent() ? 3 : 2)];
        all[0] = first;
        System.arraycopy(middle, 0, all, 1, middle.length);
        all[middle.length + 1] = scatter;
        if (contaminants.isPresent()) {
            all[middle.length + 2] = share;
        }
        return all;
    }

    @Override
    public double[] start() {
        return framed(3, enrichment.start(), 0.05, 0.03);
    }

    @Override
    public double[] widths() {
        return framed(0.3, enrichment.widths(), 0.01, 0.01);
    }

    @Override
    public double lnLikelihood(double[] values) {
        double[] below = norms(values[0]).ln();
        int n = stars.count();
        double[] parts = new double[(n + PART - 1) / PART];
        tasks.each(parts.length, p -> parts[p] = lnOf(values, below, p * PART, Math.min(n, (p + 1) * PART)));
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return sum;
    }

    private Norms norms(double migrationKpc) {
        Norms last = norms;
        if (last.migrationKpc() == migrationKpc) {
            return last;
        }
        double[] ln = new double[stars.count()];
        tasks.each((ln.length + PART - 1) / PART, p -> {
            for (int i = p * PART; i < Math.min(ln.length, (p + 1) * PART); i++) {
                double sigma = sigmaKpc(migrationKpc, i);
                ln[i] = BirthIntegral.ln(middleKpc(sigma, i) / sigma, 1);
            }
        });
        var next = new Norms(migrationKpc, ln);
        norms = next;
        return next;
    }

    private double lnOf(double[] v, double[] below, int from, int to) {
        boolean mixed = contaminants.isPresent();
        double scatter = v[mixed ? v.length - 2 : v.length - 1];
        double sum = 0;
        for (int i = from; i < to; i++) {
            double ln = lnDensity(v, scatter, i) - below[i];
            sum += mixed ? lnMixed(v, ln, i) : ln;
        }
        return sum;
    }

    private double lnMixed(double[] v, double ln, int star) {
        Contaminants other = contaminants.orElseThrow();
        double share = v[v.length - 1];
        double variance = other.widthDex() * other.widthDex() + stars.variance(star);
        double d = stars.feHDex()[star] - other.meanDex();
        return Math.log((1 - share) * Math.exp(ln)
                + share * Math.exp(-0.5 * d * d / variance) / Math.sqrt(2 * Math.PI * variance));
    }

    private double sigmaKpc(double migrationKpc, int star) {
        return migrationKpc * Math.sqrt(Math.max(YOUNGEST_GYR, stars.ageGyr()[star]) / REFERENCE_GYR);
    }

    /** m, kpc. */
    private double middleKpc(double sigma, int star) {
        return stars.radiusKpc()[star] - sigma * sigma / growth.scaleLengthKpc(stars.ageGyr()[star]);
    }

    /** ln of the integral above the line of a star of the disc, over what is the same in both. */
    private double lnDensity(double[] v, double scatter, int star) {
        double age = stars.ageGyr()[star];
        double sigma = sigmaKpc(v[0], star);
        double middle = middleKpc(sigma, star);
        double gradient = enrichment.gradientDexPerKpc(v, age);
        double noise = scatter * scatter + stars.variance(star);
        double both = noise + gradient * gradient * sigma * sigma;
        double off = stars.feHDex()[star] - enrichment.centreDex(v, age) - gradient * middle;
        return -0.5 * (off * off / both + Math.log(2 * Math.PI * both))
                + BirthIntegral.ln(middle / sigma + gradient * sigma * off / both, Math.sqrt(noise / both));
    }
}
