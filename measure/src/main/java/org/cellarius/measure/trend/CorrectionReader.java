package org.cellarius.measure.trend;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.galaxy.fit.Polynomial;
import org.cellarius.measure.drawing.FigureReader;
import org.cellarius.measure.product.AxisSource;
import org.cellarius.measure.product.ProductHead;
import org.cellarius.measure.product.SlicesSource;

/** The section {@code corrections} of a study. */
public final class CorrectionReader {

    private CorrectionReader() {}

    /** The section {@code corrections} of a study. */
    public static List<TrendRemoval> corrections(Section root) {
        return root.optionalSection("corrections")
                .map(s -> s.entries().entrySet().stream()
                        .map(e -> correction(e.getKey(), e.getValue()))
                        .toList())
                .orElse(List.of());
    }

    private static TrendRemoval correction(String column, Section s) {
        var head = new ProductHead(
                column,
                s.textOr("title", "Trend removed: " + column),
                Optional.empty(),
                s.optionalText("calibrated-on"),
                Optional.empty(),
                FigureReader.read(s),
                s.place());
        TrendModel model = model(s);
        OutsideRange beyond = s.choiceOr(
                "beyond",
                "rule beyond the range of a trend",
                Arrays.asList(OutsideRange.values()),
                OutsideRange.MISSING);
        if (beyond == OutsideRange.EXTRAPOLATED && !(model instanceof TrendModel.PolynomialOf)) {
            throw new InputError(
                    "medians do not go on beyond the stars that made them",
                    s.place("beyond").toString(),
                    "Use  beyond: level  or  beyond: missing");
        }
        return new TrendRemoval(
                head,
                AxisSource.read(s.section("of")),
                AxisSource.read(s.section("against")),
                model,
                SlicesSource.read(s),
                zeroPoint(s),
                beyond);
    }

    private static TrendModel model(Section s) {
        String word = s.text("trend");
        List<String> needed = switch (word) {
            case "polynomial" -> List.of("degree");
            case "line" -> List.of();
            case "binned-median" -> List.of("width", "minimum-count");
            case "running-median" -> List.of("window", "overlap");
            default -> throw new IllegalStateException("the schema let the trend '" + word + "' pass");
        };
        for (String key : needed) {
            if (!s.has(key)) {
                throw new InputError(
                        "a trend by '" + word + "' needs '" + key + "'",
                        s.place("trend").toString(),
                        "Add  " + key + ": …");
            }
        }
        for (String key : List.of("degree", "width", "minimum-count", "window", "overlap")) {
            if (s.has(key) && !needed.contains(key)) {
                throw new InputError(
                        "a trend by '" + word + "' does not use '" + key + "'",
                        s.place(key).toString(),
                        "Remove it");
            }
        }
        return switch (word) {
            case "polynomial" ->
                new TrendModel.PolynomialOf((int) Math.min(Polynomial.HIGHEST_DEGREE, s.integer("degree")));
            case "line" -> new TrendModel.PolynomialOf(1);
            case "binned-median" -> new TrendModel.BinnedMedians(s.number("width"), s.integer("minimum-count"));
            default -> new TrendModel.RunningMedians((int) s.integer("window"), s.number("overlap"));
        };
    }

    private static ZeroPoint zeroPoint(Section s) {
        Section zero = s.section("zero-point");
        if (!zero.isScalar()) {
            return new ZeroPoint.ValueAt(zero.number("value-at"));
        }
        return zero.scalar().equals("median") ? new ZeroPoint.Median() : new ZeroPoint.Residual();
    }
}
