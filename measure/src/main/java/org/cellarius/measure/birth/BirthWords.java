package org.cellarius.measure.birth;

import org.cellarius.galaxy.birth.BirthWidth;
import org.cellarius.galaxy.birth.CentralMetallicity;
import org.cellarius.galaxy.birth.DiscGrowth;
import org.cellarius.galaxy.birth.RangeStatistic;
import org.cellarius.measure.product.Numbers;

/** The settings of birth radii in words. */
final class BirthWords {

    private BirthWords() {}

    static String range(RangeStatistic range) {
        return switch (range) {
            case RangeStatistic.StandardDeviation s -> "standard deviation";
            case RangeStatistic.PercentileRange p ->
                "percentile " + Numbers.brief(p.upper()) + " minus percentile " + Numbers.brief(p.lower());
        };
    }

    static String level(RangeStatistic range) {
        return switch (range) {
            case RangeStatistic.StandardDeviation s -> "mean";
            case RangeStatistic.PercentileRange p -> "median";
        };
    }

    static String width(BirthWidth width) {
        return switch (width) {
            case BirthWidth.Constant c -> "constant in time";
            case BirthWidth.InsideOut i -> "growing with the disc, " + growth(i.growth());
            case BirthWidth.AsSampled s ->
                "that of the stars in the sample, by " + growth(s.growth()) + " and a migration of "
                        + Numbers.brief(s.migration().at8GyrKpc()) + " kpc in 8 Gyr";
        };
    }

    private static String growth(DiscGrowth growth) {
        return "scale length %s (1 − %s age/Gyr) kpc"
                .formatted(Numbers.brief(growth.scaleLengthNowKpc()), Numbers.brief(growth.lossPerGyr()));
    }

    static String centre(CentralMetallicity centre, RangeStatistic range) {
        return switch (centre) {
            case CentralMetallicity.FromBirthRadii c ->
                "the " + level(range) + " [Fe/H] of an age belongs to the " + level(range) + " radius of its births";
            case CentralMetallicity.AtRadius r ->
                "the " + level(range) + " [Fe/H] of every age belongs to " + Numbers.brief(r.radiusKpc()) + " kpc";
            case CentralMetallicity.Given g -> "a given law";
        };
    }
}
