package org.cellarius.study.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.cellarius.galaxy.fit.AgeMixtureLine;
import org.cellarius.galaxy.fit.BinnedMedianLine;
import org.cellarius.galaxy.fit.BrokenLine;
import org.cellarius.galaxy.fit.Chen2025Line;
import org.cellarius.galaxy.fit.ErrorConvention;
import org.cellarius.galaxy.fit.LeastSquares;
import org.cellarius.galaxy.fit.LineEstimator;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.fit.OrthogonalDistanceRegression;
import org.cellarius.galaxy.fit.OutlierMixtureLine;
import org.cellarius.galaxy.fit.QuantileLine;
import org.cellarius.galaxy.fit.ResampledLine;
import org.cellarius.galaxy.fit.RunningMedianLine;
import org.cellarius.galaxy.fit.ScatterLine;
import org.cellarius.galaxy.fit.StructuralLine;
import org.cellarius.galaxy.fit.StudentLine;
import org.cellarius.galaxy.fit.TheilSen;
import org.cellarius.study.Product;
import org.cellarius.study.Study;
import org.cellarius.study.fit.LineWords;

/** What the report says of the lines that a study fits: each method once, by its formula, priors and source of errors. */
final class LineMethods {

    private LineMethods() {}

    /** A sentence or two for every method; none where no line is fitted. */
    static List<String> sentences(Study study) {
        SequencedSet<String> sentences = new LinkedHashSet<>();
        for (Product product : study.products()) {
            switch (product) {
                case Product.Gradient g -> g.variants().forEach(v -> sentences.add(sentence(g.of(v))));
                case Product.BinnedMedianLine b ->
                    sentences.add(
                            "through binned medians ỹ: Σ (ỹ − m x − b)² → min, x the centres of the bins, every bin counting alike; its error is that from the scatter of the medians about the line.");
                case Product.RunningMedianProfile r -> {}
                case Product.MedianMap m -> {}
                case Product.Distribution d -> {}
                case Product.TrendRemoval t -> {}
            }
        }
        return List.copyOf(sentences);
    }

    private static String sentence(Product.Gradient gradient) {
        LineEstimator line = gradient.probe();
        boolean ages = gradient.ageSlices(gradient.variants().getFirst()).isPresent()
                && gradient.line().ageBin().isEmpty()
                && gradient.line().knowsAges();
        return line.word() + " (" + line.description() + "): " + line.formula() + "."
                + (ages ? " The bin is that of each slice." : "") + settings(gradient) + " " + errors(line);
    }

    /** Priors and computation, where there are any. */
    private static String settings(Product.Gradient gradient) {
        String told = LineWords.of(gradient.line()).entrySet().stream()
                .filter(e -> switch (e.getKey()) {
                    case "prior", "computation", "steps", "walkers", "seed" -> true;
                    default -> false;
                })
                .map(e -> e.getKey() + " "
                        + e.getValue()
                                .toString()
                                .replace("{", "")
                                .replace("}", "")
                                .replace("=", " "))
                .collect(Collectors.joining("; "));
        return told.isEmpty() ? "" : " With " + told + ".";
    }

    private static String errors(LineEstimator line) {
        return switch (line) {
            case LeastSquares l -> l.method() == LineMethod.OLS ? SCALED : convention(l.errors());
            case OrthogonalDistanceRegression l -> SCALED;
            case TheilSen l -> "Its error is half of the central 68 per cent of Sen's interval.";
            case QuantileLine l ->
                "Its error is half of the central 68 per cent of the rank inversion, for many stars on both sides of the line that of a kernel sandwich.";
            case BinnedMedianLine l -> "Its error is that of the regression through the medians.";
            case RunningMedianLine l ->
                "Its error is half of the central 68 per cent that the stars' own scatter gives, as windows share stars; slope_sd_of_regression takes them as independent.";
            case ScatterLine l -> POSTERIOR;
            case StructuralLine l -> POSTERIOR;
            case Chen2025Line l -> POSTERIOR;
            case StudentLine l -> POSTERIOR;
            case OutlierMixtureLine l -> POSTERIOR;
            case BrokenLine l -> POSTERIOR;
            case AgeMixtureLine l -> POSTERIOR;
            case ResampledLine l -> "Errors: " + l.resampling().text() + ".";
        };
    }

    private static final String SCALED =
            "slope_sd is the error from the scatter about the line: multiplied by (χ²/(n − 2))½.";

    private static final String POSTERIOR = "Values and errors are means and standard deviations of the posterior.";

    private static String convention(ErrorConvention errors) {
        return "Errors are given from the stated errors alone (slope_sd_absolute) and multiplied by (χ²/(n − 2))½ (slope_sd_scaled); slope_sd is "
                + switch (errors) {
                    case LARGER -> "the larger of the two.";
                    case ABSOLUTE -> "the former.";
                    case SCALED -> "the latter.";
                }
                + " Neither knows errors in x or intrinsic scatter beyond the scaling.";
    }
}
