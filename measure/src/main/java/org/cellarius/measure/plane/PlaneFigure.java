package org.cellarius.measure.plane;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.figure.Axis;
import org.cellarius.figure.ColourMap;
import org.cellarius.figure.ColourScale;
import org.cellarius.figure.ColouredPoints;
import org.cellarius.figure.Dash;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.Layer;
import org.cellarius.figure.LegendPlace;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.Mark;
import org.cellarius.figure.Note;
import org.cellarius.figure.Palette;
import org.cellarius.figure.Panel;
import org.cellarius.galaxy.population.PlaneTiling;
import org.cellarius.galaxy.profile.RunningWindow;
import org.cellarius.measure.plane.PlaneLook.Drawn;
import org.cellarius.measure.plane.PlaneLook.SlicesStand;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;

/** The figure of a plane: a panel for each slice and companion, all with the same axes, those of one kind with the same colours. */
record PlaneFigure(
        Plane plane, Sample sample, Quantity x, Quantity y, PlaneCellStatistics found, PlaneExtras.Found more) {

    private static final int PANELS_IN_A_ROW = 3;

    /** Size of a thousand dots; more are smaller. */
    private static final double DOTS_PT = 2.8;

    private static final double SMALLEST_DOT_PT = 0.9;

    /** Up to so many lines have the colours of series; more those of a scale. */
    private static final int SERIES = 6;

    Axis xAxis() {
        return faceOn() ? round("X", true) : axis(x, found.cells().widthX(), true);
    }

    Axis yAxis() {
        return faceOn() ? round("Y", false) : axis(y, found.cells().widthY(), false);
    }

    /** Whether azimuth and radius are drawn on X and Y. */
    boolean faceOn() {
        return plane.cells().form() == CellPlan.CellForm.POLAR;
    }

    private Axis round(String label, boolean along) {
        double[] ends = IntStream.range(0, sample.groups())
                .flatMap(s -> Arrays.stream(found.shown(s, plane.minimumCount())))
                .mapToObj(c -> CellLayers.sector(found.cells(), c)[along ? 0 : 1])
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .toArray();
        double room = found.cells().widthY();
        return ends.length == 0
                ? Axis.of(label, "kpc", -1, 1)
                : Axis.of(label, "kpc", ends[0] - room, ends[ends.length - 1] + room);
    }

    private PlaneShades colouring() {
        return new PlaneShades(plane, sample, x, y, found, !more.points().isEmpty());
    }

    /** The statistic, then what stands beside it. */
    List<Shade> shades() {
        return colouring().all();
    }

    /** The caption. */
    String caption(long outside) {
        long drawn = more.points().isEmpty()
                ? 0
                : IntStream.range(0, sample.groups())
                        .mapToLong(this::shownPoints)
                        .sum();
        return new PlaneCaption(plane, sample, x, y, found, colouring(), drawn).text(outside);
    }

    /**
     * The figure.
     *
     * @param outside stars with a place and a value that the axes do not hold
     */
    Figure figure(long outside) {
        List<Panel> panels = together() ? togetherPanels() : panels();
        int columns = shades().size() > 1
                ? shades().size()
                : sample.second().isPresent() && !together()
                        ? sample.slicesOfPart()
                        : Math.min(PANELS_IN_A_ROW, panels.size());
        return new Figure(caption(outside), panels, columns, FigureSize.ofPanels(panels.size()));
    }

    private boolean together() {
        return plane.look().slices() == SlicesStand.TOGETHER;
    }

    private List<Panel> panels() {
        List<Shade> shades = shades();
        List<ColourScale> scales = shades.stream().map(this::scale).toList();
        var panels = new ArrayList<Panel>();
        for (int s = 0; s < sample.groups(); s++) {
            for (int k = 0; k < shades.size(); k++) {
                // A model is compared with what it models: both have one scale.
                boolean modelled = shades.get(k).label().equals("Model");
                panels.add(new Panel(
                        shades.size() == 1 ? title(s) : title(s, shades.get(k)),
                        xAxis(),
                        yAxis(),
                        layers(s, shades.get(k), k == 0),
                        plane.look().drawn() == Drawn.LINES
                                ? Optional.empty()
                                : Optional.of(scales.get(modelled ? 0 : k)),
                        equalAspect(),
                        LegendPlace.BEST));
            }
        }
        return panels;
    }

    /** In a grid the slices are named above its first row, the parts within its first column. */
    private String title(int group) {
        return sample.second().isEmpty() ? sample.name(group) : sample.part(group) == 0 ? sample.sliceName(group) : "";
    }

    private String title(int slice, Shade shade) {
        String name = sample.name(slice);
        return shade.label() + (name.isEmpty() ? "" : ", " + name);
    }

    private boolean equalAspect() {
        return plane.named().map(NamedPlane::equalAspect).orElse(false);
    }

    private ColourScale scale(Shade shade) {
        DoubleStream cells = IntStream.range(0, sample.groups())
                .boxed()
                .flatMapToDouble(s -> IntStream.of(found.shown(s, plane.minimumCount()))
                        .mapToDouble(c -> shade.values()[found.at(c, s)]));
        DoubleStream stars = plane.value().isPresent()
                ? more.points().stream().flatMapToDouble(p -> Arrays.stream(p.value()))
                : DoubleStream.empty();
        return shade.scale(more.points().isEmpty() || plane.value().isEmpty() ? cells : stars);
    }

    /** Whether no cell is shown. */
    boolean empty() {
        return IntStream.range(0, sample.groups()).allMatch(s -> found.shown(s, plane.minimumCount()).length == 0);
    }

    private List<Layer> layers(int slice, Shade shade, boolean main) {
        int[] shown = found.shown(slice, plane.minimumCount());
        var layers = new ArrayList<Layer>();
        if (plane.look().drawn() != Drawn.LINES) {
            layers.add(more.points().isEmpty() ? cells(slice, shade, shown) : points(slice, shade));
        }
        if (main) {
            contours(slice, new LineStyle(Overlay.INK, 0.8, Dash.SOLID), "").forEach(layers::add);
            running(slice, Palette.VERMILLION.colour(), "").forEach(layers::add);
        }
        plane.look().overlays().forEach(o -> layers.addAll(o.layers()));
        marks().filter(m -> holds(xAxis(), m.x()) && holds(yAxis(), m.y())).forEach(layers::add);
        if (main && plane.cells().steps().isEmpty()) {
            boolean first = sample.second().isPresent() && sample.slice(slice) == 0;
            layers.add(new Note(
                    (first ? sample.partName(slice) + "\n" : "") + "N = "
                            + Numbers.count(more.points().isEmpty() ? found.stars(shown, slice) : shownPoints(slice)),
                    Note.Corner.TOP_RIGHT));
        }
        return layers;
    }

    private List<Panel> togetherPanels() {
        return IntStream.range(0, sample.groups() / sample.slicesOfPart())
                .mapToObj(this::together)
                .toList();
    }

    /** All slices of a part as lines, each in its colour. */
    private Panel together(int part) {
        var layers = new ArrayList<Layer>();
        int n = sample.slicesOfPart();
        for (int k = 0; k < n; k++) {
            int s = part * n + k;
            Color colour =
                    n <= SERIES ? Palette.series(k).colour() : ColourMap.VIRIDIS.colour(0.9 * k / Math.max(1, n - 1));
            String name = sample.sliceName(s);
            contours(s, new LineStyle(colour, 1, Dash.SOLID), name).forEach(layers::add);
            running(s, colour, more.contours().isEmpty() ? name : "").forEach(layers::add);
        }
        plane.look().overlays().forEach(o -> layers.addAll(o.layers()));
        marks().filter(m -> holds(xAxis(), m.x()) && holds(yAxis(), m.y())).forEach(layers::add);
        return new Panel(
                sample.partName(part * n), xAxis(), yAxis(), layers, Optional.empty(), equalAspect(), LegendPlace.BEST);
    }

    private Layer cells(int slice, Shade shade, int[] shown) {
        double[] colours = IntStream.of(shown)
                .mapToDouble(c -> shade.coloured(shade.values()[found.at(c, slice)]))
                .toArray();
        return CellLayers.of(plane.cells().form(), found.cells(), shown, colours);
    }

    /** Stars drawn one by one that the axes hold. */
    private long shownPoints(int slice) {
        PlaneExtras.StarPoints stars = more.points().get(slice);
        return IntStream.range(0, stars.x().length)
                .filter(i -> holds(xAxis(), stars.x()[i]) && holds(yAxis(), stars.y()[i]))
                .filter(i -> Double.isFinite(stars.value()[i]))
                .count();
    }

    private Layer points(int slice, Shade shade) {
        PlaneExtras.StarPoints stars = more.points().get(slice);
        double[] values = plane.value().isPresent() ? stars.value() : PlaneExtras.crowding(stars, found, slice);
        return new ColouredPoints(
                stars.x(),
                stars.y(),
                Arrays.stream(values).map(shade::coloured).toArray(),
                Math.clamp(DOTS_PT * Math.pow(stars.x().length / 1000.0, -0.25), SMALLEST_DOT_PT, DOTS_PT));
    }

    /** The legend goes with the first line. */
    private List<Layer> contours(int slice, LineStyle style, String legend) {
        var lines = new ArrayList<Layer>();
        if (!more.contours().isEmpty()) {
            more.contours().get(slice).stream()
                    .flatMap(List::stream)
                    .forEach(ring -> lines.add(new Line(ring.x(), ring.y(), style, lines.isEmpty() ? legend : "")));
        }
        return lines;
    }

    private List<Layer> running(int slice, Color colour, String legend) {
        if (more.running().isEmpty()) {
            return List.of();
        }
        List<RunningWindow> windows = more.running().get(slice).windows();
        return windows.isEmpty()
                ? List.of()
                : RunningLine.of(windows, plane.look().running().orElseThrow().window(), colour, legend);
    }

    private static boolean holds(Axis axis, double value) {
        return value >= axis.min() && value <= axis.max();
    }

    /** The Sun and the centre of the Galaxy, on planes in space. */
    private Stream<Mark> marks() {
        if (plane.named().isEmpty()) {
            return Stream.empty();
        }
        Optional<Mark> sun = sample.of().sun().flatMap(s -> {
            double toCentre = Math.sqrt(s.r0Kpc() * s.r0Kpc() - s.zKpc() * s.zKpc());
            return switch (plane.named().get()) {
                case X_Y -> Optional.of(Mark.sun(-toCentre, 0));
                case R_Z -> Optional.of(Mark.sun(toCentre, s.zKpc()));
                case SIGNED_R_Z -> Optional.of(Mark.sun(-toCentre, s.zKpc()));
                case POLAR, SKY -> Optional.empty();
            };
        });
        Optional<Mark> centre = equalAspect() ? Optional.of(Mark.galacticCentre(0, 0)) : Optional.empty();
        return Stream.concat(sun.stream(), centre.stream());
    }

    /** The part of the plane that is shown in any panel, or that the study gives. */
    private Axis axis(Quantity of, double width, boolean along) {
        if (!of.range().isEmpty()) {
            return Axis.of(of.label(), of.unit(), of.range().get(0), of.range().get(1));
        }
        PlaneTiling cells = found.cells();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < sample.groups(); s++) {
            for (int c : more.points().isEmpty() ? found.shown(s, plane.minimumCount()) : found.peopled(s)) {
                low = Math.min(low, along ? cells.lowX(c) : cells.lowY(c));
                high = Math.max(high, along ? cells.highX(c) : cells.highY(c));
            }
        }
        return low < high
                ? Axis.of(of.label(), of.unit(), low - width, high + width)
                : Axis.of(of.label(), of.unit(), 0, 1);
    }
}
