package org.cellarius.measure.smooth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.galaxy.azimuth.AmplitudeEstimator;
import org.cellarius.galaxy.azimuth.RingModes.Mode;
import org.cellarius.galaxy.smooth.HeldOutTest;
import org.cellarius.galaxy.smooth.MapGrid;
import org.cellarius.galaxy.smooth.MapModes;
import org.cellarius.measure.product.KeyNumber;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.Sample;

/** The tables of a smooth map. */
record SmoothFieldTables(SmoothField product, Sample sample, SmoothResult found) {

    private static final String[] AXES = {"x", "y", "panel"};

    /** One row: what the fit found. */
    SmallTable fit() {
        String unit = found.value().unit();
        String squared = unit.isEmpty() ? "" : unit + "2";
        SmallTable.Builder table = new SmallTable.Builder()
                .count("n", "stars behind the map, those held out included")
                .as(ColumnRole.Other.COUNT)
                .number("scatter", unit, "intrinsic scatter about the map, beside the stated errors")
                .number("scatter_error", unit, "one sigma, from the expected information")
                .as(new ColumnRole.ErrorOf("scatter"))
                .number(
                        "heldout_variance",
                        "",
                        "variance of (y - map) / sqrt(error2 + scatter2 + sd2) of the stars held out")
                .number("heldout_variance_error", "", "one sigma, from the spread of the squares")
                .as(new ColumnRole.ErrorOf("heldout_variance"))
                .number("heldout_mean", "", "mean of the same")
                .count("heldout_n", "stars held out")
                .as(ColumnRole.Other.DETAIL)
                .number("effective_freedom", "", "effective degrees of freedom of the map")
                .count("coefficients", "coefficients of the map")
                .as(ColumnRole.Other.DETAIL);
        for (int k = 0; k < product.along().size(); k++) {
            table.number(
                            "lambda_" + AXES[k],
                            squared.isEmpty() ? "" : "1/" + squared,
                            "smoothing parameter along "
                                    + found.coordinates().get(k).plainLabel())
                    .as(ColumnRole.Other.DETAIL);
        }
        table.number("ln_likelihood", "", "restricted likelihood")
                .as(ColumnRole.Other.DETAIL)
                .count("passes", "passes over the stars of the final fit")
                .as(ColumnRole.Other.DETAIL);
        var fit = found.fit();
        HeldOutTest.Residuals held = found.heldOut().orElse(new HeldOutTest.Residuals(0, 0, 0, 0));
        var row = new ArrayList<Object>(List.of(
                fit.n(),
                fit.scatter(),
                fit.scatterError(),
                held.variance(),
                held.n() == 0 ? Double.NaN : held.varianceError(),
                held.mean(),
                held.n(),
                fit.effectiveFreedom(),
                (long) fit.surface().basis().coefficients()));
        for (double ln : fit.lnLambda()) {
            row.add(Math.exp(ln));
        }
        row.add(fit.lnLikelihood());
        row.add((long) fit.passes());
        return table.row(row.toArray()).build();
    }

    /** A row for each cell. */
    SmallTable grid() {
        String unit = found.value().unit();
        var table = new SmallTable.Builder();
        for (int k = 0; k < product.along().size(); k++) {
            String axis = found.coordinates().get(k).plainLabel();
            String of = found.coordinates().get(k).unit();
            table.number(AXES[k] + "_lo", of, "lower edge of the cell, " + axis)
                    .as(ColumnRole.Key.PLACE)
                    .number(AXES[k] + "_hi", of, "upper edge; the map is read in the middle")
                    .as(ColumnRole.Key.PLACE);
        }
        table.count("n", "stars in the cell")
                .as(ColumnRole.Other.COUNT)
                .count("n_near", "stars in it and up to half an interval between knots about it")
                .as(ColumnRole.Other.DETAIL)
                .number("value", unit, "the map in the middle of the cell; missing where stars do not support it")
                .number("value_error", unit, "posterior standard deviation of the map there")
                .as(new ColumnRole.ErrorOf("value"))
                .text("shown", "yes where stars support the map")
                .as(ColumnRole.Other.SHOWN);
        found.excess()
                .ifPresent(e -> table.number("excess", unit, "map minus its mean at this radius, over the cells shown")
                        .number("excess_error", unit, "posterior standard deviation of it")
                        .as(new ColumnRole.ErrorOf("excess")));
        MapGrid cells = found.map().grid();
        for (int cell = 0; cell < cells.cells(); cell++) {
            int at = cell;
            var row = new ArrayList<Object>();
            for (int k = 0; k < product.along().size(); k++) {
                row.add(cells.low(cell, k));
                row.add(cells.high(cell, k));
            }
            boolean shown = found.map().shown()[cell];
            row.add(found.map().n()[cell]);
            row.add(found.map().near()[cell]);
            row.add(shown ? found.map().value()[cell] : Double.NaN);
            row.add(found.map().error()[cell]);
            row.add(shown ? "yes" : "no");
            found.excess().ifPresent(e -> {
                row.add(e.value()[at]);
                row.add(e.error()[at]);
            });
            table.row(row.toArray());
        }
        return table.build();
    }

