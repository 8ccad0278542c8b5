package org.cellarius.galaxy.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.galaxy.posterior.Marginals;
import org.cellarius.galaxy.posterior.Parameter;

/**
 * What a fit found. Without status OK there are no numbers but {@code n}.
 *
 * @param method word of the method
 * @param status whether there is a line
 * @param reason in words, where there is none; else empty
 * @param n stars fitted
 * @param estimates slope, intercept and whatever the method adds (scatter, break, &hellip;), in the columns' units
 * @param covariance of the estimates in their order; NaN where a method gives none
 * @param measures further numbers by name: chi2, reduced_chi2, &hellip;
 * @param computation how a posterior was computed; empty for closed forms
 * @param lnEvidence ln of the evidence; NaN where not computed
 * @param ess effective sample size of a sampled posterior; else NaN
 * @param rHat split R-hat of chains; else NaN
 * @param priors by parameter, as used
 * @param decisive the one or two stars that decide the slope, where somebody looked and found them
 * @param warnings sentences
 * @param draws some draws of the estimates, in their order: from the posterior, or replicates of a bootstrap; none where the method has none
 * @param through points that the line was laid through in place of the stars; none of most methods
 */
public record FittedLine(
        String method,
        FitStatus status,
        String reason,
        long n,
        List<Estimate> estimates,
        double[][] covariance,
        Map<String, Double> measures,
        String computation,
        double lnEvidence,
        double ess,
        double rHat,
        Map<String, String> priors,
        Optional<DecisiveStars> decisive,
        List<String> warnings,
        double[][] draws,
        FittedPoints through) {

    /** The measure of lines that know no errors of y: root of the mean square about the line, over n &minus; 2, in the unit of y. Their reduced_chi2 is its square. */
    public static final String RMS = "rms";

    /** The measure of lines whose stars count differently: how many that count the same would tell as much. */
    public static final String EFFECTIVE = "effective_stars";

    private static final double[][] NONE = {};

    /** No line. */
    public static FittedLine failed(String method, FitStatus status, String more, long n, List<String> warnings) {
        String reason = status.meaning() + " (" + n + ")" + (more.isEmpty() ? "" : ": " + more);
        return new FittedLine(
                method,
                status,
                reason,
                n,
                List.of(),
                new double[0][],
                Map.of(),
                "",
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Map.of(),
                Optional.empty(),
                List.copyOf(warnings),
                NONE,
                FittedPoints.NONE);
    }

    /** A line in closed form. */
    static FittedLine closed(
            String method,
            long n,
            List<Estimate> estimates,
            double[][] covariance,
            Map<String, Double> measures,
            List<String> warnings) {
        return new FittedLine(
                method,
                FitStatus.OK,
                "",
                n,
                List.copyOf(estimates),
                covariance,
                measures,
                "",
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Map.of(),
                Optional.empty(),
                List.copyOf(warnings),
                NONE,
                FittedPoints.NONE);
    }

    /** What may help; a lattice has no steps. */
    private static String remedy(Marginals m) {
        return Double.isNaN(m.ess()) ? "" : "; more draws or steps (--steps) may help, or a narrower prior";
    }

    /** A line from a posterior; without numbers where its computation is not to be trusted. */
    static FittedLine of(
            String method,
            long n,
            List<Parameter> parameters,
            Optional<Marginals> found,
            Map<String, Double> measures,
            List<String> warnings) {
        if (found.isEmpty()) {
            return failed(method, FitStatus.NO_MAXIMUM, "", n, warnings);
        }
        Marginals m = found.get();
        var priors = new LinkedHashMap<String, String>();
        parameters.forEach(p -> priors.put(p.name(), p.prior().text()));
        boolean trusted = switch (m.trust()) {
            case CONVERGED -> true;
            case NOT_CONVERGED -> false;
        };
        var estimates = new ArrayList<Estimate>();
        var all = new ArrayList<>(warnings);
        for (int k = 0; trusted && k < parameters.size(); k++) {
            estimates.add(new Estimate(
                    parameters.get(k).name(),
                    m.means()[k],
                    Math.sqrt(m.covariance()[k][k]),
                    Optional.of(m.percentiles().get(k))));
            PriorEdge.warning(parameters.get(k), m.percentiles().get(k)).ifPresent(all::add);
        }
        FitStatus status = trusted ? FitStatus.OK : FitStatus.NOT_CONVERGED;
        return new FittedLine(
                method,
                status,
                trusted ? "" : status.meaning() + ": " + m.computation() + remedy(m),
                n,
                estimates,
                trusted ? m.covariance() : new double[0][],
                trusted ? measures : Map.of(),
                m.computation(),
                trusted ? m.lnEvidence() : Double.NaN,
                m.ess(),
                m.rHat(),
                priors,
                Optional.empty(),
                List.copyOf(all),
                trusted ? m.draws() : NONE,
                FittedPoints.NONE);
    }

    /** The same with warnings before its own. */
    public FittedLine withWarnings(List<String> more) {
        var all = new ArrayList<>(more);
        all.addAll(warnings);
        return with(decisive, all, through);
    }

    /** The same with the stars that decide it, and a sentence on them before the other warnings. */
    public FittedLine decidedBy(DecisiveStars stars, String sentence) {
        var all = new ArrayList<>(List.of(sentence));
        all.addAll(warnings);
        return with(Optional.of(stars), all, through);
    }

    /**
     * The same with errors of another size; a likelihood of stars that count differently has no evidence.
     *
     * @param ratios by which the errors grow
     */
    FittedLine stretched(List<Estimate> others, double[] ratios, Map<String, Double> measured) {
        double[][] matrix = new double[covariance.length][];
        Arrays.setAll(matrix, i -> {
            double[] row = covariance[i].clone();
            Arrays.setAll(row, k -> covariance[i][k] * ratios[i] * ratios[k]);
            return row;
        });
        double[][] moved = new double[draws.length][];
        Arrays.setAll(moved, i -> {
            double[] draw = draws[i].clone();
            Arrays.setAll(
                    draw,
                    k -> others.get(k).value()
                            + ratios[k] * (draws[i][k] - others.get(k).value()));
            return draw;
        });
        return new FittedLine(
                method,
                status,
                reason,
                n,
                others,
                matrix,
                measured,
                computation,
                Double.NaN,
                ess,
                rHat,
                priors,
                decisive,
                warnings,
                moved,
                through);
    }

    /** The same, laid through these points. */
    FittedLine through(FittedPoints points) {
        return with(decisive, warnings, points);
    }

    private FittedLine with(Optional<DecisiveStars> stars, List<String> sentences, FittedPoints points) {
        return new FittedLine(
                method,
                status,
                reason,
                n,
                estimates,
                covariance,
                measures,
                computation,
                lnEvidence,
                ess,
                rHat,
                priors,
                stars,
                List.copyOf(sentences),
                draws,
                points);
    }

    /** The estimate of that name. */
    public Optional<Estimate> estimate(String name) {
        return estimates.stream().filter(e -> e.name().equals(name)).findFirst();
    }
}
