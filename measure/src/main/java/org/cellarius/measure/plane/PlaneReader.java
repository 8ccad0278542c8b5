package org.cellarius.measure.plane;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.measure.plane.CellPlan.CellForm;
import org.cellarius.measure.plane.PlaneStatistic.MedianError;
import org.cellarius.measure.product.AxisSource;
import org.cellarius.measure.product.PopulationNames;
import org.cellarius.measure.product.ProductHead;
import org.cellarius.measure.product.SlicesSource;

/** A product of the kind {@code plane}. */
public final class PlaneReader {

    private PlaneReader() {}

    public static Plane read(ProductHead head, Section s, Collection<String> all) {
        List<String> populations = PopulationNames.read(s, all);
        Optional<NamedPlane> named = s.optionalText("plane")
                .map(word -> Arrays.stream(NamedPlane.values())
                        .filter(p -> p.word().equals(word))
                        .findFirst()
                        .orElseThrow());
        PlaneStatistic statistic = statistic(s);
        Optional<AxisSource> value = s.optionalSection("value").map(AxisSource::read);
        refuseValue(statistic, value, s);
        Optional<AxisSource> model = s.optionalSection("model").map(AxisSource::read);
        Optional<Difference> difference = difference(s);
        List<Companion> companions = companions(s, statistic, model, difference);
        Optional<SlicesSource> slices = SlicesSource.read(s);
        CellPlan cells = cells(s);
        fit(cells.form(), named, s);
        boolean polar = cells.form() == CellForm.POLAR;
        return new Plane(
                head,
                populations,
                named,
                polar
                        ? quantity("degrees(atan2(y, -x))", "Azimuth", "deg", s)
                        : axis("x", named.map(NamedPlane::x), named.flatMap(NamedPlane::xLabel), s),
                polar
                        ? quantity("sqrt(x * x + y * y)", "R", "kpc", s)
                        : axis("y", named.map(NamedPlane::y), Optional.empty(), s),
                value,
                statistic,
                cells,
                slices,
                SlicesSource.read(s, "panels"),
                s.integerOr("minimum-count", statistic.ofValue() ? 5 : 1),
                difference,
                model,
                companions,
                PlaneLookReader.read(
                        s, named, statistic, difference.isPresent(), populations, slices.isPresent(), cells));
    }

    private static AxisSource quantity(String expression, String label, String unit, Section s) {
        return new AxisSource(expression, Optional.of(label), Optional.of(unit), List.of(), s.place("cells"));
    }

    /** Sectors belong to the plane seen from the pole, cells of the sphere to the sky. */
    private static void fit(CellForm form, Optional<NamedPlane> named, Section s) {
        Optional<NamedPlane> needed = switch (form) {
            case SQUARE, HEXAGON -> Optional.empty();
            case POLAR -> Optional.of(NamedPlane.X_Y);
            case HEALPIX -> Optional.of(NamedPlane.SKY);
        };
        if (needed.isPresent() && !needed.equals(named)) {
            throw new InputError(
                    "there are no such cells on this plane",
                    s.place("cells").toString(),
                    "Say  plane: " + needed.get().word());
        }
        if (form == CellForm.POLAR && (s.has("range") || s.has("x") || s.has("y"))) {
            throw new InputError(
                    "sectors cover what stars there are",
                    s.place(s.has("range") ? "range" : s.has("x") ? "x" : "y").toString(),
                    "Remove it, and limit the stars with  where");
        }
        if (form == CellForm.HEALPIX && !s.texts("cell").isEmpty()) {
            throw new InputError(
                    "cells of the sphere have one width", s.place("cell").toString(), "Write for example  cell: 2 deg");
        }
    }

    private static Optional<Difference> difference(Section s) {
        List<String> two = s.texts("difference");
        return two.isEmpty()
                ? Optional.empty()
                : Optional.of(new Difference(two.getFirst(), two.getLast(), s.place("difference")));
    }