    /** A row for each mode of each ring. */
    SmallTable modes() {
        String unit = found.value().unit();
        String radius = found.coordinates().getFirst().unit();
        boolean layered = product.along().size() > 2;
        var table = new SmallTable.Builder()
                .number("ring_lo", radius, "lower edge of the ring")
                .as(ColumnRole.Key.PLACE)
                .number("ring_hi", radius, "upper edge")
                .as(ColumnRole.Key.PLACE);
        if (layered) {
            table.number("panel_lo", found.coordinates().get(2).unit(), "lower edge of the panel")
                    .as(ColumnRole.Key.PLACE)
                    .number("panel_hi", found.coordinates().get(2).unit(), "upper edge; the map is read in the middle")
                    .as(ColumnRole.Key.PLACE);
        }
        table.count("mode", "periods in a turn")
                .as(ColumnRole.Key.PLACE)
                .count("cells", "cells of the ring that are shown")
                .as(ColumnRole.Other.DETAIL)
                .number("amplitude", unit, "half of crest minus trough")
                .number("amplitude_error", unit, "of first order, from the posterior of the map")
                .as(new ColumnRole.ErrorOf("amplitude"))
                .number("amplitude_p16", unit, "16th percentile over draws from the posterior")
                .number("amplitude_p84", unit, "84th percentile likewise")
                .number("amplitude_corrected", unit, "without what noise adds: Wardle and Kronberg (1974)")
                .number(
                        "crest",
                        "deg",
                        "azimuth of a crest; none where chance alone makes such a mode in more than 5 of 100")
                .number("crest_error", "deg", "of first order, from the posterior of the map")
                .as(new ColumnRole.ErrorOf("crest"))
                .number("chance", "", "how often noise alone gives a mode as strong")
                .number("cos", unit, "coefficient of cos(mode * azimuth)")
                .number("cos_error", unit, "one sigma")
                .as(new ColumnRole.ErrorOf("cos"))
                .number("sin", unit, "coefficient of sin(mode * azimuth)")
                .number("sin_error", unit, "one sigma")
                .as(new ColumnRole.ErrorOf("sin"))
                .number("cos_sin_covariance", unit.isEmpty() ? "" : unit + "2", "covariance of both")
                .as(ColumnRole.Other.DETAIL);
        for (SmoothResult.RingOfMap ring : found.rings()) {
            ring.modes()
                    .ifPresent(modes -> modes.waves().forEach(wave -> {
                        var row = new ArrayList<Object>(List.of(ring.low(), ring.high()));
                        if (layered) {
                            row.add(product.panels().get(ring.layer()));
                            row.add(product.panels().get(ring.layer() + 1));
                        }
                        row.addAll(cells(modes, wave));
                        table.row(row.toArray());
                    }));
        }
        return table.build();
    }

    /** A mode that chance makes as often has no place. */
    private static final double MOST_CHANCE = 0.05;

    private static List<Object> cells(MapModes modes, MapModes.Wave wave) {
        Mode m = wave.mode();
        return List.of(
                (long) m.m(),
                (long) modes.cells(),
                m.amplitude(),
                m.amplitudeError(),
                wave.low(),
                wave.high(),
                m.amplitude(AmplitudeEstimator.WARDLE_KRONBERG),
                wave.chance() > MOST_CHANCE ? Double.NaN : m.crestDeg(),
                wave.chance() > MOST_CHANCE ? Double.NaN : m.crestErrorDeg(),
                wave.chance(),
                m.cos(),
                Math.sqrt(m.cosVariance()),
                m.sin(),
                Math.sqrt(m.sinVariance()),
                m.covariance());
    }

    /** Amplitude and crest of each mode. */
    static List<KeyNumber> keyNumbers(ProductResult result) {
        return Optional.ofNullable(result.tables().get(result.head().name() + SmoothField.MODES))
                .map(table -> keyNumbers(result, table))
                .orElse(List.of());
    }

    private static List<KeyNumber> keyNumbers(ProductResult result, SmallTable table) {
        var all = new ArrayList<KeyNumber>();
        for (List<SmallTable.Value> row : table.rows()) {
            String ring = "%s to %s%s, m = %s"
                    .formatted(
                            Numbers.brief(SmallTable.number(row, table.at("ring_lo"))),
                            Numbers.brief(SmallTable.number(row, table.at("ring_hi"))),
                            table.at("panel_lo").isPresent()
                                    ? ", panel from " + Numbers.brief(SmallTable.number(row, table.at("panel_lo")))
                                    : "",
                            Numbers.brief(SmallTable.number(row, table.at("mode"))));
            for (String quantity : List.of("amplitude", "crest")) {
                if (Double.isNaN(SmallTable.number(row, table.at(quantity)))) {
                    continue;
                }
                all.add(new KeyNumber(
                        result.head().name(),
                        ring,
                        OptionalLong.empty(),
                        quantity,
                        SmallTable.number(row, table.at(quantity)),
                        SmallTable.number(row, table.errorOf(quantity)),
                        Double.NaN,
                        KeyNumber.column(table, quantity).orElseThrow().unit(),
                        "OK",
                        ""));
            }
        }
        return all;
    }
}
