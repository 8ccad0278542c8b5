package org.cellarius.measure.plane;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Cells;
import org.cellarius.figure.ColourScale;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.Layer;
import org.cellarius.figure.LegendPlace;
import org.cellarius.figure.Mark;
import org.cellarius.figure.Note;
import org.cellarius.figure.Panel;
import org.cellarius.galaxy.population.PlaneCells;
import org.cellarius.galaxy.population.Quantiles;
import org.cellarius.measure.plane.PlaneLook.ColourSteps;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;

/** The figure of a plane: a panel for each slice, all with the same axes and colours. */
record PlaneFigure(Plane plane, Sample sample, Quantity x, Quantity y, PlaneCellStatistics found) {

    private static final int PANELS_IN_A_ROW = 3;

    /** The colours span the bulk of the cells: one odd cell must not bleach the rest. */
    private static final double BULK = 0.02;

    Axis xAxis() {
        return axis(x, found.cells().widthX(), true);
    }

    Axis yAxis() {
        return axis(y, found.cells().widthY(), false);
    }

    /**
     * The figure.
     *
     * @param outside stars with a place and a value that the axes do not hold
     */
    Figure figure(long outside) {
        Axis xAxis = xAxis();
        Axis yAxis = yAxis();
        ColourScale scale = scale();
        boolean equal = plane.named().map(NamedPlane::equalAspect).orElse(false);
        List<Panel> panels = IntStream.range(0, sample.groups())
                .mapToObj(s -> new Panel(
                        sample.name(s),
                        xAxis,
                        yAxis,
                        layers(s, xAxis, yAxis),
                        Optional.of(scale),
                        equal,
                        LegendPlace.BEST))
                .toList();
        return new Figure(
                caption(outside), panels, Math.min(PANELS_IN_A_ROW, panels.size()), FigureSize.ofPanels(panels.size()));
    }

    /** Whether no cell is shown. */
    boolean empty() {
        return IntStream.range(0, sample.groups()).allMatch(s -> found.shown(s, plane.minimumCount()).length == 0);
    }

    private List<Layer> layers(int slice, Axis xAxis, Axis yAxis) {
        PlaneCells cells = found.cells();
        int[] shown = found.shown(slice, plane.minimumCount());
        var layers = new ArrayList<Layer>();
        layers.add(new Cells(
                IntStream.of(shown).mapToDouble(cells::lowX).toArray(),
                IntStream.of(shown).mapToDouble(cells::highX).toArray(),
                IntStream.of(shown).mapToDouble(cells::lowY).toArray(),
                IntStream.of(shown).mapToDouble(cells::highY).toArray(),
                coloured(slice, shown),
                switch (plane.cells().form()) {
                    case SQUARE -> Cells.Form.RECTANGLE;
                    case HEXAGON -> Cells.Form.HEXAGON;
                }));
        marks().filter(m -> holds(xAxis, m.x()) && holds(yAxis, m.y())).forEach(layers::add);
        layers.add(new Note("N = " + Numbers.count(found.stars(shown, slice)), Note.Corner.TOP_RIGHT));
        return layers;
    }

    private static boolean holds(Axis axis, double value) {
        return value >= axis.min() && value <= axis.max();
    }

    /** The Sun and the centre of the Galaxy, on planes in space. */
    private java.util.stream.Stream<Mark> marks() {
        if (plane.named().isEmpty()) {
            return java.util.stream.Stream.empty();
        }
        Optional<Mark> sun = sample.of().sun().flatMap(s -> switch (plane.named()
                .get()) {
            case X_Y -> Optional.of(Mark.sun(-Math.sqrt(s.r0Kpc() * s.r0Kpc() - s.zKpc() * s.zKpc()), 0));
            case R_Z -> Optional.of(Mark.sun(s.r0Kpc(), s.zKpc()));
            case POLAR, SKY -> Optional.empty();
        });
        Optional<Mark> centre =
                plane.named().get().equalAspect() ? Optional.of(Mark.galacticCentre(0, 0)) : Optional.empty();
        return java.util.stream.Stream.concat(sun.stream(), centre.stream());
    }

    private double[] coloured(int slice, int[] cells) {
        DoubleStream values = IntStream.of(cells).mapToDouble(c -> found.measures()[found.at(c, slice)].value());
        return (logarithmic() ? values.map(Math::log10).map(v -> Double.isFinite(v) ? v : Double.NaN) : values)
                .toArray();
    }

    private boolean logarithmic() {
        return plane.look().scale() == ColourSteps.LOGARITHMIC;
    }