    private static List<Companion> companions(
            Section s, PlaneStatistic statistic, Optional<AxisSource> model, Optional<Difference> difference) {
        List<Companion> companions = s.texts("companions").stream()
                .map(word -> Arrays.stream(Companion.values())
                        .filter(c -> c.word().equals(word))
                        .findFirst()
                        .orElseThrow())
                .distinct()
                .toList();
        String where = s.place("companions").toString();
        if (companions.contains(Companion.RESIDUAL) && model.isEmpty()) {
            throw new InputError(
                    "a residual needs a model",
                    where,
                    "Add the value that a star should have, for example  model: 0.4 - 0.05 * r");
        }
        if (companions.contains(Companion.ERROR) && !statistic.hasError()) {
            throw new InputError(
                    "the error of a " + statistic.word().replace('_', ' ') + " is not known", where, "Remove  error");
        }
        if (model.isPresent()) {
            if (!statistic.ofValue() || statistic instanceof PlaneStatistic.Fraction) {
                throw new InputError(
                        "a " + statistic.word() + " has no model",
                        s.place("model").toString(),
                        "Remove it, or ask for the statistic of a value");
            }
            if (difference.isPresent()) {
                throw new InputError(
                        "a plane has a model or a difference, not both",
                        s.place("model").toString(),
                        "Remove one, or make two products");
            }
        }
        return companions;
    }

    private static AxisSource axis(String key, Optional<String> column, Optional<String> label, Section s) {
        List<Double> range =
                s.optionalSection("range").map(r -> AxisSource.rising(r, key)).orElse(List.of());
        if (s.has(key)) {
            AxisSource axis = AxisSource.read(s.section(key));
            if (!axis.range().isEmpty() && !range.isEmpty()) {
                throw new InputError(
                        "the range of " + key + " is given twice",
                        s.section("range").place(key).toString(),
                        "Remove one of them");
            }
            return range.isEmpty() ? axis : axis.over(range);
        }
        return column.map(c -> new AxisSource(c, label, label.map(l -> "kpc"), range, s.place("plane")))
                .orElseThrow(() -> new InputError(
                        "a plane needs '" + key + "'",
                        s.place().toString(),
                        "Add  " + key + ": EXPRESSION, or a named plane such as  plane: x-y"));
    }

    private static PlaneStatistic statistic(Section s) {
        boolean quantile = s.text("statistic").equals("quantile");
        if (quantile != s.has("quantile")) {
            throw new InputError(
                    quantile ? "it is not said which quantile" : "'quantile' belongs to  statistic: quantile",
                    s.place(quantile ? "statistic" : "quantile").toString(),
                    quantile ? "Add for example  quantile: 0.9" : "Remove it, or say  statistic: quantile");
        }
        if (s.has("median-error") && !s.text("statistic").equals("median")) {
            throw new InputError(
                    "'median-error' belongs to  statistic: median",
                    s.place("median-error").toString(),
                    "Remove it, or say  statistic: median");
        }
        return switch (s.text("statistic")) {
            case "count" -> new PlaneStatistic.Count();
            case "density" -> new PlaneStatistic.Density();
            case "mean" -> new PlaneStatistic.Mean();
            case "median" ->
                new PlaneStatistic.Median(s.choiceOr(
                        "median-error", "error of a median", Arrays.asList(MedianError.values()), MedianError.DENSITY));
            case "quantile" -> s.place("quantile").checked(() -> new PlaneStatistic.Quantile(s.number("quantile")));
            case "dispersion" -> new PlaneStatistic.Dispersion();
            case "standard-error" -> new PlaneStatistic.StandardError();
            case "fraction" -> new PlaneStatistic.Fraction();
            default ->
                throw new IllegalStateException("the schema let the statistic '" + s.text("statistic") + "' pass");
        };
    }

    private static void refuseValue(PlaneStatistic statistic, Optional<AxisSource> value, Section s) {
        if (statistic.ofValue() && value.isEmpty()) {
            throw new InputError(
                    "it is not said what the " + s.text("statistic") + " is of",
                    s.place("statistic").toString(),
                    statistic instanceof PlaneStatistic.Fraction
                            ? "Add a condition, for example  value: alpha_fe > 0.2"
                            : "Add for example  value: fe_h");
        }
        if (!statistic.ofValue() && value.isPresent()) {
            throw new InputError(
                    "a " + s.text("statistic") + " of stars has no value",
                    s.place("value").toString(),
                    "Remove it, or ask for another statistic");
        }
    }

    private static CellPlan cells(Section s) {
        CellForm form = s.choiceOr("cells", "shape of cells", Arrays.asList(CellForm.values()), CellForm.SQUARE);
        CellPlan.Steps widths = CellWidth.two(s, "cell");
        Optional<CellPlan.Steps> steps = s.has("step") ? Optional.of(CellWidth.two(s, "step")) : Optional.empty();
        if (steps.isPresent() && (form == CellForm.HEXAGON || form == CellForm.HEALPIX)) {
            throw new InputError(
                    "such cells do not overlap", s.place("step").toString(), "Remove 'step', or say  cells: square");
        }
        return new CellPlan(form, widths.x(), widths.y(), steps);
    }
}
