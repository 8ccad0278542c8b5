package org.cellarius.galaxy.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.RowsInMemory;
import org.cellarius.galaxy.column.Tasks;
import org.junit.jupiter.api.Test;

/** Quantiles by selection in memory beside the sorted values of each group, bit for bit. */
class GroupedSelectionTest {

    private static final double[] PROBABILITIES = {0.25, 0, 0.16, 0.5, 0.5, 1, 0.84, 0.977};

    @Test
    void everyGroupHasTheQuantilesOfItsSortedValues() {
        var random = new SplittableRandom(1);
        // Used again: what an earlier statistic left there must not matter.
        var room = new RowsInMemory.Room();
        for (int rows : new int[] {0, 1, 2, 7, 1000, 300_000}) {
            double[][] in = new double[4][rows];
            for (int i = 0; i < rows; i++) {
                // Rounded values, so that many are equal; some missing, some infinite.
                in[0][i] = i % 97 == 3
                        ? Double.NaN
                        : i % 101 == 5
                                ? Double.POSITIVE_INFINITY
                                : Math.rint(100 * random.nextGaussian()) / 100
                                        // No -0, which sorting alone tells from 0.
                                        + 0.0;
                in[1][i] = 6 * random.nextDouble() - 3;
                in[2][i] = 4 * random.nextDouble() - 2;
                in[3][i] = random.nextDouble();
            }
            for (Grouping grouping : List.of(
                    new Grouping.Everyone(),
                    RectangularCells.covering(0.5, 0.25, -2, 2, -1, 1.5),
                    HexagonalCells.covering(0.7, 0.7, -3, 3, -2, 2),
                    new Grouping.Both(
                            RectangularCells.covering(1, 1, -3, 3, -2, 2),
                            new Grouping.Slices(List.of(0.1, 0.4, 0.9))))) {
                QuantilesByGroup found = GroupedSelection.of(
                        grouping, PROBABILITIES, new RowsInMemory.Of(in, rows, room), Tasks.IN_TURN);
                compare(grouping, in, rows, found);
            }
        }
    }

    private static void compare(Grouping grouping, double[][] in, int rows, QuantilesByGroup found) {
        double[][] expected = new double[grouping.groups()][];
        int[] group = IntStream.range(0, rows)
                .map(i -> Double.isFinite(in[0][i]) ? grouping.groupOf(in, 1, i) : -1)
                .toArray();
        for (int g = 0; g < expected.length; g++) {
            int own = g;
            double[] sorted = IntStream.range(0, rows)
                    .filter(i -> group[i] == own)
                    .mapToDouble(i -> in[0][i])
                    .sorted()
                    .toArray();
            assertThat(found.counts()[g]).isEqualTo(sorted.length);
            expected[g] = Arrays.stream(PROBABILITIES)
                    .map(p -> Quantiles.ofSorted(sorted, p))
                    .toArray();
            assertThat(found.values()[g]).isEqualTo(expected[g]);
        }
    }

    @Test
    void quantilesBeyondOneAreRefused() {
        assertThatThrownBy(() -> GroupedSelection.of(
                        new Grouping.Everyone(),
                        new double[] {0.5, 1.2},
                        new RowsInMemory.Of(new double[1][0], 0),
                        Tasks.IN_TURN))
                .hasMessageContaining("must lie in [0, 1]");
    }
}
