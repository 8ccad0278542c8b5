package org.cellarius.measure.drawing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.cellarius.figure.Axis;
import org.cellarius.figure.ColourScale;
import org.cellarius.figure.Coordinates;
import org.cellarius.figure.Density;
import org.cellarius.figure.Drawing;
import org.cellarius.figure.Figure;
import org.cellarius.figure.Panel;

/**
 * Settings applied to finished figures. What is said of axes and colours goes to those of the product's main figure, wherever they occur: a companion that shows
 * something else keeps its own.
 */
public final class Adjustment {

    /** Room below the smallest value of a logarithmic axis whose range is not given, as a factor. */
    private static final double ROOM = 0.8;

    /** An axis that reaches so far beyond counted bins, in parts of its length, shows that nobody counted there. */
    private static final double BEYOND = 0.02;

    private final FigureSettings settings;
    private final Panel main;
    private final Set<String> notes = new LinkedHashSet<>();

    private Adjustment(FigureSettings settings, Figure main) {
        this.settings = settings;
        this.main = main.panels().getFirst();
    }

    /**
     * A figure by the settings.
     *
     * @param main the figure whose axes and colours the settings speak of
     */
    public static Adjusted of(FigureSettings settings, Figure figure, Figure main) {
        return settings.equals(FigureSettings.NONE)
                ? new Adjusted(figure, List.of())
                : new Adjustment(settings, main).adjusted(figure);
    }

    private Adjusted adjusted(Figure figure) {
        List<Panel> panels = figure.panels();
        Axis mainX = axis("x", settings.x(), main.x(), values(panels, main.x(), true));
        Axis mainY = axis("y", settings.y(), main.y(), values(panels, main.y(), false));
        var changed = new ArrayList<Panel>();
        for (Panel panel : panels) {
            boolean sameX = same(panel.x(), main.x());
            boolean sameY = same(panel.y(), main.y());
            Axis x = sameX ? settled(settings.x(), panel.x(), mainX) : panel.x();
            Axis y = sameY ? settled(settings.y(), panel.y(), mainY) : panel.y();
            counted(panel, x, y);
            changed.add(new Panel(
                    panel.title(),
                    x,
                    y,
                    panel.layers(),
                    panel.colours().map(this::colours),
                    panel.equalAspect(),
                    settings.legend().orElse(panel.legendPlace())));
        }
        boolean ranged =
                !settings.x().range().isEmpty() || !settings.y().range().isEmpty();
        if (ranged && changed.stream().noneMatch(p -> Coordinates.of(p).anyWithin(p.x(), p.y()))) {
            notes.add("figure: no data lie within the ranges that it is given.");
        }
        Figure whole = new Figure(
                figure.altText(),
                changed,
                settings.columns().orElse(figure.columns()),
                settings.size().orElse(figure.size()),
                List.of(),
                settings.title().isEmpty() ? figure.title() : settings.title());
        boolean companion = panels.stream().noneMatch(p -> same(p.x(), main.x()) && same(p.y(), main.y()));
        Figure drawn = settings.residuals() && !companion ? Residuals.below(whole, notes) : whole;
        return new Adjusted(fitting(drawn, figure), List.copyOf(notes));
    }

    /** The figure; where it does not fit on its paper, at its own size. */
    private Figure fitting(Figure wanted, Figure usual) {
        if (settings.size().isEmpty() && Drawing.fits(wanted)) {
            return wanted;
        }
        Figure larger = wanted.sized(usual.size()).fitting();
        if (Drawing.fits(wanted) && (!Drawing.crowded(wanted) || Drawing.crowded(larger))) {
            return wanted;
        }
        notes.add("figure: its panels do not fit on paper of that size; drawn at its usual one.");
        return larger;
    }

    private static boolean same(Axis one, Axis other) {
        return one.label().equals(other.label())
                && one.unit().equals(other.unit())
                && one.names().equals(other.names());
    }

    /** What was found for the main axis, for a panel that may have limits of its own. */
    private static Axis settled(AxisSettings of, Axis own, Axis found) {
        if (of.range().isEmpty() && !found.spacing().equals(own.spacing())) {
            return found;
        }
        return of.range().isEmpty() ? own.labelled(found.label()) : found;
    }

