package org.cellarius.galaxy.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.fit.Polynomial;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.PhaseSpaceKernel;
import org.cellarius.galaxy.frame.PhaseSpaceKernel.Motions;
import org.cellarius.galaxy.frame.Sun;
import org.junit.jupiter.api.Test;

class DiscMockTest {

    private static final DiscTruth TRUTH = new DiscTruth(-0.06, -0.2, -0.02, 0.05, 0.0);

    @Test
    void theSameSeedGivesTheSameSurveyHoweverItIsCut() {
        double[][] whole = observe(new DiscMock(5, 3000, TRUTH, Sun.HAWKINS_2023), 0, 3120);
        double[][] tail = observe(new DiscMock(5, 3000, TRUTH, Sun.HAWKINS_2023), 2000, 1120);
        for (int k = 0; k < whole.length; k++) {
            assertThat(Arrays.copyOfRange(whole[k], 2000, 3120)).containsExactly(tail[k]);
        }
        double[][] other = observe(new DiscMock(6, 3000, TRUTH, Sun.HAWKINS_2023), 0, 3120);
        assertThat(other[1]).isNotEqualTo(whole[1]);
    }

    @Test
    void oneStarIn25IsObservedTwiceWithinATenthOfAnArcsecond() {
        var mock = new DiscMock(5, 3000, TRUTH, Sun.HAWKINS_2023);
        assertThat(mock.observations()).isEqualTo(3120);
        double[][] s = observe(mock, 0, 3120);
        for (int k = 0; k < 120; k++) {
            int first = 25 * k;
            assertThat(s[0][3000 + k]).isEqualTo(first);
            assertThat(Math.abs(s[2][3000 + k] - s[2][first]) * 3600).isCloseTo(0.1, within(1e-6));
            assertThat(s[9][3000 + k]).as("signal to noise").isLessThan(s[9][first]);
        }
    }

    @Test
    void theTrapsAreThere() {
        double[][] s = observe(new DiscMock(5, 20_000, TRUTH, Sun.HAWKINS_2023), 0, 20_000);
        assertThat(count(s[3], DiscMock.FILLER)).isBetween(50, 160);
        assertThat(count(s[5], DiscMock.FILLER)).isBetween(130, 270);
        assertThat(count(s[7], DiscMock.FILLER)).isBetween(850, 1150);
        assertThat(count(s[10], DiscMock.BAD_SPECTRUM_FLAG)).isBetween(300, 500);
    }

    @Test
    void withoutScatterTheMeanRelationIsTheTruth() {
        double[][] s = observe(new DiscMock(9, 200_000, TRUTH, Sun.HAWKINS_2023), 0, 200_000);
        var kernel = new PhaseSpaceKernel(new GalactocentricFrame(Sun.HAWKINS_2023), Motions.UNKNOWN);
        double[][] place = new double[kernel.outputs().size()][s[0].length];
        kernel.apply(s[0].length, new double[][] {s[1], s[2], s[3]}, place, new StarStatus[s[0].length]);
        int[] good = IntStream.range(0, s[0].length)
                .filter(i -> s[3][i] > 0 && s[5][i] > -9 && s[7][i] > -9 && s[10][i] < 4)
                .toArray();
        // Remove the known radial and vertical trends; what is left must be the age trend.
        double[] age = IntStream.of(good).mapToDouble(i -> s[7][i]).toArray();
        double[] rest = IntStream.of(good)
                .mapToDouble(i -> s[5][i] + 0.06 * (place[5][i] - 8.27) + 0.2 * Math.abs(place[4][i]))
                .toArray();
        Polynomial trend = Polynomial.fit(age, rest, 1);
        assertThat(trend.at(6) - trend.at(5)).isCloseTo(-0.02, within(2e-4));
        assertThat(trend.at(5)).isCloseTo(0.05, within(2e-3));
    }

    private static int count(double[] values, double wanted) {
        return (int) Arrays.stream(values).filter(v -> v == wanted).count();
    }

    private static double[][] observe(DiscMock mock, int from, int rows) {
        double[][] out = new double[mock.outputs().size()][rows];
        double[] number = IntStream.range(from, from + rows).mapToDouble(i -> i).toArray();
        mock.apply(rows, new double[][] {number}, out, new StarStatus[rows]);
        return out;
    }
}
