package org.cellarius.galaxy.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.Tasks;
import org.hipparchus.special.Erf;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

/** Numbers of stars held out, against another library and against counts. */
class ReliabilityTest {

    private static final ForestPlan PLAN = new ForestPlan(100, 8, 3);

    @Test
    void normalLevelsAreThoseOfTheErrorFunction() {
        for (double x = -8; x <= 8; x += 0.0625) {
            assertThat(NormalLevel.of(x)).isCloseTo(0.5 * Erf.erfc(-x / Math.sqrt(2)), within(2e-14));
        }
    }

    @Test
    void chancesOfUniformLevelsAreKolmogorovs() {
        var exact = new KolmogorovSmirnovTest();
        for (int n : new int[] {60, 400, 3000}) {
            for (double scaled : new double[] {0.5, 0.8, 1.0, 1.3, 1.6}) {
                double distance = scaled / Math.sqrt(n);
                assertThat(Reliability.chance(distance, n)).isCloseTo(1 - exact.cdf(distance, n), within(0.015));
            }
        }
        assertThat(Reliability.distance(new double[] {0.1, 0.2, 0.9})).isCloseTo(2.0 / 3 - 0.2, within(1e-15));
    }

    @Test
    void eachStarIsHeldOutOnce() {
        TrainingStars stars = Mocks.heteroscedastic(600, 11, 0).stars();
        List<HeldOut> held = CrossValidation.of(stars, PLAN, 4, Tasks.IN_TURN, done -> {});
        assertThat(held.stream().map(HeldOut::star).toList())
                .isEqualTo(IntStream.range(0, 600).boxed().toList());
        assertThat(held.stream().collect(Collectors.groupingBy(HeldOut::fold, Collectors.counting())))
                .containsOnlyKeys(0, 1, 2, 3)
                .allSatisfy((fold, n) -> assertThat(n).isEqualTo(150));
        Reliability told = Reliability.of(held);
        assertThat(told.coverage68()).isCloseTo(0.683, within(0.06));
        assertThat(told.chance()).isGreaterThan(0.01);
    }

    /** A star held out tells nothing of itself: with targets that are pure chance the foretold ones do not follow them. */
    @Test
    void chanceIsNotForetold() {
        TrainingStars noise = Mocks.drawn(600, 12, 0, (x, u, z) -> z).stars();
        Reliability told = Reliability.of(CrossValidation.of(noise, PLAN, 5, Tasks.IN_TURN, done -> {}));
        assertThat(told.compression()).isCloseTo(0, within(0.06));
        assertThat(told.coverage68()).isCloseTo(0.683, within(0.06));
    }

    @Test
    void starsBeyondTheTrainingSetAreOutside() {
        TrainingStars stars = Mocks.heteroscedastic(3000, 13, 0).stars();
        TrainingSpace space = TrainingSpace.of(stars);
        double[][] fresh = Mocks.heteroscedastic(1000, 14, 0).stars().labels();
        long inside = IntStream.range(0, 1000)
                .filter(i ->
                        space.holds(Arrays.stream(fresh).mapToDouble(l -> l[i]).toArray()))
                .count();
        assertThat(inside).isBetween(975L, 1000L);
        assertThat(space.holds(new double[] {2, 0, 0, 0})).isFalse();
        assertThat(space.holds(new double[] {0, 0, 0, -1.8})).isFalse();
        assertThat(space.holds(new double[] {0, 0, 0, 0})).isTrue();
    }

    /** Labels that go together: a star off their ridge is outside though each label alone is usual; so is one in a hole. */
    @Test
    void holesAndRidgesAreKnown() {
        Mocks.Drawn drawn = Mocks.heteroscedastic(4000, 15, 0);
        double[][] l = drawn.stars().labels();
        double[] along = IntStream.range(0, 4000)
                .mapToDouble(i -> l[0][i] + 0.02 * l[1][i])
                .toArray();
        TrainingSpace ridge = TrainingSpace.of(
                new TrainingStars(new double[][] {l[0], along}, drawn.stars().targets(), new double[4000]));
        assertThat(ridge.holds(new double[] {0.5, 0.5})).isTrue();
        assertThat(ridge.holds(new double[] {0.5, -0.5})).isFalse();
        int[] ring = IntStream.range(0, 4000)
                .filter(i -> Math.hypot(l[0][i], l[1][i]) > 0.6)
                .toArray();
        TrainingSpace hole = TrainingSpace.of(
                new TrainingStars(new double[][] {l[0], l[1]}, drawn.stars().targets(), new double[4000]).of(ring));
        assertThat(hole.holds(new double[] {0, 0})).isFalse();
        assertThat(hole.holds(new double[] {0.7, 0.1})).isTrue();
    }

    @Test
    void treesAreOnTheirOwnStars() {
        TrainingStars stars = Mocks.heteroscedastic(400, 16, 0).stars();
        ConditionalForest forest = ConditionalForest.grown(stars, PLAN, Tasks.IN_TURN);
        Set<Integer> first = new HashSet<>();
        for (int star : forest.trees().getFirst().stars()) {
            assertThat(first.add(star)).isTrue();
        }
        assertThat(first).hasSize(200);
        for (RegressionTree tree : forest.trees()) {
            for (int star : tree.stars()) {
                int node = tree.nodeOf(stars.labelsOf(star), 1);
                assertThat(Arrays.stream(tree.stars(), tree.from()[node], tree.to()[node])
                                .anyMatch(s -> s == star))
                        .isTrue();
                assertThat(tree.to()[node] - tree.from()[node]).isBetween(8, 200);
            }
        }
    }
}