    private static double[] values(List<Panel> panels, Axis axis, boolean along) {
        return panels.stream()
                .filter(p -> same(along ? p.x() : p.y(), axis))
                .map(Coordinates::of)
                .flatMapToDouble(c -> DoubleStream.of(along ? c.x() : c.y()))
                .filter(Double::isFinite)
                .toArray();
    }

    private Axis axis(String key, AxisSettings wanted, Axis own, double[] values) {
        Axis axis = own.labelled(wanted.label().orElse(own.label()));
        if (!own.names().isEmpty()) {
            if (!wanted.range().isEmpty() || wanted.spacing().isPresent()) {
                notes.add("figure: its " + key + " axis has names in place of numbers, and no range or scale.");
            }
            return axis;
        }
        if (!wanted.range().isEmpty()) {
            axis = axis.over(wanted.low(), wanted.high());
            axis = axis.reversed() == wanted.reversed() ? axis : axis.inReverse();
        }
        return wanted.spacing().isEmpty()
                ? axis
                : wanted.logarithmic() ? logarithmic(key, wanted, axis, values) : axis.spaced(Axis.Spacing.LINEAR);
    }

    private Axis logarithmic(String key, AxisSettings wanted, Axis axis, double[] values) {
        Axis positive = axis;
        if (!(axis.min() > 0)) {
            double smallest = DoubleStream.of(values).filter(v -> v > 0).min().orElse(Double.NaN);
            if (!(axis.max() > 0) || Double.isNaN(smallest)) {
                notes.add("figure: nothing along " + key + " lies above 0; its axis stays linear.");
                return axis;
            }
            positive = wanted.range().isEmpty()
                    ? axis.over(Math.min(ROOM * smallest, ROOM * axis.max()), axis.max())
                    : axis;
        }
        long without = DoubleStream.of(values).filter(v -> v <= 0).count();
        if (without > 0) {
            notes.add("figure: " + without + (without == 1 ? " point" : " points") + " at or below 0 "
                    + (without == 1 ? "has" : "have") + " no place on the logarithmic axis " + key + ".");
        }
        return positive.spaced(Axis.Spacing.LOGARITHMIC);
    }

    private ColourScale colours(ColourScale own) {
        boolean its = main.colours().filter(c -> c.label().equals(own.label())).isPresent();
        ColourSettings wanted = settings.colours();
        if (!its || wanted.equals(ColourSettings.NONE)) {
            return own;
        }
        List<Double> range = wanted.range();
        double min = range.isEmpty() ? own.min() : range.get(0);
        double max = range.isEmpty() ? own.max() : range.get(1);
        Axis.Spacing spacing = wanted.spacing().orElse(own.spacing());
        if (spacing == Axis.Spacing.LOGARITHMIC && !(min > 0)) {
            notes.add("figure: its colours begin at " + min
                    + ", which has no logarithm; give them a range above 0. They stay linear.");
            spacing = Axis.Spacing.LINEAR;
        }
        return new ColourScale(
                wanted.map().orElse(own.map()), wanted.label().orElse(own.label()), own.unit(), min, max, spacing);
    }

    /** Says where a density ends that an axis reaches beyond: white is not empty there. */
    private void counted(Panel panel, Axis x, Axis y) {
        Optional<Density> density = panel.layers().stream()
                .filter(Density.class::isInstance)
                .map(Density.class::cast)
                .findFirst();
        density.filter(d -> d.xEdges().length > 1 && d.yEdges().length > 1)
                .filter(d -> beyond(x, d.xEdges()) || beyond(y, d.yEdges()))
                .ifPresent(
                        d -> notes.add(
                                "figure: stars are counted where the axes would reach by themselves, and white beyond is not empty; write the range at x and y of the product to count there, too."));
    }

    private static boolean beyond(Axis axis, double[] edges) {
        double room = BEYOND * (axis.max() - axis.min());
        return axis.min() < edges[0] - room || axis.max() > edges[edges.length - 1] + room;
    }
}
