package org.cellarius.galaxy.potential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kept tables are those that are made, to the last bit. */
class KeptTablesTest {

    private static final int STARS = 64;
    private static final double[] R =
            IntStream.range(0, STARS).mapToDouble(i -> 0.02 * i * i + 0.1).toArray();
    private static final double[] Z =
            IntStream.range(0, STARS).mapToDouble(i -> 4 * Math.sin(i)).toArray();

    /** Keeps tables in memory and tells what was made. */
    private static final class Shelf implements KeptTables {
        private final Map<String, double[]> tables = new HashMap<>();
        private int made;

        @Override
        public double[] numbers(String name, Predicate<double[]> sound, Supplier<double[]> maker) {
            double[] there = tables.get(name);
            if (there != null && sound.test(there)) {
                return there.clone();
            }
            made++;
            double[] numbers = maker.get();
            tables.put(name, numbers.clone());
            return numbers;
        }
    }

    /** A new object each time: tables of named potentials are made once for all tests. */
    private static Potential potential(String name, double r0Kpc, KeptTables kept) {
        Potential potential = Potentials.named(name).rescaledTo(r0Kpc, 231);
        potential.keepTablesIn(kept);
        return potential;
    }

    private static double[] numbers(Potential potential) {
        double[][] out = new double[8][STARS];
        potential.fastField().potentialsAndAccelerations(STARS, R, Z, out[0], out[1], out[2]);
        potential.accurateField().potentialsAndAccelerations(STARS, R, Z, out[3], out[4], out[5]);
        double[] momenta = Arrays.stream(R).map(r -> 230 * r).toArray();
        potential.guidingRadii().radiiKpc(STARS, momenta, out[6]);
        return Arrays.stream(out).flatMapToDouble(Arrays::stream).toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"McMillan17", "Irrgang13I", "MWPotential2014"})
    void numbersAreTheSameToTheLastBit(String name) {
        double[] without = numbers(potential(name, 8.1, KeptTables.NONE));
        var shelf = new Shelf();
        assertThat(numbers(potential(name, 8.1, shelf))).containsExactly(without);
        int made = shelf.made;
        assertThat(made).isPositive();
        assertThat(numbers(potential(name, 8.1, shelf))).containsExactly(without);
        assertThat(shelf.made).isEqualTo(made);
    }

    @Test
    void otherPotentialsHaveOtherTables() {
        var shelf = new Shelf();
        numbers(potential("McMillan17", 8.1, shelf));
        int each = shelf.made;
        numbers(potential("McMillan17", 8.2, shelf));
        numbers(potential("MWPotential2014", 8.1, shelf));
        assertThat(shelf.made).isEqualTo(shelf.tables.size()).isBetween(2 * each + 1, 3 * each);
    }

    @Test
    void numbersThatCannotBeTheTableAreMadeAnew() {
        double[] without = numbers(potential("McMillan17", 8.1, KeptTables.NONE));
        for (double[] wrong : new double[][] {{}, {1}, {0.5, 1, 2, 3, 4}, new double[100]}) {
            var shelf = new Shelf();
            numbers(potential("McMillan17", 8.1, shelf));
            int made = shelf.made;
            shelf.tables.replaceAll((name, numbers) -> wrong);
            assertThat(numbers(potential("McMillan17", 8.1, shelf))).containsExactly(without);
            assertThat(shelf.made).isEqualTo(2 * made);
        }
    }
}
