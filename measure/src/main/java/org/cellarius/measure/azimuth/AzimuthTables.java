package org.cellarius.measure.azimuth;

import java.util.List;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.galaxy.azimuth.Footprint;
import org.cellarius.galaxy.azimuth.RingModes;
import org.cellarius.galaxy.azimuth.RingSlope;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;

/** The tables of a variation with azimuth. */
record AzimuthTables(AzimuthalVariation product, Sample sample, Quantities quantities, List<Ring> rings) {

    /** Value and azimuth. */
    record Quantities(Quantity value, Quantity azimuth) {}

    private SmallTable.Builder sliced() {
        return new SmallTable.Builder()
                .slices(
                        sample.slices().map(Quantity::label).orElse(""),
                        sample.slices().map(Quantity::unit).orElse(""));
    }

    private String radiusUnit() {
        return sample.slices().map(Quantity::unit).orElse("");
    }

    private static String perDeg(String unit) {
        return unit.isEmpty() ? "1/deg" : Quantity.quotient(unit, "deg");
    }

    /** A row for each ring. */
    SmallTable ringTable() {
        String unit = quantities.value().unit();
        SmallTable.Builder table = sliced().count("n", "stars")
                .as(ColumnRole.Other.COUNT)
                .text("status", "OK, or what the modes lack")
                .as(ColumnRole.Other.STATUS)
                .number("radius", radiusUnit(), "mean radius of the stars")
                .number(
                        "azimuth_from",
                        "deg",
                        "first star, behind the widest gap; where it lies is chance where the ring is seen all round")
                .as(ColumnRole.Other.DETAIL)
                .number("azimuth_to", "deg", "last star; above 180 where the arc holds the jump from 180 to -180")
                .as(ColumnRole.Other.DETAIL)
                .number(
                        "slope",
                        perDeg(unit),
                        "change with azimuth, by least squares; none where the ring is seen all round")
                .number("slope_error", perDeg(unit), "from the scatter about the line")
                .as(new ColumnRole.ErrorOf("slope"))
                .number("p_value", "", "how often chance alone gives modes as strong, all of them together")
                .text(
                        "p_from",
                        "permutation, or chi-squared of more than %s stars"
                                .formatted(Numbers.count(product.permutedStars())))
                .as(ColumnRole.Other.DETAIL)
                .number("spread", unit, "standard deviation of the medians of the bins")
                .number(
                        "spread_expected",
                        unit,
                        "what the errors of the medians alone make of it (Imig et al. 2023, eqs. 2 and 3)")
                .number("scatter", unit, "standard deviation of the stars about the modes")
                .number("inflation", "", "largest error of a mode over that of a whole ring of as many stars")
                .as(ColumnRole.Other.DETAIL);
        for (Ring ring : rings) {
            table.row(
                    ring.number() + 1,
                    sample.low(ring.number()),
                    sample.high(ring.number()),
                    ring.n(),
                    ring.status().name(),
                    ring.radius(),
                    ring.footprint().map(Footprint::fromDeg).orElse(Double.NaN),
                    ring.footprint().map(Footprint::toDeg).orElse(Double.NaN),
                    ring.slope().map(RingSlope::perDeg).orElse(Double.NaN),
                    ring.slope().map(RingSlope::error).orElse(Double.NaN),
                    ring.modes().map(RingModes::pValue).orElse(Double.NaN),
                    ring.modes()
                            .map(m -> m.permuted() ? "permutation" : "chi-squared")
                            .orElse(""),
                    ring.spread(product.minimumCount()),
                    ring.expectedSpread(product.minimumCount()),
                    ring.modes().map(RingModes::scatter).orElse(Double.NaN),
                    ring.modes().map(RingModes::inflation).orElse(Double.NaN));
        }
        return table.build();
    }

    /** A row for each bin with a star. */
    SmallTable binTable() {
        String unit = quantities.value().unit();
        String azimuth = quantities.azimuth().unit();
        SmallTable.Builder table = sliced().number("azimuth_lo", azimuth, "lower edge of the bin, inclusive")
                .as(ColumnRole.Key.PLACE)
                .number("azimuth_hi", azimuth, "upper edge of the bin, exclusive")
                .as(ColumnRole.Key.PLACE)
                .count("n", "stars")
                .as(ColumnRole.Other.COUNT)
                .number("mean", unit, "mean of " + product.reference().sentence())
                .number("mean_error", unit, "sd / sqrt(n)")
                .as(new ColumnRole.ErrorOf("mean"))
                .number("median", unit, "median of the same")
                .number("median_error", unit, "1.2533 sd / sqrt(n)")
                .as(new ColumnRole.ErrorOf("median"))
                .text("shown", "yes where the bin has the minimum count")
                .as(ColumnRole.Other.SHOWN);
        for (Ring ring : rings) {
            for (Ring.Bin bin : ring.bins()) {
                table.row(
                        ring.number() + 1,
                        sample.low(ring.number()),
                        sample.high(ring.number()),
                        bin.low(),
                        bin.high(),
                        bin.residual().n(),
                        bin.residual().mean(),
                        bin.residual().standardError(),
                        bin.median(),
                        bin.medianError(),
                        ring.shown(product.minimumCount()).contains(bin) ? "yes" : "no");
            }
        }
        return table.build();
    }

    /** A row for each mode of each ring. */
    SmallTable modeTable() {
        String unit = quantities.value().unit();
        String squared = unit.isEmpty() ? "" : unit + "2";
        SmallTable.Builder table = sliced().count("mode", "periods in a turn")
                .as(ColumnRole.Key.PLACE)
                .number("amplitude", unit, "half of crest minus trough; above zero by chance too")
                .number("amplitude_error", unit, "of first order, from the covariance")
                .as(new ColumnRole.ErrorOf("amplitude"))
                .number(
                        "amplitude_corrected",
                        unit,
                        switch (product.amplitudes()) {
                            case WARDLE_KRONBERG -> "without what noise adds: Wardle and Kronberg (1974)";
                            case MODIFIED_ASYMPTOTIC -> "without what noise adds: Plaszczynski et al. (2014)";
                        })
                .number("crest", "deg", "azimuth of a crest")
                .number("crest_error", "deg", "of first order, from the covariance")
                .as(new ColumnRole.ErrorOf("crest"))
                .number("cos", unit, "coefficient of cos(mode * azimuth)")
                .number("cos_error", unit, "one sigma under the footprint")
                .as(new ColumnRole.ErrorOf("cos"))
                .number("sin", unit, "coefficient of sin(mode * azimuth)")
                .number("sin_error", unit, "one sigma under the footprint")
                .as(new ColumnRole.ErrorOf("sin"))
                .number("cos_sin_covariance", squared, "covariance of both")
                .as(ColumnRole.Other.DETAIL)
                .number("inflation", "", "larger error of both over that of a whole ring of as many stars")
                .as(ColumnRole.Other.DETAIL);
        for (Ring ring : rings) {
            ring.modes()
                    .ifPresent(found -> found.modes()
                            .forEach(m -> table.row(
                                    ring.number() + 1,
                                    sample.low(ring.number()),
                                    sample.high(ring.number()),
                                    m.m(),
                                    m.amplitude(),
                                    m.amplitudeError(),
                                    m.amplitude(product.amplitudes()),
                                    m.crestDeg(),
                                    m.crestErrorDeg(),
                                    m.cos(),
                                    Math.sqrt(m.cosVariance()),
                                    m.sin(),
                                    Math.sqrt(m.sinVariance()),
                                    m.covariance(),
                                    found.inflation(m))));
        }
        return table.build();
    }
}
