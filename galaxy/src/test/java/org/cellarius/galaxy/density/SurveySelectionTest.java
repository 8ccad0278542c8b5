package org.cellarius.galaxy.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.density.DiscProfile.Vertical;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.selection.CountedCells;
import org.cellarius.galaxy.selection.FieldFractions;
import org.cellarius.galaxy.selection.SelectionKernel;
import org.cellarius.galaxy.selection.SelectionPart;
import org.cellarius.galaxy.selection.SkyPixels;
import org.junit.jupiter.api.Test;

/** The effective volume of a selection function against closed forms, and against stars put at random and shown to the selection's own kernel. */
class SurveySelectionTest {

    private static final Sun SUN = Sun.IMIG_2023;

    private static double sum(SurveySelection selection) {
        return java.util.Arrays.stream(selection.cells(SUN).points().weight()).sum();
    }

    /** Half of all stars brighter than 15. */
    private static SelectionPart half() {
        return new CountedCells(
                new SkyPixels.Whole(),
                List.of(new CountedCells.Axis("g", -5, 15, 20)),
                List.of(new CountedCells.Row(0, List.of(0), 2_000_000_000L, 1_000_000_000L)));
    }

    private static SurveySelection seen(double[] values, double scatter, double farthest) {
        return new SurveySelection(
                List.of(half()),
                Tracers.fixed(values, new boolean[] {true}, scatter),
                new Extinction.None(),
                0,
                farthest,
                3);
    }

    @Test
    void aMagnitudeLimitIsASphere() {
        // M = 1.5 is 15 mag at 10^0.7 kpc.
        double limit = Math.pow(10, 0.7);
        assertThat(sum(seen(new double[] {1.5}, 0, 4))).isCloseTo(0.5 * 4 * Math.PI / 3 * 64, within(1e-6));
        assertThat(sum(seen(new double[] {1.5}, 0, 9)))
                .isCloseTo(
                        0.5 * 4 * Math.PI / 3 * Math.pow(limit, 3),
                        within(0.02 * 4 * Math.PI / 6 * Math.pow(limit, 3)));
        // A scatter in brightness makes a lognormal one of the radius: its third moment.
        double width = 0.2 * Math.log(10) * 0.3;
        double third = Math.pow(limit, 3) * Math.exp(4.5 * width * width);
        assertThat(sum(seen(new double[] {1.5}, 0.3, 15)) / (0.5 * 4 * Math.PI / 3 * third))
                .isCloseTo(1, within(0.004));
    }

    @Test
    void fieldsAreConesOfTheirArea() {
        var fields = new FieldFractions(List.of(
                new FieldFractions.Cohort(40, 10, 5, 7, 13, 0.5, 2, 0.4, 0.5),
                new FieldFractions.Cohort(200, -50, 5, 7, 13, 0.5, 2, 0.4, 0.5)));
        var selection = new SurveySelection(
                List.of(fields),
                new Tracers(new double[][] {{-2, -2}, {0.7, 0.2}}, new boolean[] {true, false}),
                new Extinction.None(),
                0.7,
                2,
                7);
        // Half of the tracers are too blue; 13 - (-2) is a distance beyond 2 kpc, 7 - (-2) is 0.63 kpc.
        double cap = 2 * Math.PI * (1 - Math.cos(Math.toRadians(5)));
        double expected = 2 * 0.5 * 0.2 * cap * (8 - 0.343) / 3;
        assertThat(sum(selection)).isCloseTo(expected, within(0.01 * expected));
    }

    /** Every star's own magnitude and colour at its own place, by the kernel that gives weights. */
    @Test
    void theIntegralIsThatOfStarsAtRandom() {
        SurveyMock survey = SurveyMock.STANDARD;
        var profile = new DiscProfile(0.3, 0.3, 8.3, 0.35, 0.08, 8.3, Vertical.EXPONENTIAL);
        var random = new SplittableRandom(9);
        var frame = new GalactocentricFrame(SUN);
        double[] here = frame.placeOf(0, 0, 0);
        var kernel = survey.kernel();
        int n = 400_000;
        double[][] in = new double[4][n];
        double[] density = new double[n];
        double far = survey.selection().farthestKpc();
        for (int i = 0; i < n; i++) {
            double x = here[0] + far * (2 * random.nextDouble() - 1);
            double y = far * (2 * random.nextDouble() - 1);
            double z = here[2] + far * (2 * random.nextDouble() - 1);
            survey.observe(frame, x, y, z, random.nextGaussian(), in, i);
            density[i] = survey.selection().holds(SUN, x, y, z) ? Math.exp(profile.lnDensity(Math.hypot(x, y), z)) : 0;
        }
        double[][] out = new double[4][n];
        kernel.apply(n, in, out, new StarStatus[n]);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double one = Double.isNaN(out[0][i]) ? 0 : out[0][i] * density[i];
            sum += one / n;
            squares += one * one / n;
        }
        double box = 8 * far * far * far;
        double error = Math.sqrt((squares - sum * sum) / n) / sum;
        assertThat(error).isLessThan(0.01);
        assertThat(kernel.inputs()).hasSize(4);
        assertThat(survey.selection().cells(SUN).points().lnIntegral(profile))
                .isCloseTo(Math.log(box * sum), within(3.5 * error));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> seen(new double[] {1}, -1, 4)).hasMessageContaining("between 0 and 10");
        assertThatThrownBy(() -> seen(new double[] {1}, 0, 0)).hasMessageContaining("must rise");
        assertThatThrownBy(() -> seen(new double[] {Double.NaN}, 0, 4)).hasMessageContaining("every tracer");
        assertThatThrownBy(() -> new SurveySelection(
                        List.of(half()),
                        new Tracers(new double[][] {{1}, {1}}, new boolean[] {true, false}),
                        new Extinction.None(),
                        0,
                        1,
                        3))
                .hasMessageContaining("asks for 1 magnitudes and colours, tracers have 2");
        assertThat(new SelectionKernel(List.of(new SelectionKernel.Named("half", half()))).inputs())
                .hasSize(3);
        // Nothing that bright is counted: no volume.
        assertThat(seen(new double[] {14}, 0, 4).cells(SUN).nodes()).isPositive();
        assertThat(seen(new double[] {40}, 0, 4).cells(SUN).isEmpty()).isTrue();
    }
}
