package org.cellarius.galaxy.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.galaxy.GoldenTable;
import org.cellarius.galaxy.fit.LineFit;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.fit.LineSums;
import org.cellarius.galaxy.fit.Polynomial;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The vertical gradient of Long et al. (2025), step by step, against numpy: polynomial, radial trend, medians in bins, line. */
class LongRecipeTest {

    private static final double BIN_KPC = 0.06;

    @Test
    void mediansAndVerticalGradientsEqualNumpy() {
        Assumptions.assumeTrue(
                GoldenTable.has("stats_long_medians.csv"),
                "golden table stats_long_medians.csv is not beside this checkout");
        var stars = GoldenTable.read("stats_sample.csv");
        double[] r = stars.column("R");
        double[] height = Arrays.stream(stars.column("Z")).map(Math::abs).toArray();
        double[] teff = stars.column("teff");
        double[] feH = stars.column("feh_with_teff_trend");

        int[] near = rows(r.length, i -> r[i] > 8.7 && r[i] < 9.5);
        Polynomial trend = Polynomial.fit(pick(teff, near), pick(feH, near), 6);
        double[] corrected = IntStream.range(0, r.length)
                .mapToDouble(i -> feH[i] - trend.at(teff[i]))
                .toArray();
        int[] plane = rows(r.length, i -> height[i] < 0.2);
        LineFit radial =
                LineSums.of(plane.length, plane, r, corrected, new double[0]).fit(LineMethod.OLS, 3);
        assertThat(radial.slope()).isCloseTo(golden("radial_trend_slope_absZ<0.2", ""), within(1e-11));
        double[] residual = IntStream.range(0, r.length)
                .mapToDouble(i -> corrected[i] - radial.at(r[i]))
                .toArray();

        var medians = GoldenTable.read("stats_long_medians.csv");
        int compared = 0;
        for (int lo : List.of(7, 9, 11)) {
            int[] ring = rows(r.length, i -> r[i] > lo && r[i] <= lo + 2);
            double[][] in = {pick(residual, ring), pick(height, ring), new double[ring.length]};
            var bins = new RectangularCells(BIN_KPC, 0, 100, 0, 1);
            QuantilePass pass = QuantilePass.first(bins, new double[] {0.5}, -10, 10);
            QuantileStep next = pass.after(pass.fold(pass.empty(), ring.length, in));
            QuantilePass collect = (QuantilePass) next;
            var found = (QuantilesByGroup) collect.after(collect.fold(collect.empty(), ring.length, in));

            var xs = new ArrayList<Double>();
            var ys = new ArrayList<Double>();
            for (int b = 0; b < bins.groups(); b++) {
                if (found.counts()[b] > 0) {
                    assertThat(medians.column("R_lo")[compared]).isEqualTo(lo);
                    assertThat((int) medians.column("bin")[compared]).isEqualTo(b);
                    assertThat(found.counts()[b]).isEqualTo((long) medians.column("n")[compared]);
                    assertThat(found.values()[b][0]).isCloseTo(medians.column("median")[compared], within(1e-9));
                    compared++;
                }
                if (found.counts()[b] >= 10) {
                    xs.add((b + 0.5) * BIN_KPC);
                    ys.add(found.values()[b][0]);
                }
            }
            double[] x = xs.stream().mapToDouble(Double::doubleValue).toArray();
            double[] y = ys.stream().mapToDouble(Double::doubleValue).toArray();
            LineFit line = LineSums.of(x.length, IntStream.range(0, x.length).toArray(), x, y, new double[0])
                    .fit(LineMethod.OLS, 3);
            assertThat(line.slope()).isCloseTo(golden("vertical_slope", String.valueOf(lo)), within(1e-9));
            assertThat(line.intercept()).isCloseTo(golden("vertical_intercept", String.valueOf(lo)), within(1e-9));
            assertThat(line.slopeSdScaled()).isCloseTo(golden("vertical_slope_se", String.valueOf(lo)), within(1e-9));
            assertThat(line.interceptSdScaled())
                    .isCloseTo(golden("vertical_intercept_se", String.valueOf(lo)), within(1e-9));
        }
        assertThat(compared).isEqualTo(medians.rows().size());
    }

    private static double golden(String quantity, String rLo) {
        return GoldenTable.read("stats_long.csv").rows().stream()
                .filter(row -> row[0].equals(quantity) && row[1].equals(rLo))
                .mapToDouble(row -> Double.parseDouble(row[4]))
                .findFirst()
                .orElseThrow();
    }

    private static int[] rows(int n, java.util.function.IntPredicate wanted) {
        return IntStream.range(0, n).filter(wanted).toArray();
    }

    private static double[] pick(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(i -> values[i]).toArray();
    }
}
