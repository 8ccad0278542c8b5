package org.cellarius.galaxy.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The groups of many rows at once beside those of each row alone. */
class GroupsOfRowsTest {

    private static final int ROWS = 10_000;

    static Stream<Grouping> groupings() {
        var few = new Grouping.Slices(List.of(-1.0, 0.0, 0.5, 2.0));
        var many = new Grouping.Slices(List.of(-2.0, -1.5, -1.0, -0.7, -0.1, 0.0, 0.25, 0.3, 1.1, 2.5));
        var even = Grouping.Slices.regular(-2, 0.1, 37);
        var cells = RectangularCells.covering(0.1, 0.25, -2, 2, -1, 3);
        return Stream.of(
                new Grouping.Everyone(),
                few,
                many,
                even,
                new Grouping.Bins(0.3, -7, 20),
                cells,
                HexagonalCells.covering(0.2, 0.3, -2, 2, -1, 3),
                new Grouping.Both(cells, few),
                new Grouping.Both(cells, new Grouping.Everyone()),
                new Grouping.Both(new Grouping.Both(few, many), even));
    }

    @ParameterizedTest
    @MethodSource("groupings")
    void theyAreTheSame(Grouping grouping) {
        var random = new Random(2911);
        double[][] in = new double[1 + grouping.columns()][ROWS];
        double[] odd = {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, -1, 0, -0.0, 0.5, 2, 0.3, 2.5};
        for (double[] column : in) {
            for (int i = 0; i < ROWS; i++) {
                column[i] = random.nextInt(6) == 0 ? odd[random.nextInt(odd.length)] : 1.5 * random.nextGaussian();
            }
        }
        int[] groups = new int[ROWS + 5];
        grouping.groupsOf(in, 1, 7, ROWS - 7, groups, 12);
        int[] all = grouping.groupsOf(in, 1, ROWS);
        for (int i = 0; i < ROWS; i++) {
            int alone = grouping.groupOf(in, 1, i);
            assertThat(all[i]).isEqualTo(alone);
            if (i >= 7) {
                assertThat(groups[i + 5]).isEqualTo(alone);
            }
        }
        assertThat(java.util.Arrays.stream(all).distinct().count())
                .isGreaterThanOrEqualTo(grouping.groups() > 1 ? 3 : 1);
    }
}
