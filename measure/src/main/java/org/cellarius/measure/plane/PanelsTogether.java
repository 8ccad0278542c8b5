package org.cellarius.measure.plane;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.figure.ColourMap;
import org.cellarius.figure.Dash;
import org.cellarius.figure.Layer;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.Palette;
import org.cellarius.figure.Panel;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Sample;

/** Populations over each other, or the slices of one: dots and lines of a colour for each. */
record PanelsTogether(PlaneFrame frame) {

    /** Up to so many lines have the colours of series; more those of a scale. */
    private static final int SERIES = 6;

    /** One of those that lie over each other. */
    private record Member(SeriesLayers layers, String name) {}

    List<Panel> panels() {
        return frame.plane().populations().isEmpty() ? slices() : populations();
    }

    /** A panel for each slice. */
    private List<Panel> populations() {
        Sample sample = frame.series().getFirst().sample();
        return IntStream.range(0, sample.groups())
                .mapToObj(s -> panel(
                        sample.name(s),
                        frame.series().stream()
                                .map(one -> new Member(new SeriesLayers(frame, one, s), counted(one, s)))
                                .toList()))
                .toList();
    }

    private String counted(PlaneSeries one, int slice) {
        return one.of().population() + ", N = " + Numbers.count(one.stars(frame, slice));
    }

    /** A panel for each part. */
    private List<Panel> slices() {
        PlaneSeries series = frame.series().getFirst();
        Sample sample = series.sample();
        int n = sample.slicesOfPart();
        return IntStream.range(0, sample.groups() / n)
                .mapToObj(part -> panel(
                        sample.partName(part * n),
                        IntStream.range(part * n, part * n + n)
                                .mapToObj(s -> new Member(new SeriesLayers(frame, series, s), sample.sliceName(s)))
                                .toList()))
                .toList();
    }

    private Panel panel(String title, List<Member> members) {
        var dots = new ArrayList<Layer>();
        var lines = new ArrayList<Layer>();
        int n = members.size();
        for (int k = 0; k < n; k++) {
            Color colour =
                    n <= SERIES ? Palette.series(k).colour() : ColourMap.VIRIDIS.colour(0.9 * k / Math.max(1, n - 1));
            // The legend stands once, with what is drawn last.
            SeriesLayers of = members.get(k).layers();
            String name = members.get(k).name();
            List<Layer> contours = of.contours(new LineStyle(colour, 1, Dash.SOLID), name);
            List<Layer> running = of.running(colour, contours.isEmpty() ? name : "");
            List<Layer> line = of.line(colour, contours.isEmpty() && running.isEmpty() ? name : "");
            dots.addAll(of.dots(colour, contours.isEmpty() && running.isEmpty() && line.isEmpty() ? name : ""));
            lines.addAll(contours);
            lines.addAll(running);
            lines.addAll(line);
        }
        dots.addAll(lines);
        dots.addAll(SeriesLayers.above(frame));
        return new Panel(
                title, frame.xAxis(), frame.yAxis(), dots, Optional.empty(), frame.equalAspect(), frame.legendPlace());
    }
}
