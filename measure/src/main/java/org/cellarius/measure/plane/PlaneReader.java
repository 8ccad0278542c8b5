package org.cellarius.measure.plane;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.figure.ColourMap;
import org.cellarius.measure.plane.CellPlan.CellForm;
import org.cellarius.measure.plane.PlaneLook.ColourSteps;
import org.cellarius.measure.product.AxisSource;
import org.cellarius.measure.product.ProductHead;
import org.cellarius.measure.product.SlicesSource;

/** A product of the kind {@code plane}. */
public final class PlaneReader {

    private PlaneReader() {}

    public static Plane read(ProductHead head, Section s) {
        Optional<NamedPlane> named = s.optionalText("plane")
                .map(word -> Arrays.stream(NamedPlane.values())
                        .filter(p -> p.word().equals(word))
                        .findFirst()
                        .orElseThrow());
        PlaneStatistic statistic = statistic(s);
        Optional<AxisSource> value = s.optionalSection("value").map(AxisSource::read);
        refuseValue(statistic, value, s);
        return new Plane(
                head,
                named,
                axis("x", named.map(NamedPlane::x), s),
                axis("y", named.map(NamedPlane::y), s),
                value,
                statistic,
                cells(s),
                SlicesSource.read(s),
                s.integerOr("minimum-count", statistic.ofValue() ? 5 : 1),
                new PlaneLook(
                        s.choiceOr("colours", "map of colours", SEQUENTIAL, ColourMap.VIRIDIS),
                        s.choiceOr(
                                "scale",
                                "scale of colours",
                                Arrays.asList(ColourSteps.values()),
                                statistic.ofValue() ? ColourSteps.LINEAR : ColourSteps.LOGARITHMIC)));
    }

    /** Maps of colours that a plane may have. */
    private static final List<ColourMap> SEQUENTIAL =
            List.of(ColourMap.VIRIDIS, ColourMap.CIVIDIS, ColourMap.BLUE_ORANGE, ColourMap.GREYS);

    private static AxisSource axis(String key, Optional<String> column, Section s) {
        if (s.has(key)) {
            return AxisSource.read(s.section(key));
        }
        List<Double> range =
                s.optionalSection("range").map(r -> AxisSource.rising(r, key)).orElse(List.of());
        return column.map(c -> new AxisSource(c, Optional.empty(), Optional.empty(), range, s.place("plane")))
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
        return switch (s.text("statistic")) {
            case "count" -> new PlaneStatistic.Count();
            case "density" -> new PlaneStatistic.Density();
            case "mean" -> new PlaneStatistic.Mean();
            case "median" -> new PlaneStatistic.Median();
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

    /** One width, or one along each axis. */
    private static CellPlan cells(Section s) {
        String where = s.place("cell").toString();
        List<String> list = s.texts("cell");
        List<CellWidth> widths = (list.isEmpty() ? List.of(s.text("cell")) : list)
                .stream().map(t -> CellWidth.parse(t, where)).toList();
        return new CellPlan(
                s.choiceOr("cells", "shape of cells", Arrays.asList(CellForm.values()), CellForm.SQUARE),
                widths.getFirst(),
                widths.getLast());
    }
}
