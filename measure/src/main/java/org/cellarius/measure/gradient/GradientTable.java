package org.cellarius.measure.gradient;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.galaxy.fit.Estimate;
import org.cellarius.galaxy.fit.FittedLine;
import org.cellarius.galaxy.posterior.Percentiles;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Quantity;

/** The lines of all cases and slices as a table: columns for whatever the method estimates. */
final class GradientTable {

    private static final String REDUCED = "reduced_chi2";

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("slope", "slope"),
            Map.entry("intercept", "value at x = 0"),
            Map.entry("scatter", "intrinsic scatter about the line"),
            Map.entry("slope_outer", "slope beyond the break"),
            Map.entry("break_x", "x of the break"),
            Map.entry("slope_sd_absolute", "error of the slope from the stated errors alone"),
            Map.entry("intercept_sd_absolute", "error of the intercept from the stated errors alone"),
            Map.entry("slope_sd_scaled", "error of the slope, times the square root of the reduced chi-squared"),
            Map.entry("intercept_sd_scaled", "error of the intercept, scaled likewise"),
            Map.entry("slope_sd_of_regression", "error of the slope if the medians were independent"),
            Map.entry("intercept_sd_of_regression", "error of the intercept if the medians were independent"),
            Map.entry("cov_slope_intercept", "covariance of slope and intercept from the stated errors alone"),
            Map.entry("cov_slope_intercept_scaled", "covariance of slope and intercept, scaled"),
            Map.entry("chi2", "chi-squared; residual sum of squares for ols"),
            Map.entry(REDUCED, "chi-squared over n - 2; none where errors of y do not enter"),
            Map.entry(FittedLine.RMS, "scatter about the line, over n - 2, where errors of y do not enter"),
            Map.entry("mean_x", "weighted mean of x"),
            Map.entry("y_at_mean_x", "the line there"));

    /** What journals print of the measures beside the parameters of a line. */
    private static final Map<String, ColumnRole> PRINTED = Map.of(
            REDUCED,
            new ColumnRole.Value(3),
            FittedLine.RMS,
            new ColumnRole.Value(3),
            "scatter",
            ColumnRole.Value.USUAL,
            "median_points",
            ColumnRole.Value.USUAL,
            "bins",
            ColumnRole.Value.USUAL);

    private final List<GradientCase> cases;
    private final List<List<SliceFit>> fits;
    private final Set<String> estimates = new LinkedHashSet<>();
    private final Set<String> measures = new LinkedHashSet<>();
    private boolean percentiles;
    private boolean sampled;

    private GradientTable(List<GradientCase> cases, List<List<SliceFit>> fits) {
        this.cases = cases;
        this.fits = fits;
        estimates.add("slope");
        estimates.add("intercept");
        for (SliceFit fit : fits.stream().flatMap(List::stream).toList()) {
            fit.line().estimates().forEach(e -> {
                estimates.add(e.name());
                percentiles |= e.percentiles().isPresent();
            });
            fit.line().measures().keySet().stream()
                    .filter(name -> !squareOfRms(fit, name))
                    .forEach(measures::add);
            sampled |= !fit.line().computation().isEmpty();
        }
    }

    static SmallTable of(List<GradientCase> cases, List<List<SliceFit>> fits) {
        return new GradientTable(cases, fits).table();
    }

    private SmallTable table() {
        GradientCase first = cases.getFirst();
        var table = new SmallTable.Builder();
        boolean populations =
                cases.stream().anyMatch(c -> !c.gradient().populations().isEmpty());
        boolean variants =
                cases.stream().map(c -> c.variant().name()).distinct().count() > 1;
        if (populations) {
            table.text("population", "name of the population").as(ColumnRole.Key.POPULATION);
        }
        if (variants) {
            table.text("variant", "name of the variant").as(ColumnRole.Key.VARIANT);
        }
        // Variants can be sliced by different things: their units then stand in the row.
        List<String> units = cases.stream()
                .map(c -> c.sample().slices().map(Quantity::unit).orElse(""))
                .distinct()
                .toList();
        String unit = units.size() == 1 ? units.getFirst() : "";
        if (variants) {
            table.text("sliced_by", "what the slices are of, and its unit").as(ColumnRole.Key.SLICED_BY);
        }
        table.slices(
                        variants
                                ? ""
                                : cases.getFirst()
                                        .sample()
                                        .slices()
                                        .map(Quantity::label)
                                        .orElse(""),
                        unit)
                .count("n", "stars fitted")
                .as(ColumnRole.Other.COUNT)
                .text("status", "OK, or why there is no fit")
                .as(ColumnRole.Other.STATUS);
        for (String name : estimates) {
            table.number(name, unitOf(name), meaning(name))
                    .number(name + "_sd", unitOf(name), "its error, the one to quote")
                    .as(new ColumnRole.ErrorOf(name));
        }
        for (String name : measures) {
            table.number(name, unitOf(name), meaning(name)).as(PRINTED.getOrDefault(name, ColumnRole.Other.DETAIL));
        }
        if (percentiles) {
            for (String name : estimates) {
                for (double level : Percentiles.LEVELS) {
                    table.number(
                                    name + "_p" + Numbers.brief(100 * level).replace('.', '_'),
                                    unitOf(name),
                                    Numbers.brief(100 * level)
                                            + " per cent of the posterior, or of the truths where samples are drawn again, lie below")
                            .as(ColumnRole.Other.DETAIL);
                }
            }
        }
        if (sampled) {
            table.number("ln_evidence", "", "ln of the evidence")
                    .as(ColumnRole.Other.DETAIL)
                    .number("ess", "", "effective sample size")
                    .as(ColumnRole.Other.DETAIL)
                    .number("rhat", "", "split R-hat of the chains")
                    .as(ColumnRole.Other.DETAIL)
                    .text("computation", "how the posterior was computed")
                    .as(ColumnRole.Other.DETAIL);
        }
        table.number("min_x", first.x().unit(), "smallest x fitted")
                .as(ColumnRole.Other.DETAIL)
                .number("max_x", first.x().unit(), "largest x fitted")
                .as(ColumnRole.Other.DETAIL);
        for (int c = 0; c < cases.size(); c++) {
            for (int g = 0; g < fits.get(c).size(); g++) {
                table.row(row(cases.get(c), g, fits.get(c).get(g), populations, variants));
            }
        }
        return table.build();
    }

    private Object[] row(GradientCase of, int g, SliceFit fit, boolean populations, boolean variants) {
        var row = new ArrayList<Object>();
        if (populations) {
            row.add(of.population().orElse(""));
        }
        if (variants) {
            row.add(of.variant().name());
            row.add(of.sample().slices().map(Quantity::named).orElse(""));
        }
        row.addAll(List.of(
                g + 1,
                of.sample().low(g),
                of.sample().high(g),
                fit.line().n(),
                fit.line().status().name()));
        for (String name : estimates) {
            row.add(fit.value(name));
            row.add(fit.line().estimate(name).map(Estimate::sd).orElse(Double.NaN));
        }
        for (String name : measures) {
            row.add(squareOfRms(fit, name) ? Double.NaN : fit.line().measures().getOrDefault(name, Double.NaN));
        }
        if (percentiles) {
            for (String name : estimates) {
                List<Double> values = fit.line()
                        .estimate(name)
                        .flatMap(Estimate::percentiles)
                        .map(Percentiles::values)
                        .orElse(List.of());
                for (int k = 0; k < Percentiles.LEVELS.size(); k++) {
                    row.add(values.isEmpty() ? Double.NaN : values.get(k));
                }
            }
        }
        if (sampled) {
            row.add(fit.line().lnEvidence());
            row.add(fit.line().ess());
            row.add(fit.line().rHat());
            row.add(fit.line().computation());
        }
        row.add(fit.minX());
        row.add(fit.maxX());
        return row.toArray();
    }

    /** A variance that nobody must read as a chi-squared: 0.02 beside one of 1.1 is no overfit. */
    private static boolean squareOfRms(SliceFit fit, String name) {
        return name.equals(REDUCED) && fit.line().measures().containsKey(FittedLine.RMS);
    }

    private String unitOf(String name) {
        Quantity x = cases.getFirst().x();
        Quantity y = cases.getFirst().y();
        if (name.startsWith("slope")) {
            return y.per(x);
        }
        if (name.startsWith("intercept")
                || name.startsWith("scatter")
                || name.startsWith("y_")
                || name.equals(FittedLine.RMS)
                || name.equals("outlier_mean")
                || name.equals("outlier_sd")) {
            return y.unit();
        }
        return name.equals("break_x") || name.equals("mean_x") || name.startsWith("x_") ? x.unit() : "";
    }

    private static String meaning(String name) {
        return MEANINGS.getOrDefault(name, name.replace('_', ' '));
    }
}
