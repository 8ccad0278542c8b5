package org.cellarius.measure.birth;

import java.util.List;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.galaxy.birth.BirthBin;
import org.cellarius.galaxy.birth.BirthHistory;
import org.cellarius.galaxy.birth.MetallicityProfile;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;

/** The tables of birth radii. */
record BirthTables(BirthRadii product, Sample sample, BirthHistory history, List<BornStars> born) {

    private static final String DEX = "dex";
    private static final String PER_KPC = "dex/kpc";
    private static final String KPC = "kpc";
    private static final double[] PERCENTILES = {5, 16, 50, 84, 95};

    private SmallTable.Builder sliced() {
        Quantity age = sample.slices().orElseThrow();
        return new SmallTable.Builder()
                .slices(age.label(), age.unit())
                .count("n", "stars")
                .as(ColumnRole.Other.COUNT);
    }

    /** A row for each age. */
    SmallTable byAge() {
        String level = BirthWords.level(product.method().range());
        SmallTable.Builder table = sliced().text("status", "OK, or why the age has no numbers")
                .as(ColumnRole.Other.STATUS)
                .number("age", "Gyr", "mean age of the stars")
                .number(
                        "gradient",
                        PER_KPC,
                        "of the gas at that age: range over "
                                + BirthWords.width(product.method().width()))
                .number("gradient_error", PER_KPC, "one sigma, of first order")
                .as(new ColumnRole.ErrorOf("gradient"))
                .number("gradient_uncorrected", PER_KPC, "the same with the width of the youngest stars at all ages")
                .number("gradient_uncorrected_error", PER_KPC, "one sigma, of first order")
                .as(new ColumnRole.ErrorOf("gradient_uncorrected"))
                .number("centre", DEX, "[Fe/H] of the gas continued to the centre")
                .number("centre_error", DEX, "one sigma, of first order")
                .as(new ColumnRole.ErrorOf("centre"))
                .number("range", DEX, BirthWords.range(product.method().range()) + " of [Fe/H], as observed")
                .number("range_error", DEX, "one sigma")
                .as(new ColumnRole.ErrorOf("range"))
                .number("range_of_gas", DEX, "the same without errors and scatter")
                .number("noise", DEX, "standard deviation that errors and scatter make")
                .as(ColumnRole.Other.DETAIL)
                .number("width", KPC, "the same range of radii of birth")
                .number("level", DEX, level + " of [Fe/H]")
                .number("level_error", DEX, "one sigma")
                .as(new ColumnRole.ErrorOf("level"))
                .number("level_radius", KPC, "radius of birth that belongs to it")
                .as(ColumnRole.Other.DETAIL)
                .number(
                        "age_shift",
                        PER_KPC,
                        "what as large errors of age again would add to the gradient: about what they have added; as uncertain as the gradient")
                .as(ColumnRole.Other.DETAIL);
        for (int k = 0; k < born.size(); k++) {
            BirthBin b = history.bins().get(k);
            MetallicityProfile gas = b.profile();
            table.row(
                    k + 1,
                    b.lowGyr(),
                    b.highGyr(),
                    b.spread().n(),
                    b.status().name(),
                    b.meanAgeGyr(),
                    gas.gradient(),
                    gas.gradientError(),
                    b.uncorrected().gradient(),
                    b.uncorrected().gradientError(),
                    gas.centre(),
                    gas.centreError(),
                    b.spread().range(),
                    b.spread().rangeError(),
                    b.rangeDex(),
                    b.noiseDex(),
                    b.widthKpc(),
                    b.spread().level(),
                    b.spread().levelError(),
                    b.levelKpc(),
                    b.ageShiftDexPerKpc());
        }
        return table.build();
    }

    /** Radii of birth of each age. */
    SmallTable radii() {
        SmallTable.Builder table = sliced();
        for (double p : PERCENTILES) {
            table.number(
                    "r_birth_p" + (p < 10 ? "0" : "") + (int) p,
                    KPC,
                    "percentile " + (int) p + " of the radii of birth");
        }
        table.number(
                        "r_birth_error",
                        KPC,
                        "median error of a star's radius of birth: of [Fe/H], age, scatter of the gas, gradient and centre")
                .number(
                        "within_centre",
                        "",
                        "share of stars with a negative radius: [Fe/H] beyond that of the gas at the centre")
                .as(ColumnRole.Other.DETAIL);
        for (int k = 0; k < born.size(); k++) {
            BirthBin b = history.bins().get(k);
            BornStars stars = born.get(k);
            table.row(
                    k + 1,
                    b.lowGyr(),
                    b.highGyr(),
                    b.spread().n(),
                    stars.percentile(PERCENTILES[0]),
                    stars.percentile(PERCENTILES[1]),
                    stars.percentile(PERCENTILES[2]),
                    stars.percentile(PERCENTILES[3]),
                    stars.percentile(PERCENTILES[4]),
                    stars.typicalErrorKpc(),
                    stars.withinCentre());
        }
        return table.build();
    }
}
