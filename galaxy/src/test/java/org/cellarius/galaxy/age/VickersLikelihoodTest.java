package org.cellarius.galaxy.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cellarius.galaxy.GoldenTable;
import org.junit.jupiter.api.Test;

/** Against the golden ages, made by numpy from the same isochrones. */
class VickersLikelihoodTest {

    private static final List<String> NAMES = List.of("teff", "logg", "MG", "feh");

    @Test
    void likelihoodsModesAndIntervalsAreTheGoldenOnes() {
        GoldenTable stars = GoldenTable.read("ages.csv");
        double[] curves = GoldenTable.read("ages_pdf.csv").column("G");
        IsochroneGrid grid = ToyIsochrones.grid();
        var likelihood = VickersLikelihood.of(grid, ToyIsochrones.observables(), false);
        double[][] values = NAMES.stream().map(stars::column).toArray(double[][]::new);
        double[][] errors = NAMES.stream().map(n -> stars.column("e_" + n)).toArray(double[][]::new);
        int n = values[0].length;
        assertThat(n).isGreaterThanOrEqualTo(50);
        for (int i = 0; i < n; i++) {
            int star = i;
            likelihood.observe(
                    java.util.stream.IntStream.range(0, 4)
                            .mapToDouble(k -> values[k][star])
                            .toArray(),
                    java.util.stream.IntStream.range(0, 4)
                            .mapToDouble(k -> errors[k][star])
                            .toArray());
            double[] l = likelihood.likelihood();
            double most = java.util.Arrays.stream(l).max().orElseThrow();
            for (int k = 0; k < grid.ages(); k++) {
                double golden = curves[i * grid.ages() + k];
                assertThat(l[k] / most)
                        .as("star %d, age %s", i, grid.ageGyr(k))
                        .isCloseTo(golden, within(1e-12 + 1e-11 * golden));
            }
            LikelihoodSummary summary = LikelihoodSummary.of(grid.agesGyr(), l);
            assertThat(summary.modeGyr()).isEqualTo(stars.column("mode_age")[i]);
            assertThat(summary.lowGyr()).isCloseTo(stars.column("lo61")[i], within(1e-10));
            assertThat(summary.highGyr()).isCloseTo(stars.column("hi61")[i], within(1e-10));
            assertThat(summary.meanGyr()).isCloseTo(stars.column("mean_age")[i], within(1e-10));
            assertThat(summary.deviationGyr()).isCloseTo(stars.column("std_age")[i], within(1e-10));
            assertThat(Math.log(most) + likelihood.lnScale())
                    .isCloseTo(stars.column("ln_max_likelihood")[i], within(1e-9));
        }
    }
}
