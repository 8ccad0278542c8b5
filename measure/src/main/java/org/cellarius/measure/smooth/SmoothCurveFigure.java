package org.cellarius.measure.smooth;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Band;
import org.cellarius.figure.Figure;
import org.cellarius.figure.Layer;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.Note;
import org.cellarius.figure.Palette;
import org.cellarius.figure.Panel;
import org.cellarius.galaxy.smooth.SmoothMap;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Quantity;

/** A smooth function of one coordinate: a line in its band of errors. */
record SmoothCurveFigure(SmoothField product, SmoothResult found) {

    private static final double BAND_OPACITY = 0.25;
    private static final double ROOM = 0.08;

    Illustration illustration() {
        SmoothMap map = found.map();
        int cells = map.grid().cells();
        double[] x = IntStream.range(0, cells)
                .mapToDouble(c -> map.grid().middle(c)[0])
                .toArray();
        double[] y = at(0);
        double[] low = at(-1);
        double[] high = at(1);
        Quantity along = found.coordinates().getFirst();
        Quantity value = found.value();
        Axis up = value.range().isEmpty()
                ? Axis.covering(
                        value.label(),
                        value.unit(),
                        DoubleStream.concat(DoubleStream.of(low), DoubleStream.of(high)),
                        ROOM)
                : Axis.of(
                        value.label(),
                        value.unit(),
                        value.range().get(0),
                        value.range().get(1));
        List<Layer> layers = List.of(
                new Band(x, low, high, Palette.BLUE.colour(), BAND_OPACITY, ""),
                new Line(x, y, LineStyle.solid(Palette.BLUE), ""),
                new Note("N = " + Numbers.count(found.fit().n()), Note.Corner.EMPTIEST));
        String caption =
                "%s as a smooth function of %s: a penalized spline through %s, %s degrees of freedom. Band: one sigma of the posterior of the function; the stars scatter about it by %s%s beside their errors."
                        .formatted(
                                value.named(),
                                along.named(),
                                Numbers.stars(found.fit().n()),
                                Numbers.significant(found.fit().effectiveFreedom(), 3),
                                Numbers.significant(found.fit().scatter(), 3),
                                value.unit().isEmpty() ? "" : " " + value.unit());
        Panel panel = Panel.of(
                "",
                Axis.of(
                        along.label(),
                        along.unit(),
                        product.along().getFirst().axis().from(),
                        product.along().getFirst().axis().to()),
                up,
                layers);
        return new Illustration(product.head().name(), Figure.of(caption, panel), caption);
    }

    /** The function so many errors aside, where stars support it. */
    private double[] at(double sigmas) {
        SmoothMap map = found.map();
        return IntStream.range(0, map.grid().cells())
                .mapToDouble(c -> map.shown()[c] ? map.value()[c] + sigmas * map.error()[c] : Double.NaN)
                .toArray();
    }
}
