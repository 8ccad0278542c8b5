package org.cellarius.measure.plane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.figure.ColourScale;
import org.cellarius.figure.Dash;
import org.cellarius.figure.Layer;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.Note;
import org.cellarius.figure.Palette;
import org.cellarius.figure.Panel;
import org.cellarius.measure.plane.PlaneLook.Drawn;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Sample;

/** A panel for each population, slice and companion; those of one kind have the same colours. */
record PanelsApart(PlaneFrame frame, List<List<Shade>> shades) {

    List<Panel> panels() {
        int kinds = shades.getFirst().size();
        List<ColourScale> scales =
                IntStream.range(0, kinds).mapToObj(this::scale).toList();
        var panels = new ArrayList<Panel>();
        // Where there are too many kinds for a row, all panels of a kind follow each other.
        boolean byKind = kinds > PlaneFigure.PANELS_IN_A_ROW;
        for (int outer = 0; outer < (byKind ? kinds : 1); outer++) {
            for (int p = 0; p < shades.size(); p++) {
                for (int s = 0; s < frame.series().get(p).sample().groups(); s++) {
                    for (int k = byKind ? outer : 0; k < (byKind ? outer + 1 : kinds); k++) {
                        panels.add(panel(p, s, k, kinds, scales));
                    }
                }
            }
        }
        return panels;
    }

    private Panel panel(int population, int slice, int kind, int kinds, List<ColourScale> scales) {
        PlaneSeries series = frame.series().get(population);
        Shade shade = shades.get(population).get(kind);
        // A model is compared with what it models: both have one scale.
        boolean modelled = shade.label().equals("Model");
        return new Panel(
                kinds == 1 ? title(series, slice) : title(series, slice, shade),
                frame.xAxis(),
                frame.yAxis(),
                layers(series, slice, shade, kind == 0),
                frame.plane().look().drawn() == Drawn.LINES
                        ? Optional.empty()
                        : Optional.of(scales.get(modelled ? 0 : kind)),
                frame.equalAspect(),
                frame.legendPlace());
    }

    /** In a grid the slices are named above its first row, the parts within its first column. */
    private static String title(PlaneSeries series, int group) {
        Sample sample = series.sample();
        String population = series.of().population();
        return sample.second().isEmpty()
                ? joined(population, sample.name(group))
                : sample.part(group) == 0 ? joined(population, sample.sliceName(group)) : "";
    }

    private static String title(PlaneSeries series, int slice, Shade shade) {
        return joined(shade.label(), series.of().name(slice));
    }

    private static String joined(String... words) {
        return String.join(", ", Stream.of(words).filter(w -> !w.isEmpty()).toList());
    }

    private ColourScale scale(int kind) {
        boolean stars =
                frame.plane().value().isPresent() && frame.series().stream().anyMatch(PlaneSeries::single);
        DoubleStream shown = IntStream.range(0, shades.size()).boxed().flatMapToDouble(p -> {
            PlaneSeries one = frame.series().get(p);
            double[] values = shades.get(p).get(kind).values();
            return stars
                    ? DoubleStream.of(one.values())
                    : one.slices()
                            .boxed()
                            .flatMapToDouble(s -> IntStream.of(one.shown(s))
                                    .mapToDouble(c -> values[one.found().at(c, s)]));
        });
        return shades.getFirst().get(kind).scale(shown);
    }

    private List<Layer> layers(PlaneSeries series, int slice, Shade shade, boolean main) {
        var own = new SeriesLayers(frame, series, slice);
        var layers = new ArrayList<Layer>();
        if (frame.plane().look().drawn() != Drawn.LINES) {
            layers.add(own.coloured(shade));
        }
        if (main) {
            layers.addAll(own.contours(new LineStyle(Overlay.INK, 0.8, Dash.SOLID), ""));
            layers.addAll(own.running(Palette.VERMILLION.colour(), ""));
            layers.addAll(own.line(Palette.VERMILLION.colour(), ""));
        }
        layers.addAll(SeriesLayers.above(frame));
        if (main) {
            Sample sample = series.sample();
            boolean first = sample.second().isPresent() && sample.slice(slice) == 0;
            layers.add(new Note(
                    (first ? sample.partName(slice) + "\n" : "") + "N = " + Numbers.count(series.stars(frame, slice))
                            + own.lineNote(),
                    Note.Corner.EMPTIEST));
        }
        return layers;
    }
}
