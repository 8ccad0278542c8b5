package org.cellarius.galaxy.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.Tasks;
import org.junit.jupiter.api.Test;

/** Against densities that are known in closed form. */
class LearnedDensityTest {

    private static final ForestPlan PLAN = new ForestPlan(100, 8, 7);

    private static final LearnedDensity BENT =
            learned(Mocks.heteroscedastic(6000, 1, 0).stars());

    private static LearnedDensity learned(TrainingStars stars) {
        return LearnedDensity.learned(stars, PLAN, Tasks.IN_TURN);
    }

    /** New stars as a density foretells them, their true targets being measured without error. */
    private static List<HeldOut> foretold(LearnedDensity learned, Mocks.Drawn fresh) {
        var density = new StarDensity(learned);
        return IntStream.range(0, fresh.truth().length)
                .mapToObj(i -> {
                    double[] labels = fresh.stars().labelsOf(i);
                    density.observe(labels);
                    double truth = fresh.truth()[i];
                    return new HeldOut(
                            i,
                            0,
                            truth,
                            density.quantile(0.5),
                            density.quantile(Predictions.LOW),
                            density.quantile(Predictions.HIGH),
                            density.level(truth, 0),
                            learned.space().holds(labels));
                })
                .toList();
    }

    @Test
    void levelsOfNewStarsAreUniformWhereWidthsDiffer() {
        List<HeldOut> fresh = foretold(BENT, Mocks.heteroscedastic(1500, 2, 0));
        Reliability told = Reliability.of(fresh);
        assertThat(told.chance()).isGreaterThan(0.01);
        assertThat(told.coverage68()).isCloseTo(0.683, within(0.02));
        assertThat(told.coverage95()).isCloseTo(0.95, within(0.012));
        assertThat(told.bias()).isCloseTo(0, within(0.01));
    }

    /** Not only on average: where the density is narrow and where it is wide, the better the more stars there are. */
    @Test
    void widthsFollowTheLabels() {
        Mocks.Drawn drawn = Mocks.heteroscedastic(1500, 2, 0);
        List<HeldOut> few = foretold(learned(Mocks.heteroscedastic(700, 1, 0).stars()), drawn);
        List<HeldOut> many = foretold(BENT, drawn);
        for (double sign : new double[] {-1, 1}) {
            Reliability told = Reliability.of(half(many, drawn, sign));
            assertThat(told.coverage68()).isCloseTo(0.683, within(0.08));
            assertThat(Math.abs(width(half(many, drawn, sign), drawn) - 1))
                    .isLessThan(Math.abs(width(half(few, drawn, sign), drawn) - 1));
        }
        double contrast = width(half(many, drawn, 1), drawn) / width(half(many, drawn, -1), drawn);
        assertThat(contrast).isBetween(0.7, 1.1);
    }

    private static List<HeldOut> half(List<HeldOut> stars, Mocks.Drawn drawn, double sign) {
        return stars.stream()
                .filter(s -> sign * drawn.stars().labelsOf(s.star())[2] > 0.3)
                .toList();
    }

    /** Mean of the widths in units of the true ones. */
    private static double width(List<HeldOut> stars, Mocks.Drawn drawn) {
        double width = stars.stream()
                .mapToDouble(s ->
                        0.5 * (s.high() - s.low()) / Mocks.width(drawn.stars().labelsOf(s.star())))
                .average()
                .orElseThrow();
        return width;
    }

    @Test
    void twoPeaksStayTwo() {
        LearnedDensity learned = learned(Mocks.bimodal(6000, 3).stars());
        Reliability told = Reliability.of(foretold(learned, Mocks.bimodal(1500, 4)));
        assertThat(told.chance()).isGreaterThan(0.01);
        assertThat(told.coverage68()).isCloseTo(0.683, within(0.02));
        var density = new StarDensity(learned);
        density.observe(new double[] {0, 0, 0, 0});
        double between = density.level(0.5, 0) - density.level(-0.5, 0);
        assertThat(between).isLessThan(0.05);
        assertThat(density.level(-0.5, 0)).isCloseTo(0.5, within(0.1));
    }

    /** Targets measured as badly as they are wide: the density is that of true targets. */
    @Test
    void errorsOfTargetsAreTakenOut() {
        double error = 0.15;
        LearnedDensity learned = learned(Mocks.heteroscedastic(6000, 5, error).stars());
        Mocks.Drawn drawn = Mocks.heteroscedastic(1500, 6, error);
        Reliability truth = Reliability.of(foretold(learned, drawn));
        LearnedDensity blind = learned(new TrainingStars(
                Mocks.heteroscedastic(6000, 5, error).stars().labels(),
                Mocks.heteroscedastic(6000, 5, error).stars().targets(),
                new double[6000]));
        Reliability wide = Reliability.of(foretold(blind, drawn));
        assertThat(truth.coverage68()).isCloseTo(0.683, within(0.03));
        assertThat(wide.coverage68()).isGreaterThan(0.75);
        // Measured targets lie at uniform levels of the density widened by their own errors.
        var density = new StarDensity(learned);
        double[] levels = IntStream.range(0, 1500)
                .mapToDouble(i -> {
                    density.observe(drawn.stars().labelsOf(i));
                    return density.level(drawn.stars().targets()[i], error);
                })
                .toArray();
        assertThat(Reliability.chance(Reliability.distance(levels), 1500)).isGreaterThan(0.01);
    }

    @Test
    void noiseHasTheDensityOfAllStars() {
        Mocks.Drawn noise = Mocks.drawn(2000, 8, 0, (x, u, z) -> z);
        var density = new StarDensity(learned(noise.stars()));
        density.observe(new double[] {0.2, -0.3, 0.1, 0.5});
        assertThat(density.mean()).isCloseTo(0, within(0.25));
        assertThat(0.5 * (density.quantile(Predictions.HIGH) - density.quantile(Predictions.LOW)))
                .isCloseTo(1, within(0.2));
    }

    @Test
    void theWayOfDoingTasksChangesNothing() {
        TrainingStars stars = Mocks.heteroscedastic(300, 9, 0.1).stars();
        Tasks backwards = (n, task) -> IntStream.range(0, n).map(k -> n - 1 - k).forEach(task);
        var one = new StarDensity(LearnedDensity.learned(stars, PLAN, Tasks.IN_TURN));
        var other = new StarDensity(LearnedDensity.learned(stars, PLAN, backwards));
        double[] labels = {0.1, 0.2, 0.3, 0.4};
        one.observe(labels);
        other.observe(labels);
        assertThat(one.quantile(0.3)).isEqualTo(other.quantile(0.3));
        assertThat(one.mean()).isEqualTo(other.mean());
    }
}
