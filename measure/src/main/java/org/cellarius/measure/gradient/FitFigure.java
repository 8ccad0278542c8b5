package org.cellarius.measure.gradient;

import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.figure.Figure;
import org.cellarius.measure.StarLine;
import org.cellarius.measure.fit.LineChoice;
import org.cellarius.measure.product.AxisSource;
import org.cellarius.measure.product.ProductHead;
import org.cellarius.measure.product.Sample;
import org.cellarius.measure.product.Stars;

/**
 * The figure of one line through the stars of a table, as a gradient without slices draws it.
 *
 * @param x expression
 * @param y expression
 * @param xError expression for one-sigma errors; empty for none
 * @param yError expression for one-sigma errors; empty for none
 * @param where condition; empty for none
 */
public record FitFigure(
        String x, String y, Optional<String> xError, Optional<String> yError, Optional<String> where, LineChoice line) {

    /** A fit stands in no file. */
    private static final Place COMMAND = new Place("fit", 1, 1);

    /** The stars with a line that was found. */
    public Figure of(Stars stars, String title, StarLine found) {
        var head = new ProductHead("fit", title, Optional.empty(), where, COMMAND);
        var variant = new Variant(
                "", axis(x, stars), xError, Optional.empty(), Optional.empty(), VariantSettings.NONE, COMMAND);
        var gradient = new Gradient(
                head,
                List.of(),
                List.of(variant),
                axis(y, stars),
                yError,
                Optional.empty(),
                Optional.empty(),
                line,
                Optional.empty(),
                0,
                GradientLook.USUAL,
                List.of());
        var one = GradientCase.of(gradient, Optional.empty(), variant, Sample.of(stars, head, Optional.empty()));
        return GradientFigure.of(one, List.of(new SliceFit(found.line(), found.minX(), found.maxX())), "fit")
                .answered(stars.engine(), stars.table(), stars.progress())
                .figure();
    }

    /** A column by its exact name, else an expression. */
    private static AxisSource axis(String text, Stars stars) {
        boolean named = stars.table().column(text).isPresent() && !text.matches("[A-Za-z_][A-Za-z0-9_]*");
        return new AxisSource(
                named ? "\"" + text.replace("\"", "\"\"") + "\"" : text,
                named ? Optional.of(text) : Optional.empty(),
                named ? stars.table().column(text).map(c -> c.unit()) : Optional.empty(),
                List.of(),
                COMMAND);
    }
}