    /** One scale for all panels: the range that the study gives, or the bulk of the cells. */
    private ColourScale scale() {
        double[] all = IntStream.range(0, sample.groups())
                .mapToObj(s -> coloured(s, found.shown(s, plane.minimumCount())))
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        List<Double> wanted = plane.value().map(v -> v.range()).orElse(List.of());
        double low = wanted.isEmpty()
                ? Quantiles.ofSorted(all, BULK)
                : logarithmic() ? Math.log10(wanted.get(0)) : wanted.get(0);
        double high = wanted.isEmpty()
                ? Quantiles.ofSorted(all, 1 - BULK)
                : logarithmic() ? Math.log10(wanted.get(1)) : wanted.get(1);
        if (!(high > low)) {
            low = all.length == 0 ? 0 : all[0] - 0.5;
            high = low + 1;
        }
        String label = statisticLabel();
        String unit = valueUnit();
        return logarithmic()
                ? new ColourScale(
                        plane.look().colours(),
                        "log_{10} " + (unit.isEmpty() ? label : label + " / (" + unit + ")"),
                        "",
                        low,
                        high)
                : new ColourScale(plane.look().colours(), label, unit, low, high);
    }

    private String statisticLabel() {
        return plane.value()
                .map(v -> plane.statistic().label() + " "
                        + (plane.statistic() instanceof PlaneStatistic.Fraction
                                ? v.label().orElse(v.expression())
                                : sample.quantity(v).label()))
                .orElse(plane.statistic().label());
    }

    /** The unit of the statistic. */
    String valueUnit() {
        return switch (plane.statistic()) {
            case PlaneStatistic.Count s -> "";
            case PlaneStatistic.Fraction s -> "";
            case PlaneStatistic.Density s -> perArea();
            case PlaneStatistic.Mean s -> ofValue();
            case PlaneStatistic.Median s -> ofValue();
            case PlaneStatistic.Quantile s -> ofValue();
            case PlaneStatistic.Dispersion s -> ofValue();
            case PlaneStatistic.StandardError s -> ofValue();
        };
    }

    private String ofValue() {
        return sample.quantity(plane.value().orElseThrow()).unit();
    }

    private String perArea() {
        String area = x.unit().equals(y.unit())
                ? (x.unit().isEmpty() ? "" : x.unit() + "2")
                : (x.unit() + " " + y.unit()).strip();
        return area.isEmpty() ? "" : Quantity.quotient("1", area);
    }

    /** The part of the plane that is shown in any panel, or that the study gives. */
    private Axis axis(Quantity of, double width, boolean along) {
        if (!of.range().isEmpty()) {
            return Axis.of(of.label(), of.unit(), of.range().get(0), of.range().get(1));
        }
        PlaneCells cells = found.cells();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < sample.groups(); s++) {
            for (int c : found.shown(s, plane.minimumCount())) {
                low = Math.min(low, along ? cells.lowX(c) : cells.lowY(c));
                high = Math.max(high, along ? cells.highX(c) : cells.highY(c));
            }
        }
        return low < high
                ? Axis.of(of.label(), of.unit(), low - width, high + width)
                : Axis.of(of.label(), of.unit(), 0, 1);
    }

    String caption(long outside) {
        long stars = IntStream.range(0, sample.groups())
                .mapToLong(s -> found.stars(found.shown(s, plane.minimumCount()), s))
                .sum();
        int shown = IntStream.range(0, sample.groups())
                .map(s -> found.shown(s, plane.minimumCount()).length)
                .sum();
        String form = switch (plane.cells().form()) {
            case SQUARE -> "cells";
            case HEXAGON -> "hexagons";
        };
        String size =
                found.cells().widthX() == found.cells().widthY() && x.unit().equals(y.unit())
                        ? with(found.cells().widthX(), x.unit())
                        : with(found.cells().widthX(), x.unit()) + " × "
                                + with(found.cells().widthY(), y.unit());
        return "%s%s in %s of %s with at least %s: %s %s, %s%s.%s"
                .formatted(
                        sentence(statisticLabel().replaceAll("[_^]\\{([^}]*)}", "$1")),
                        valueUnit().isEmpty() ? "" : " (" + valueUnit() + ")",
                        form,
                        size,
                        Numbers.stars(Math.max(1, plane.minimumCount())),
                        Numbers.count(shown),
                        form,
                        Numbers.stars(stars),
                        outside > 0
                                ? "; " + Numbers.stars(outside) + (outside == 1 ? " lies" : " lie")
                                        + " outside the axes"
                                : "",
                        plane.named().isPresent() && plane.named().get().equalAspect()
                                ? sample.of().sun().isPresent() ? " ☉: the Sun." : " No Sun is named."
                                : "");
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private static String with(double width, String unit) {
        return Numbers.brief(width) + (unit.isEmpty() ? "" : " " + unit);
    }
}
