package org.cellarius.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TruthsTest {

    @Test
    void onlyWhatHoldsIsCounted() {
        byte[] kinds = {Truths.NO, Truths.UNKNOWN, Truths.YES};
        var random = new Random(3);
        for (int rows = 0; rows < 70; rows++) {
            byte[] values = new byte[rows + 3];
            int expected = 0;
            for (int i = 0; i < values.length; i++) {
                values[i] = kinds[random.nextInt(3)];
                expected += i < rows && values[i] == Truths.YES ? 1 : 0;
            }
            assertThat(new Truths(values).count(rows)).isEqualTo(expected);
        }
    }
}
