package org.cellarius.study.product;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.fit.DecisiveStars;
import org.cellarius.galaxy.fit.LineInputs.Need;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.LineData;
import org.cellarius.measure.StarLines;
import org.cellarius.study.Product;
import org.cellarius.study.Product.Variant;
import org.cellarius.study.fit.LineMethodWord;

/** A gradient in one population and one variant: its stars, and the line of each slice. */
record GradientCase(
        Product.Gradient gradient,
        Optional<String> population,
        Variant variant,
        Sample sample,
        Quantity x,
        Quantity y) {

    static GradientCase of(Product.Gradient gradient, Optional<String> population, Variant variant, Sample sample) {
        return new GradientCase(
                gradient,
                population,
                variant,
                sample,
                Quantity.of(variant.x(), sample.engine(), sample.stars()),
                Quantity.of(gradient.y(), sample.engine(), sample.stars()));
    }

    /** In words, for captions: thin, today; empty where there is one case only. */
    String title() {
        return String.join(
                ", ",
                IntStream.of(0, 1)
                        .mapToObj(k -> k == 0
                                ? (gradient.populations().isEmpty() ? "" : population.orElse(""))
                                : variant.name())
                        .filter(t -> !t.isEmpty())
                        .toList());
    }

    /** The same for file names: thin-today. */
    String word() {
        return title().replace(", ", "-");
    }

    /** The expressions that the line reads, x and y first. */
    List<Expression> expressions() {
        return data().expressions();
    }

    private LineData data() {
        return new LineData(
                x.value(),
                y.value(),
                variant.xError().map(this::number),
                gradient.yError().map(this::number),
                variant.xyCovariance().map(this::number),
                gradient.age().map(this::number),
                gradient.ageError().map(this::number));
    }

    /** An expression of the product, checked. */
    Expression number(String text) {
        String where = gradient.head().place().toString();
        var expression = sample.engine().expression(text, sample.stars(), where);
        if (expression.type() == ColumnType.TEXT || expression.type() == ColumnType.BOOLEAN) {
            throw new InputError("'" + text + "' is not a number", where, "Use a numeric column or expression");
        }
        return expression;
    }

    /** The line of each slice. */
    Inquiry<List<SliceFit>> fits() {
        // An age mixture looks at the stars of all bins at once.
        boolean together = gradient.line().method() == LineMethodWord.AGE_MIXTURE
                && gradient.ageSlices(variant).isPresent();
        var lines = new StarLines(
                sample.engine(),
                sample.stars(),
                sample.progress(),
                sample.condition(),
                sample.grouping(),
                sample.slices().map(Quantity::value),
                data(),
                slice -> gradient.line(variant, slice),
                gradient.line().ageBin(),
                together,
                gradient.minimumCount(),
                DecisiveStars::sentence,
                "the product '" + gradient.head().name() + "'",
                gradient.head().place().toString());
        return lines.found()
                .map(found -> found.lines().stream()
                        .map(l -> new SliceFit(l.line(), l.minX(), l.maxX()))
                        .toList());
    }

    /** How the blue points of the figure are weighted: as least squares would. */
    LineMethod weighting() {
        return gradient.yError().isPresent() && gradient.probe().inputs().yError() != Need.IGNORED
                ? LineMethod.WLS
                : LineMethod.OLS;
    }
}
