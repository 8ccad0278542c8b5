package org.cellarius.galaxy.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.distance.ParallaxZeroPoint.Constant;
import org.cellarius.galaxy.distance.ParallaxZeroPoint.Lindegren2021;
import org.cellarius.galaxy.distance.ParallaxZeroPoint.None;
import org.junit.jupiter.api.Test;

class ParallaxKernelTest {

    private static final ExponentialDensityPrior PRIOR = new ExponentialDensityPrior(1.35);

    @Test
    void zeroPointIsSubtractedBeforeAnythingElse() {
        double[][] plain = run(new ParallaxKernel(new None(), PRIOR, List.of()), new double[][] {{1.017}, {0.1}});
        double[][] shifted =
                run(new ParallaxKernel(new Constant(-0.017), PRIOR, List.of()), new double[][] {{1.0}, {0.1}});
        for (int k = 0; k < 5; k++) {
            assertThat(shifted[k][0]).isCloseTo(plain[k][0], within(1e-12));
        }
        assertThat(shifted[5][0]).isEqualTo(-0.017);
        assertThat(plain[5][0]).isZero();
    }

    @Test
    void starsWithoutWhatIsNeededHaveAStatusAndNoDistance() {
        var kernel = new ParallaxKernel(new Lindegren2021(), PRIOR, List.of(5));
        double nan = Double.NaN;
        double[][] in = {
            {1, nan, 1, 1, 1, -0.5},
            {0.1, 0.1, 0, nan, 0.1, 0.1},
            {10, 10, 10, 10, 10, 10},
            {20, 20, 20, 20, 20, 20},
            {15, 15, 15, 15, 3, 15},
            {1.5, 1.5, 1.5, 1.5, 1.5, nan},
            {nan, nan, nan, nan, nan, 1.5},
            {31, 31, 31, 31, 31, 95}
        };
        var status = new StarStatus[6];
        double[][] out = new double[kernel.outputs().size()][6];
        kernel.apply(6, in, out, status);
        assertThat(status)
                .containsExactly(
                        StarStatus.OK,
                        StarStatus.NO_PARALLAX,
                        StarStatus.NO_PARALLAX,
                        StarStatus.NO_PARALLAX,
                        StarStatus.NO_ZERO_POINT,
                        StarStatus.OK);
        for (int i = 1; i < 5; i++) {
            assertThat(out[0][i]).isNaN();
            assertThat(out[6][i]).isNaN();
        }
        assertThat(out[5][1]).isFinite();
        assertThat(out[5][4]).isNaN();
        assertThat(out[0][5]).isPositive();
        assertThat(out[6][0]).isLessThan(out[1][0]);
    }

    /** No parallax is known exactly: an error of zero stands for one that is not known (docs/science/distances.md). */
    @Test
    void anErrorOfZeroIsNoParallax() {
        double[] parallaxMas = {5, 5, 5, -5, 0, 5};
        double[] errorMas = {0, -0.0, -0.1, 0, 0, 0.1};
        var posterior = new ParallaxKernel(new None(), PRIOR, List.of(5));
        var inverse = new InverseParallaxKernel(new None());
        for (ColumnKernel kernel : List.of(posterior, inverse)) {
            var status = new StarStatus[6];
            double[][] out = new double[kernel.outputs().size()][6];
            kernel.apply(6, new double[][] {parallaxMas, errorMas}, out, status);
            assertThat(List.of(status).subList(0, 5)).containsOnly(StarStatus.NO_PARALLAX);
            assertThat(status[5]).isEqualTo(StarStatus.OK);
            for (int i = 0; i < 5; i++) {
                assertThat(out[0][i]).isNaN();
            }
        }
    }

    /** At the edge of what is let in, on both sides: a batch never dies, or stands still, for one star. */
    @Test
    void absurdParallaxesHaveADistanceOrAStatus() {
        double[] parallaxMas = {1e7, -1e7, 10, -10, 0, 1e-300, 1e7, 1e7, 1, Double.POSITIVE_INFINITY, 1e8};
        double[] errorMas = {1e-3, 1e-3, 1e-9, 1e-9, 1e-9, 1e-9, 1e7, 1e-4, 1e-11, 1, 1};
        for (double lengthKpc : new double[] {1e-3, 1.35, 1e3}) {
            var kernel = new ParallaxKernel(new None(), new ExponentialDensityPrior(lengthKpc), List.of(1, 99));
            var status = new StarStatus[parallaxMas.length];
            double[][] out = new double[kernel.outputs().size()][parallaxMas.length];
            kernel.apply(parallaxMas.length, new double[][] {parallaxMas, errorMas}, out, status);
            for (int i = 0; i < parallaxMas.length; i++) {
                boolean known = i < 7;
                assertThat(status[i]).isEqualTo(known ? StarStatus.OK : StarStatus.NO_PARALLAX);
                if (known) {
                    assertThat(out[0][i]).isFinite().isPositive();
                    assertThat(out[1][i]).isPositive().isLessThanOrEqualTo(out[0][i]);
                    assertThat(out[2][i]).isFinite().isGreaterThanOrEqualTo(out[0][i]);
                    assertThat(out[6][i]).isLessThanOrEqualTo(out[1][i]);
                }
            }
        }
    }

    @Test
    void inverseOfAParallaxThatIsNotPositiveIsRefused() {
        var kernel = new InverseParallaxKernel(new Constant(0.5));
        var status = new StarStatus[4];
        double[][] out = new double[kernel.outputs().size()][4];
        kernel.apply(4, new double[][] {{2.5, 0.5, 0.3, 0.6}, {0.5, 0.1, 0.1, 0.2}}, out, status);
        assertThat(status)
                .containsExactly(
                        StarStatus.OK,
                        StarStatus.PARALLAX_NOT_POSITIVE,
                        StarStatus.PARALLAX_NOT_POSITIVE,
                        StarStatus.OK);
        assertThat(out[0][0]).isEqualTo(0.5);
        assertThat(out[1][0]).isEqualTo(0.4);
        assertThat(out[2][0]).isCloseTo(1 / 1.5, within(1e-15));
        assertThat(out[3][0]).isEqualTo(0.125);
        assertThat(out[0][1]).isNaN();
        assertThat(out[0][2]).isNaN();
        // An upper bound beyond infinity is none.
        assertThat(out[2][3]).isNaN();
    }

    @Test
    void percentilesHaveTheirColumns() {
        assertThat(new ParallaxKernel(new None(), PRIOR, List.of(5, 95))
                        .outputs().stream().map(OutputColumn::name))
                .containsExactly(
                        "distance",
                        "distance_lo",
                        "distance_hi",
                        "distance_error",
                        "distance_mode",
                        "parallax_zero_point",
                        "distance_p05",
                        "distance_p95");
        assertThatThrownBy(() -> new ParallaxKernel(new None(), PRIOR, List.of(0)))
                .hasMessageContaining("percentile");
    }

    private static double[][] run(ColumnKernel kernel, double[][] in) {
        double[][] out = new double[kernel.outputs().size()][in[0].length];
        kernel.apply(in[0].length, in, out, new StarStatus[in[0].length]);
        return out;
    }
}
