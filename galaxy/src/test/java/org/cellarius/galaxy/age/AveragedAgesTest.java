package org.cellarius.galaxy.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.StarStatus;
import org.junit.jupiter.api.Test;

/** Two grids: the toy isochrones, and the same with giants and dwarfs hotter by 150 K. */
class AveragedAgesTest {

    private static final List<String> TOLD = List.of("mass", "logg");
    private static final double[] ERRORS = {60, 0.08, 0.15, 0.07};
    private static final List<String> COLUMNS =
            List.of("teff", "e_teff", "logg", "e_logg", "MG", "e_MG", "feh", "e_feh");

    private final HomologousGrid toy = HomologousGrid.of(ToyIsochrones.grid());
    private final HomologousGrid hot = HomologousGrid.of(hotter(150));

    private static IsochroneGrid hotter(double kelvin) {
        IsochroneGrid from = ToyIsochrones.grid();
        var all = new ArrayList<Isochrone>();
        for (int c = 0; c < from.compositions().size(); c++) {
            for (int a = 0; a < from.ages(); a++) {
                from.isochrone(c, a)
                        .ifPresent(i -> all.add(new Isochrone(
                                i.ageGyr(),
                                i.composition(),
                                i.massSun(),
                                List.of(
                                        java.util.Arrays.stream(i.columns().get(0))
                                                .map(t -> t + kelvin)
                                                .toArray(),
                                        i.columns().get(1),
                                        i.columns().get(2)))));
            }
        }
        return new IsochroneGrid("hot", ToyIsochrones.COLUMNS, all);
    }

    private static PosteriorAges ages(HomologousGrid grid) {
        return new PosteriorAges(
                AgePosterior.of(grid, ToyIsochrones.observables(), TOLD),
                new AgePrior.Flat(),
                StarMeasurement.independent(4),
                TOLD,
                COLUMNS);
    }

    private static double[][] measured(DrawnStars drawn, DrawnStars.Star[] stars, SplittableRandom random) {
        double[][] in = new double[8][stars.length];
        for (int i = 0; i < stars.length; i++) {
            DrawnStars.Star star = stars[i];
            for (int d = 0; d < 4; d++) {
                double exact = d == 3 ? star.iron() : drawn.quantity(d, star.ageGyr(), star.iron(), star.place());
                in[2 * d][i] = exact + ERRORS[d] * random.nextGaussian();
                in[2 * d + 1][i] = ERRORS[d];
            }
        }
        return in;
    }

    private static int column(AveragedAges kernel, String name) {
        return IntStream.range(0, kernel.outputs().size())
                .filter(k -> kernel.outputs().get(k).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Half of the stars come from each grid: shares of grids are how often they are right, and ages of the average lie evenly. */
    @Test
    void sharesAndAgesMeanWhatTheySay() {
        var kernel = new AveragedAges(List.of("toy", "hot"), List.of(ages(toy), ages(hot)));
        var random = new SplittableRandom(4);
        int stars = 700;
        double likely = 0;
        double spread = 0;
        double right = 0;
        double squares = 0;
        double inside = 0;
        for (int g = 0; g < 2; g++) {
            var drawn = new DrawnStars(g == 0 ? toy : hot);
            DrawnStars.Star[] own =
                    IntStream.range(0, stars).mapToObj(i -> drawn.star(random)).toArray(DrawnStars.Star[]::new);
            double[][] out = new double[kernel.outputs().size()][stars];
            kernel.apply(stars, measured(drawn, own, random), out, new StarStatus[stars]);
            double[] share = out[column(kernel, "share_toy")];
            for (int i = 0; i < stars; i++) {
                likely += share[i];
                spread += share[i] * (1 - share[i]);
                right += g == 0 ? 1 : 0;
                double mass = drawn.quantity(3, own[i].ageGyr(), own[i].iron(), own[i].place());
                squares += Math.pow((mass - out[column(kernel, "mass")][i]) / out[column(kernel, "mass_error")][i], 2);
                inside += own[i].ageGyr() > out[3][i] && own[i].ageGyr() < out[4][i] ? 1 : 0;
                assertThat(share[i] + out[column(kernel, "share_hot")][i]).isCloseTo(1, within(1e-12));
            }
        }
        int n = 2 * stars;
        assertThat(likely).isCloseTo(right, within(3 * Math.sqrt(spread)));
        assertThat(spread / n).as("the grids can be told apart, not always").isBetween(0.05, 0.24);
        assertThat(inside / n).isCloseTo(0.6827, within(3 * Math.sqrt(0.6827 * 0.3173 / n)));
        assertThat(squares / n).isCloseTo(1, within(4 * Math.sqrt(2.0 / n)));
    }

    @Test
    void aGridTwiceIsTheGrid() {
        PosteriorAges one = ages(toy);
        var kernel = new AveragedAges(List.of("a", "b"), List.of(one, ages(toy)));
        var drawn = new DrawnStars(toy);
        var random = new SplittableRandom(8);
        DrawnStars.Star[] stars =
                IntStream.range(0, 10).mapToObj(i -> drawn.star(random)).toArray(DrawnStars.Star[]::new);
        double[][] in = measured(drawn, stars, random);
        double[][] out = new double[kernel.outputs().size()][10];
        double[][] single = new double[one.outputs().size()][10];
        kernel.apply(10, in, out, new StarStatus[10]);
        one.apply(10, in, single, new StarStatus[10]);
        for (int i = 0; i < 10; i++) {
            for (int k = 0; k < single.length; k++) {
                assertThat(out[k][i]).isCloseTo(single[k][i], within(1e-9 * Math.max(1, Math.abs(single[k][i]))));
            }
        }
    }
}
