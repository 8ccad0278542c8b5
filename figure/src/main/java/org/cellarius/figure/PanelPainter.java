package org.cellarius.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Draws one panel: its data, then its axes, then what explains them. */
final class PanelPainter {

    /** Bands of more colours than that would mix to grey. */
    private static final int MOST_FILLED = 2;

    private static final double SHARE_OF_TWO = 0.7;

    private PanelPainter() {}

    static void paint(Canvas canvas, FigureLayout.PlacedPanel placed) {
        Panel panel = placed.plan().panel();
        PlotArea area = placed.area();
        canvas.within(area.box(), () -> layers(canvas, placed));
        AxesPainter.paint(canvas, placed);
        // Above the data, which would hide their numbers, and below the notes, which keep clear of them.
        panel.layers().stream()
                .filter(OutsidePoints.class::isInstance)
                .map(OutsidePoints.class::cast)
                .forEach(outside -> OutsidePainter.paint(canvas, area, outside));
        placed.annotations().draw(canvas);
        if (panel.layers().stream().noneMatch(PanelPainter::hasData)) {
            Annotations.noData(canvas, area);
        }
        placed.legend().ifPresent(spot -> LegendPainter.paint(canvas, spot));
    }

    /** Two bands that lie over each other are fainter, and have outlines; more of them have outlines alone. */
    private static double shareOfBands(Panel panel) {
        long colours = panel.layers().stream()
                .filter(Band.class::isInstance)
                .map(layer -> ((Band) layer).colour())
                .distinct()
                .count();
        return colours < 2 ? 1 : colours <= MOST_FILLED ? SHARE_OF_TWO : 0;
    }

    /** The layers; heavy ones that follow each other become one image. */
    private static void layers(Canvas canvas, FigureLayout.PlacedPanel placed) {
        PlotArea area = placed.area();
        var image = new ArrayList<Layer>();
        for (Layer layer : placed.plan().panel().layers()) {
            if (Weight.isImage(area, layer, canvas.detail())) {
                image.add(layer);
            } else if (Weight.isInk(layer)) {
                image(canvas, placed, image);
                data(canvas, placed, layer);
            }
        }
        image(canvas, placed, image);
    }

    private static void image(Canvas canvas, FigureLayout.PlacedPanel placed, List<Layer> layers) {
        if (!layers.isEmpty()) {
            List<Layer> all = List.copyOf(layers);
            canvas.image(
                    placed.area(),
                    all.getFirst(),
                    () -> Raster.painted(
                            placed.area().box(),
                            canvas.detail(),
                            one -> all.forEach(layer -> data(one, placed, layer))));
            layers.clear();
        }
    }

    private static void data(Canvas canvas, FigureLayout.PlacedPanel placed, Layer layer) {
        PlotArea area = placed.area();
        Panel panel = placed.plan().panel();
        Optional<ColourScale> colours = panel.colours();
        switch (layer) {
            case Points points -> PointPainter.points(canvas, area, points);
            case OutsidePoints ignored -> {}
            case ErrorBars bars -> PointPainter.errorBars(canvas, area, bars);
            case Line line -> CurvePainter.line(canvas, area, line);
            case Band band -> CurvePainter.band(canvas, area, band, shareOfBands(panel));
            case Steps steps -> CurvePainter.steps(canvas, area, steps);
            case ReferenceLine line -> CurvePainter.reference(canvas, area, line);
            case Cells cells -> MapPainter.cells(canvas, area, cells, colours.orElseThrow());
            case Tiles tiles -> MapPainter.tiles(canvas, area, tiles, colours.orElseThrow());
            case ColouredPoints points -> PointPainter.coloured(canvas, area, points, colours.orElseThrow());
            case Density density -> MapPainter.density(canvas, area, density);
            case Mark ignored -> {}
            case Note ignored -> {}
        }
    }

    /** Whether the layer shows at least one number that is not missing. */
    private static boolean hasData(Layer layer) {
        return switch (layer) {
            case Points points -> anyFinite(points.x(), points.y());
            case OutsidePoints outside -> anyFinite(outside.x(), outside.y());
            case ErrorBars bars -> anyFinite(bars.x(), bars.y());
            case Line line -> anyFinite(line.x(), line.y());
            case Band band -> anyFinite(band.x(), band.lo(), band.hi());
            case Steps steps -> anyFinite(steps.values());
            case Coloured coloured ->
                IntStream.range(0, coloured.value().length).anyMatch(coloured::drawn);
            case Density density -> Arrays.stream(density.counts()).anyMatch(count -> count > 0);
            case ReferenceLine ignored -> false;
            case Mark ignored -> false;
            case Note ignored -> false;
        };
    }

    /** Whether all columns are finite in some row. */
    private static boolean anyFinite(double[]... columns) {
        for (int i = 0; i < columns[0].length; i++) {
            int row = i;
            if (List.of(columns).stream().allMatch(column -> Double.isFinite(column[row]))) {
                return true;
            }
        }
        return false;
    }
}
