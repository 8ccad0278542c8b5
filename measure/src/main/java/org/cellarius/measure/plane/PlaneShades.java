package org.cellarius.measure.plane;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cellarius.figure.ColourMap;
import org.cellarius.measure.plane.PlaneLook.ColourSteps;
import org.cellarius.measure.plane.PlaneStatistic.Measure;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;

/**
 * What has colours in the panels of a plane.
 *
 * @param single whether stars are drawn one by one
 */
record PlaneShades(Plane plane, Sample sample, Quantity x, Quantity y, PlaneCellStatistics found, boolean single) {

    static PlaneShades of(PlaneFrame frame, PlaneSeries series) {
        return new PlaneShades(frame.plane(), series.sample(), frame.x(), frame.y(), series.found(), series.single());
    }

    /** The statistic, then what stands beside it. */
    List<Shade> all() {
        boolean difference = plane.difference().isPresent();
        Shade main = new Shade(
                statisticLabel(),
                valueUnit(),
                plane.look().colours(),
                plane.look().scale(),
                plane.value().map(v -> v.range()).orElse(List.of()),
                difference,
                values(found.measures()));
        var all = new ArrayList<>(List.of(main));
        for (Companion companion : plane.companions()) {
            switch (companion) {
                case N ->
                    all.add(new Shade(
                            "Number of stars",
                            "",
                            ColourMap.CIVIDIS,
                            ColourSteps.LOGARITHMIC,
                            List.of(),
                            false,
                            Arrays.stream(found.counts())
                                    .mapToDouble(n -> (double) n)
                                    .toArray()));
                case ERROR ->
                    all.add(new Shade(
                            "Error of the " + main.label().substring(0, 1).toLowerCase(Locale.ROOT)
                                    + main.label().substring(1),
                            main.unit(),
                            ColourMap.CIVIDIS,
                            ColourSteps.LINEAR,
                            List.of(),
                            false,
                            Arrays.stream(found.measures())
                                    .mapToDouble(Measure::error)
                                    .toArray()));
                case RESIDUAL -> {
                    PlaneCellStatistics.Modelled m = found.model().orElseThrow();
                    all.add(new Shade(
                            "Model",
                            main.unit(),
                            main.colours(),
                            main.steps(),
                            main.range(),
                            false,
                            values(m.model())));
                    all.add(new Shade(
                            "Residual",
                            main.unit(),
                            ColourMap.BLUE_ORANGE,
                            ColourSteps.LINEAR,
                            List.of(),
                            true,
                            values(m.residual())));
                }
            }
        }
        return all;
    }

    private static double[] values(Measure[] measures) {
        return Arrays.stream(measures).mapToDouble(Measure::value).toArray();
    }

    /** What the colours are, without its unit. */
    String statisticLabel() {
        if (single && plane.value().isPresent()) {
            return sample.quantity(plane.value().get()).label();
        }
        return plane.value()
                        .map(v -> plane.statistic().label() + " "
                                + (plane.statistic() instanceof PlaneStatistic.Fraction
                                        ? v.label().orElse(v.expression())
                                        : sample.quantity(v).label()))
                        .orElse(plane.statistic().label())
                + (plane.difference().isPresent() ? ", difference" : "");
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
        String area = CellArea.of(plane, x, y).unit(x, y);
        return area.isEmpty() ? "" : Quantity.quotient("1", area);
    }
}
