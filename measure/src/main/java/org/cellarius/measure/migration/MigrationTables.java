package org.cellarius.measure.migration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.galaxy.migration.AgeNodes;
import org.cellarius.galaxy.migration.Heating;
import org.cellarius.galaxy.posterior.Marginals;
import org.cellarius.galaxy.posterior.Parameter;
import org.cellarius.measure.migration.GasHistory.Value;

/** The tables of a strength of migration. */
record MigrationTables(
        MigrationStrength product, Marginals found, GasHistory history, long stars, List<Parameter> parameters) {

    static final String RATIO = "heating_ratio";

    static String unit(String parameter) {
        return switch (parameter) {
            case "migration", "radius_solar" -> "kpc";
            case "fe_h_now", "fe_h_first", "scatter" -> "dex";
            case "fe_h_loss" -> "dex/Gyr";
            case "gradient_now", "gradient" -> "dex/kpc";
            case "gradient_change" -> "dex/(kpc Gyr)";
            case "churning", "heating" -> "kpc km/s";
            case "heating_fall" -> "1/kpc";
            case "scale_length_loss" -> "1/Gyr";
            default -> "";
        };
    }

    private static String meaning(String parameter) {
        return switch (parameter) {
            case "migration" -> "standard deviation of guiding radii after 8 Gyr";
            case "fe_h_now" -> "[Fe/H] of the gas at the reference radius today";
            case "fe_h_loss" -> "how much lower it was for each Gyr back";
            case "gradient_now" -> "gradient of the gas today";
            case "gradient_change" -> "its change for each Gyr back";
            case "fe_h_first" -> "[Fe/H] of the first gas at the centre";
            case "gradient" -> "gradient of the gas at all times";
            case "radius_solar" -> "radius at which the gas has [Fe/H] = 0 today";
            case "enrichment_power" -> "power of (1 - age/12 Gyr)";
            case "churning" -> "standard deviation of angular momenta after 6 Gyr";
            case "heating" -> "root mean square of the radial action at 8 kpc after 6 Gyr";
            case "heating_power" -> "power of age that it grows with";
            case "heating_fall" -> "k of R exp(-k R), by which it changes with radius";
            case "scale_length_loss" -> "s of the scale length R_d (1 - s age)";
            case "scatter" -> "of [Fe/H] of the gas about its mean";
            default -> "share of stars of another origin";
        };
    }

    /** One row: the parameters, with the interval of 68 per cent of the first. */
    SmallTable fit() {
        var table = new SmallTable.Builder()
                .count("n", "stars")
                .as(ColumnRole.Other.COUNT)
                .text("status", "OK: sets without best values have no table")
                .as(ColumnRole.Other.STATUS);
        var row = new ArrayList<Object>(List.of(stars, "OK"));
        for (int k = 0; k < parameters.size(); k++) {
            String name = parameters.get(k).name();
            table.number(name, unit(name), meaning(name))
                    .number(name + "_error", unit(name), "one sigma")
                    .as(new ColumnRole.ErrorOf(name));
            row.add(found.means()[k]);
            row.add(Math.sqrt(found.covariance()[k][k]));
        }
        String first = parameters.getFirst().name();
        table.number(first + "_p16", unit(first), "below which it lies with 16 per cent")
                .as(ColumnRole.Other.DETAIL)
                .number(first + "_p84", unit(first), "below which it lies with 84 per cent")
                .as(ColumnRole.Other.DETAIL);
        row.add(found.percentiles().getFirst().p16());
        row.add(found.percentiles().getFirst().p84());
        switch (product.orbits()) {
            case Orbits.Radii r -> {}
            case Orbits.Actions a -> {
                table.number(RATIO, "", "heating over churning: at 8 kpc after 6 Gyr")
                        .number(RATIO + "_error", "", "one sigma")
                        .as(new ColumnRole.ErrorOf(RATIO));
                Value ratio = history.ratio(Heating.REFERENCE_GYR);
                row.add(ratio.value());
                row.add(ratio.error());
            }
        }
        return table.row(row.toArray()).build();
    }

    /** Whole ages up to that of the oldest star. */
    static double[] ages(double oldestGyr) {
        double[] ages = new double[1 + (int) Math.max(1, Math.floor(oldestGyr))];
        Arrays.setAll(ages, k -> k);
        return ages;
    }

    /** What the numbers mean at each age. */
    SmallTable byAge(AgeNodes of) {
        var table = new SmallTable.Builder().number("age", "Gyr", "age").as(ColumnRole.Key.PLACE);
        var values = new ArrayList<DoubleFunction<Value>>();
        add(
                table,
                values,
                "spread",
                "kpc",
                "standard deviation of guiding radii about the radii of birth",
                sinceBirth(history::spread));
        add(table, values, "gradient", "dex/kpc", "of the gas", history::gradient);
        add(table, values, "centre", "dex", "[Fe/H] of the gas continued to the centre", history::centre);
        switch (product.orbits()) {
            case Orbits.Radii r -> {}
            case Orbits.Actions a -> {
                String churning = "standard deviation of angular momenta about those of birth, apart from the drift";
                add(table, values, "churning", "kpc km/s", churning, sinceBirth(history::churning));
                add(
                        table,
                        values,
                        "heating",
                        "kpc km/s",
                        "root mean square of the radial action at 8 kpc",
                        sinceBirth(history::heating));
                add(table, values, RATIO, "", "heating over churning", sinceBirth(history::ratio));
            }
        }
        for (double age : ages(of.oldestGyr())) {
            var row = new ArrayList<Object>(List.of(age));
            for (DoubleFunction<Value> value : values) {
                Value told = value.apply(age);
                row.add(told.value());
                row.add(told.error());
            }
            table.row(row.toArray());
        }
        return table.build();
    }

    /** At birth nothing has changed yet, and nothing is measured. */
    private static DoubleFunction<Value> sinceBirth(DoubleFunction<Value> value) {
        return age -> age > 0 ? value.apply(age) : GasHistory.NONE;
    }

    private static void add(
            SmallTable.Builder table,
            List<DoubleFunction<Value>> values,
            String name,
            String unit,
            String meaning,
            DoubleFunction<Value> value) {
        table.number(name, unit, meaning)
                .number(name + "_error", unit, "one sigma")
                .as(new ColumnRole.ErrorOf(name));
        values.add(value);
    }
}
