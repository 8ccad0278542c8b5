package org.cellarius.galaxy.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Is the error of the map the error of the map? Refits of many simulated samples of the same surface. */
class SmoothCoverageTest {

    private static final int SAMPLES = 100;
    private static final int STARS = 1500;

    private static double truth(double r, double h) {
        return 0.3 - 0.06 * (r - 8) + 0.08 * Math.sin(1.3 * r) - 0.25 * h + 0.05 * Math.cos(2 * h + 0.6 * r);
    }

    @Test
    void mapScatterAndHeldOutStarsAreAsTheirErrorsSay() {
        var basis = new SplineBasis(List.of(new SplineAxis(4, 12, 14, false, 2), new SplineAxis(0, 2, 6, false, 2)));
        int within = 0;
        int places = 0;
        double zScatter = 0;
        double zScatter2 = 0;
        double held = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            var random = new SplittableRandom(1000 + sample);
            double[][] columns = new double[4][STARS];
            for (int i = 0; i < STARS; i++) {
                columns[0][i] = 4 + 8 * random.nextDouble();
                columns[1][i] = -Math.log(1 - random.nextDouble() * (1 - Math.exp(-4))) * 0.5;
                columns[3][i] = 0.03 + 0.15 * random.nextDouble();
                columns[2][i] =
                        truth(columns[0][i], columns[1][i]) + Math.hypot(0.1, columns[3][i]) * random.nextGaussian();
            }
            Passes.Done done = Passes.tested(basis, true, columns, new HeldOut(0.1, sample));
            var reader = done.all().surface().reader();
            for (double r = 4.2; r < 12; r += 0.4) {
                for (double h = 0.05; h < 1.5; h += 0.1) {
                    reader.at(r, h);
                    double z = (reader.value() - truth(r, h)) / Math.sqrt(reader.variance());
                    within += Math.abs(z) < 1 ? 1 : 0;
                    places++;
                }
            }
            double z = (done.all().scatter() - 0.1) / done.all().scatterError();
            zScatter += z / SAMPLES;
            zScatter2 += z * z / SAMPLES;
            held += done.heldOut().variance() / SAMPLES;
        }
        assertThat(within / (double) places).isCloseTo(0.68, within(0.03));
        assertThat(zScatter).isCloseTo(0, within(0.35));
        assertThat(Math.sqrt(zScatter2)).isCloseTo(1, within(0.25));
        assertThat(held).isCloseTo(1, within(0.03));
    }
}
