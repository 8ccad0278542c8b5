package org.cellarius.measure.drawing;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.LegendPlace;

/**
 * What a study says of the figures of a product.
 *
 * @param size on paper; empty for one column of a journal, or both
 * @param columns panels in a row; empty to leave them
 * @param x of the abscissae
 * @param y of the ordinates
 * @param colours of the colour scale
 * @param legend where legends stand; empty to leave them
 * @param title above the figure; empty for none
 * @param residuals whether a panel below each shows what is left of the data without the line
 */
public record FigureSettings(
        Optional<FigureSize> size,
        OptionalInt columns,
        AxisSettings x,
        AxisSettings y,
        ColourSettings colours,
        Optional<LegendPlace> legend,
        String title,
        boolean residuals) {

    /** Figures as they are. */
    public static final FigureSettings NONE = new FigureSettings(
            Optional.empty(),
            OptionalInt.empty(),
            AxisSettings.NONE,
            AxisSettings.NONE,
            ColourSettings.NONE,
            Optional.empty(),
            "",
            false);

    /** Only size and axes are said. */
    public static FigureSettings ofPaper(
            OptionalDouble widthMm, OptionalDouble heightMm, AxisSettings x, AxisSettings y) {
        return new FigureSettings(
                widthMm.isPresent() ? Optional.of(new FigureSize(widthMm.getAsDouble(), heightMm)) : Optional.empty(),
                NONE.columns(),
                x,
                y,
                NONE.colours(),
                NONE.legend(),
                NONE.title(),
                NONE.residuals());
    }
}
