package org.cellarius.measure.gradient;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.fit.DecisiveStars;
import org.cellarius.galaxy.fit.LineInputs.Need;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.LineData;
import org.cellarius.measure.StarLines;
import org.cellarius.measure.fit.LineMethodWord;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;

/** A gradient in one population and one variant: its stars, and the line of each slice. */
record GradientCase(
        Gradient gradient, Optional<String> population, Variant variant, Sample sample, Quantity x, Quantity y) {

    static GradientCase of(Gradient gradient, Optional<String> population, Variant variant, Sample sample) {
        return new GradientCase(
                gradient, population, variant, sample, sample.quantity(variant.x()), sample.quantity(gradient.y()));
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
                gradient.ageError().map(this::number),
                sample.weight());
    }

    /** An expression of the product, checked. */
    Expression number(String text) {
        return sample.of().number(text, gradient.head().place().toString());
    }

    /** The line of each slice. */
    Inquiry<List<SliceFit>> fits() {
        // An age mixture looks at the stars of all bins at once.
        boolean together = gradient.line().method() == LineMethodWord.AGE_MIXTURE
                && gradient.ageSlices(variant).isPresent();
        var lines = new StarLines(
                sample.of().engine(),
                sample.of().table(),
                sample.of().progress(),
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
