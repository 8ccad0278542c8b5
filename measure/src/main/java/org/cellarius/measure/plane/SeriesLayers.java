package org.cellarius.measure.plane;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.figure.ColouredPoints;
import org.cellarius.figure.Layer;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.PointStyle;
import org.cellarius.figure.Points;
import org.cellarius.figure.Symbol;
import org.cellarius.galaxy.fit.LineFit;
import org.cellarius.galaxy.profile.RunningWindow;

/** What is drawn of a slice of a population. */
record SeriesLayers(PlaneFrame frame, PlaneSeries series, int slice) {

    /** Size of a thousand dots; more are smaller. */
    private static final double DOTS_PT = 2.8;

    private static final double SMALLEST_DOT_PT = 0.9;

    /** How much of its colour a dot keeps, so that lines of the same colour stand out. */
    private static final double DOT_COLOUR = 0.45;

    /** Cells, or single stars, in the colours of a scale. */
    Layer coloured(Shade shade) {
        Layer own = series.single() ? points(shade) : cells(shade);
        return frame.projected() ? MollweideSky.projected(own) : own;
    }

    private Layer cells(Shade shade) {
        int[] shown = series.shown(slice);
        double[] colours = IntStream.of(shown)
                .mapToDouble(c -> shade.coloured(shade.values()[series.found().at(c, slice)]))
                .toArray();
        return CellLayers.of(
                frame.projected(), frame.plane().cells().form(), series.found().cells(), shown, colours);
    }

    private Layer points(Shade shade) {
        PlaneExtras.StarPoints stars = series.more().points().get(slice);
        double[] values = frame.plane().value().isPresent() ? stars.value() : series.crowding(slice);
        return new ColouredPoints(
                stars.x(), stars.y(), Arrays.stream(values).map(shade::coloured).toArray(), size(stars.x().length));
    }

    /** Single stars in one light colour; none where cells are drawn. */
    List<Layer> dots(Color colour, String legend) {
        if (!series.single()) {
            return List.of();
        }
        PlaneExtras.StarPoints stars = series.more().points().get(slice);
        var dots = new Points(
                stars.x(), stars.y(), new PointStyle(lighter(colour), Symbol.CIRCLE, size(most()), true), legend);
        return List.of(frame.projected() ? MollweideSky.projected(dots) : dots);
    }

    /** Stars of the largest sample: dots of all have one size. */
    private int most() {
        return frame.series().stream()
                .flatMap(one -> one.more().points().stream())
                .mapToInt(p -> p.x().length)
                .max()
                .orElse(0);
    }

    private static double size(int stars) {
        return Math.clamp(DOTS_PT * Math.pow(stars / 1000.0, -0.25), SMALLEST_DOT_PT, DOTS_PT);
    }

    private static Color lighter(Color colour) {
        return new Color(lighter(colour.getRed()), lighter(colour.getGreen()), lighter(colour.getBlue()));
    }

    private static int lighter(int part) {
        return (int) Math.round(255 - DOT_COLOUR * (255 - part));
    }

    /** The legend goes with the first line. */
    List<Layer> contours(LineStyle style, String legend) {
        var lines = new ArrayList<Layer>();
        if (!series.more().contours().isEmpty()) {
            series.more().contours().get(slice).stream()
                    .flatMap(List::stream)
                    .forEach(ring -> lines.add(new Line(ring.x(), ring.y(), style, lines.isEmpty() ? legend : "")));
        }
        return lines;
    }

    List<Layer> running(Color colour, String legend) {
        if (series.more().running().isEmpty()) {
            return List.of();
        }
        List<RunningWindow> windows = series.more().running().get(slice).windows();
        return windows.isEmpty() ? List.of() : RunningLine.of(windows, colour, legend);
    }

    /** The straight line; none where there is none. */
    List<Layer> line(Color colour, String legend) {
        return fit().filter(StraightLine::fitted).stream()
                .<Layer>map(f -> StraightLine.drawn(f, colour, legend))
                .toList();
    }

    /** What is said of the straight line, on a line of its own; empty where none is wanted. */
    String lineNote() {
        return fit().map(f ->
                        "\n" + StraightLine.note(f, series.sample().weight().isPresent()))
                .orElse("");
    }

    private Optional<LineFit> fit() {
        List<LineFit> all = series.more().lines();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(slice));
    }

    /** What lies above: overlays, Sun and centre. */
    static List<Layer> above(PlaneFrame frame) {
        var layers = new ArrayList<Layer>();
        layers.addAll(ArmSet.layers(frame.plane().look().overlays()));
        if (frame.projected()) {
            layers.replaceAll(MollweideSky::projected);
            layers.addAll(0, MollweideSky.graticule());
        }
        frame.marks().forEach(layers::add);
        return layers;
    }
}
