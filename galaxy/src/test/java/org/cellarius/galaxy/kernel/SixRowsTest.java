package org.cellarius.galaxy.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;

class SixRowsTest {

    private static final int STRIDE = 19;

    /** Against the sums written out; the last star's rows are the last ones of the table. */
    @Test
    void bothFormsSumRowsWithTheirWeights() {
        assumeTrue(VectorMeridionalTableReader.isWorthwhile(), "registers of four numbers");
        assertSums(new SplitSixRows());
        assumeTrue(VectorMeridionalTableReader.STARS.length() == 8, "registers of eight numbers");
        assertSums(new WideSixRows());
    }

    private static void assertSums(SixRows rows) {
        var random = new CounterRandom(9);
        int coefficients = 40 * STRIDE;
        double[] table = new double[coefficients + WideSixRows.BEHIND];
        for (int i = 0; i < coefficients; i++) {
            table[i] = random.uniform(i, 0) - 0.5;
        }
        int[] first = new int[TableBlock.STARS];
        double[][] v = new double[6][TableBlock.STARS];
        double[][] d = new double[6][TableBlock.STARS];
        int last = coefficients - 5 * STRIDE - 6;
        for (int s = 0; s < TableBlock.STARS; s++) {
            first[s] = s == TableBlock.STARS - 1 ? last : (int) (last * random.uniform(s, 1));
            for (int k = 0; k < 6; k++) {
                v[k][s] = random.uniform(s, 2 + k);
                d[k][s] = random.uniform(s, 8 + k);
            }
        }
        rows.contract(table, STRIDE, first, v, d);
        for (int s = 0; s < TableBlock.STARS; s++) {
            for (int j = 0; j < 6; j++) {
                double sum = 0;
                double slope = 0;
                for (int k = 0; k < 6; k++) {
                    sum += v[k][s] * table[first[s] + k * STRIDE + j];
                    slope += d[k][s] * table[first[s] + k * STRIDE + j];
                }
                assertThat(rows.sum()[j][s]).isCloseTo(sum, within(1e-14));
                assertThat(rows.slope()[j][s]).isCloseTo(slope, within(1e-14));
            }
        }
    }
}
