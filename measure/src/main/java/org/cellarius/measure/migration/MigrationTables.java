package org.cellarius.measure.migration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.galaxy.migration.MigrantStars;
import org.cellarius.galaxy.posterior.Marginals;
import org.cellarius.galaxy.posterior.Parameter;
import org.cellarius.measure.migration.GasHistory.Value;

/** The tables of a strength of migration. */
record MigrationTables(
        MigrationStrength product, Marginals found, GasHistory history, long stars, List<Parameter> parameters) {

    private static String unit(String parameter) {
        return switch (parameter) {
            case "migration", "radius_solar" -> "kpc";
            case "fe_h_now", "fe_h_first", "scatter" -> "dex";
            case "fe_h_loss" -> "dex/Gyr";
            case "gradient_now", "gradient" -> "dex/kpc";
            case "gradient_change" -> "dex/(kpc Gyr)";
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
        table.number("migration_p16", "kpc", "below which it lies with 16 per cent")
                .as(ColumnRole.Other.DETAIL)
                .number("migration_p84", "kpc", "below which it lies with 84 per cent")
                .as(ColumnRole.Other.DETAIL);
        row.add(found.percentiles().getFirst().p16());
        row.add(found.percentiles().getFirst().p84());
        return table.row(row.toArray()).build();
    }

    /** Whole ages up to that of the oldest star. */
    static double[] ages(MigrantStars stars) {
        double oldest = Arrays.stream(stars.ageGyr()).max().orElse(1);
        double[] ages = new double[1 + (int) Math.max(1, Math.floor(oldest))];
        Arrays.setAll(ages, k -> k);
        return ages;
    }

    /** What the numbers mean at each age. */
    SmallTable byAge(MigrantStars of) {
        var table = new SmallTable.Builder()
                .number("age", "Gyr", "age")
                .as(ColumnRole.Key.PLACE)
                .number("spread", "kpc", "standard deviation of guiding radii about the radii of birth")
                .number("spread_error", "kpc", "one sigma")
                .as(new ColumnRole.ErrorOf("spread"))
                .number("gradient", "dex/kpc", "of the gas")
                .number("gradient_error", "dex/kpc", "one sigma")
                .as(new ColumnRole.ErrorOf("gradient"))
                .number("centre", "dex", "[Fe/H] of the gas continued to the centre")
                .number("centre_error", "dex", "one sigma")
                .as(new ColumnRole.ErrorOf("centre"));
        for (double age : ages(of)) {
            Value spread = history.spread(age);
            Value gradient = history.gradient(age);
            Value centre = history.centre(age);
            table.row(
                    age,
                    spread.value(),
                    spread.error(),
                    gradient.value(),
                    gradient.error(),
                    centre.value(),
                    centre.error());
        }
        return table.build();
    }
}
