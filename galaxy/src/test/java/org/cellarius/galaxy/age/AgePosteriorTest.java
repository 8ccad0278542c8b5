package org.cellarius.galaxy.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.cellarius.galaxy.column.StarStatus;
import org.junit.jupiter.api.Test;

/** On the toy isochrones: against a sum over a fine lattice, and on stars that are drawn from the grid itself. */
class AgePosteriorTest {

    private static final List<String> TOLD = List.of("mass", "logg");
    private static final double[] ERRORS = {60, 0.08, 0.15, 0.07};
    private static final List<String> COLUMNS =
            List.of("teff", "e_teff", "logg", "e_logg", "MG", "e_MG", "feh", "e_feh");

    private final HomologousGrid grid = HomologousGrid.of(ToyIsochrones.grid());
    private final AgePosterior posterior = AgePosterior.of(grid, ToyIsochrones.observables(), TOLD);

    /** A star of an age, [Fe/H] and place along the isochrone, measured with errors. */
    private double[] star(double ageGyr, double iron, double place, double scale, RandomGenerator random) {
        double[] seen = new double[4];
        for (int d = 0; d < 3; d++) {
            seen[d] = quantity(d, ageGyr, iron, place) + scale * ERRORS[d] * random.nextGaussian();
        }
        seen[3] = iron + scale * ERRORS[3] * random.nextGaussian();
        return seen;
    }

    /** Column d of the grid at a place between its points, linear as the grid says: written anew here. */
    private double quantity(int d, double ageGyr, double iron, double place) {
        int k = interval(grid.agesGyr(), ageGyr);
        int i = interval(grid.feH(), iron);
        double a = Math.log(ageGyr / grid.agesGyr()[k]) / Math.log(grid.agesGyr()[k + 1] / grid.agesGyr()[k]);
        double u = (iron - grid.feH()[i]) / (grid.feH()[i + 1] - grid.feH()[i]);
        return (1 - a) * ((1 - u) * at(d, i, k, place) + u * at(d, i + 1, k, place))
                + a * ((1 - u) * at(d, i, k + 1, place) + u * at(d, i + 1, k + 1, place));
    }

    private double at(int d, int i, int k, double place) {
        double[] column = grid.isochrone(grid.number(i, 0, k)).orElseThrow()[d];
        int p = Math.min((int) place, column.length - 2);
        return column[p] + (place - p) * (column[p + 1] - column[p]);
    }

    private static int interval(double[] axis, double value) {
        int k = 0;
        while (k < axis.length - 2 && axis[k + 1] <= value) {
            k++;
        }
        return k;
    }

    @Test
    void isTheSumOverAFineLattice() {
        var random = new SplittableRandom(1);
        double[][] stars = {star(3.3, 0.1, 50, 1, random), star(9.2, -0.4, 30, 1, random), star(6, 0.2, 75, 1, random)};
        for (double[] star : stars) {
            posterior.observe(star, ERRORS);
            AgeDistribution ages = posterior.nodes().distribution(new AgePrior.Flat());
            double[] twin = lattice(star);
            double width = twin[2] - twin[0];
            assertThat(ages.quantileGyr(0.16)).isCloseTo(twin[0], within(0.01 * width));
            assertThat(ages.quantileGyr(0.5)).isCloseTo(twin[1], within(0.01 * width));
            assertThat(ages.quantileGyr(0.84)).isCloseTo(twin[2], within(0.01 * width));
            double[] mass = posterior.nodes().moments(0, ages);
            assertThat(mass[0]).isCloseTo(twin[3], within(0.01 * mass[1]));
            assertThat(mass[1]).isCloseTo(twin[4], within(0.02 * mass[1]));
            assertThat(Math.log(posterior.nodes().evidence()) + posterior.lnScale())
                    .isCloseTo(twin[5], within(4e-3));
            assertThat(posterior.dropped()).isLessThanOrEqualTo(AgePosterior.DROPPED * 1.001);
        }
    }

    /** Quantiles 0.16, 0.5, 0.84 of age, mean and deviation of mass, ln evidence: middles of a lattice in age, [Fe/H] and place. */
    private double[] lattice(double[] star) {
        int ages = 270;
        int irons = 50;
        double[] sums = new double[ages];
        double all = 0;
        double mass = 0;
        double mass2 = 0;
        double low = Math.max(-1, star[3] - 6 * ERRORS[3]);
        double high = Math.min(0.5, star[3] + 6 * ERRORS[3]);
        for (int a = 0; a < ages; a++) {
            double age = 1 + 13.5 * (a + 0.5) / ages;
            for (int u = 0; u < irons; u++) {
                double iron = low + (high - low) * (u + 0.5) / irons;
                for (int p = 0; p < grid.points() - 1; p++) {
                    double from = quantity(3, age, iron, p);
                    double to = quantity(3, age, iron, p + 1);
                    // Births are interpolated between isochrones, as everything is.
                    double born = births(age, iron, p);
                    for (int n = 0; n < 3; n++) {
                        double place = p + (n + 0.5) / 3;
                        double square = Math.pow((iron - star[3]) / ERRORS[3], 2);
                        for (int d = 0; d < 3; d++) {
                            square += Math.pow((quantity(d, age, iron, place) - star[d]) / ERRORS[d], 2);
                        }
                        double weight = born / 3 * Math.exp(-0.5 * square) * (high - low) / irons / 1.5 / ages;
                        double m = from + (n + 0.5) / 3 * (to - from);
                        sums[a] += weight;
                        all += weight;
                        mass += weight * m;
                        mass2 += weight * m * m;
                    }
                }
            }
        }
        double[] told = new double[6];
        double below = 0;
        int q = 0;
        double[] shares = {0.16, 0.5, 0.84};
        for (int a = 0; a < ages && q < 3; a++) {
            while (q < 3 && below + sums[a] >= shares[q] * all) {
                told[q] = 1 + 13.5 * (a + (shares[q] * all - below) / sums[a]) / ages;
                q++;
            }
            below += sums[a];
        }
        told[3] = mass / all;
        told[4] = Math.sqrt(mass2 / all - told[3] * told[3]);
        told[5] = Math.log(all);
        return told;
    }

    private double births(double ageGyr, double iron, int p) {
        int k = interval(grid.agesGyr(), ageGyr);
        int i = interval(grid.feH(), iron);
        double a = Math.log(ageGyr / grid.agesGyr()[k]) / Math.log(grid.agesGyr()[k + 1] / grid.agesGyr()[k]);
        double u = (iron - grid.feH()[i]) / (grid.feH()[i + 1] - grid.feH()[i]);
        return (1 - a) * ((1 - u) * born(i, k, p) + u * born(i + 1, k, p))
                + a * ((1 - u) * born(i, k + 1, p) + u * born(i + 1, k + 1, p));
    }

    private double born(int i, int k, int p) {
        double[] mass = grid.isochrone(grid.number(i, 0, k)).orElseThrow()[3];
        return KroupaMassFunction.below(mass[p + 1]) - KroupaMassFunction.below(mass[p]);
    }

    /** Ages drawn from the prior lie evenly in the posteriors of the stars that they make: quantiles mean what they say. */
    @Test
    void agesOfDrawnStarsLieEvenlyInTheirPosteriors() {
        var random = new SplittableRandom(20);
        int stars = 600;
        double[] place = new double[stars];
        double massSquares = 0;
        for (int n = 0; n < stars; n++) {
            double age = 1 + 13.5 * random.nextDouble();
            double iron = -1 + 1.5 * random.nextDouble();
            double at = drawPlace(age, iron, random);
            posterior.observe(star(age, iron, at, 1, random), ERRORS);
            AgeDistribution ages = posterior.nodes().distribution(new AgePrior.Flat());
            place[n] = ages.shareBelow(age);
            double[] mass = posterior.nodes().moments(0, ages);
            massSquares += Math.pow((quantity(3, age, iron, at) - mass[0]) / mass[1], 2);
        }
        java.util.Arrays.sort(place);
        double distance = 0;
        for (int n = 0; n < stars; n++) {
            distance = Math.max(distance, Math.max(place[n] - (double) n / stars, (n + 1.0) / stars - place[n]));
        }
        // Kolmogorov: once in a thousand by chance.
        assertThat(distance).isLessThan(1.95 / Math.sqrt(stars));
        assertThat(massSquares / stars).isCloseTo(1, within(4 * Math.sqrt(2.0 / stars)));
    }

    private double drawPlace(double age, double iron, RandomGenerator random) {
        double all = 0;
        for (int p = 0; p < grid.points() - 1; p++) {
            all += births(age, iron, p);
        }
        double wanted = all * random.nextDouble();
        int p = 0;
        while (p < grid.points() - 2 && wanted > births(age, iron, p)) {
            wanted -= births(age, iron, p);
            p++;
        }
        return p + Math.min(wanted / births(age, iron, p), 1);
    }

    @Test
    void tinyErrorsGiveTheAgeAndNotThatOfANode() {
        var random = new SplittableRandom(3);
        double[] tiny = {0.6, 0.0008, 0.0015, 0.0007};
        for (double age : new double[] {3.61, 6.77, 9.13}) {
            posterior.observe(star(age, 0.117, 50.4, 0.01, random), tiny);
            AgeDistribution ages = posterior.nodes().distribution(new AgePrior.Flat());
            double width = 0.5 * (ages.quantileGyr(0.8413) - ages.quantileGyr(0.1587));
            assertThat(width).isLessThan(0.05);
            assertThat(ages.quantileGyr(0.5)).isCloseTo(age, within(4 * width));
        }
    }

    @Test
    void statusesTellOfStarsWithoutAges() {
        var kernel = new PosteriorAges(posterior, new AgePrior.Flat(), TOLD, COLUMNS);
        double[][] rows = {
            {5800, 60, 4.4, 0.1, 4.6, 0.2, 0, 0.1},
            {25_000, 60, 4.4, 0.1, 4.6, 0.2, 0, 0.1},
            {Double.NaN, 60, 4.4, 0.1, 4.6, 0.2, 0, 0.1},
            {5800, 0, 4.4, 0.1, 4.6, 0.2, 0, 0.1},
            {5800, 60, 4.4, -0.1, 4.6, 0.2, 0, 0.1},
        };
        double[][] in = new double[8][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < 8; k++) {
                in[k][i] = rows[i][k];
            }
        }
        double[][] out = new double[kernel.outputs().size()][rows.length];
        StarStatus[] status = new StarStatus[rows.length];
        kernel.apply(rows.length, in, out, status);
        assertThat(status[0]).isIn(StarStatus.OK, StarStatus.EDGE);
        assertThat(out[1][0]).isBetween(1.0, 14.5);
        assertThat(status[1]).isEqualTo(StarStatus.OUTSIDE_GRID);
        assertThat(out[1][1]).isNaN();
        assertThat(status[2]).isEqualTo(StarStatus.NO_OBSERVABLE);
        assertThat(status[3]).isEqualTo(StarStatus.NO_ERRORS);
        assertThat(status[4]).isEqualTo(StarStatus.NO_ERRORS);
    }

    @Test
    void holesOfTheLatticeAreLeftOut() {
        IsochroneGrid toy = ToyIsochrones.grid();
        var fewer = new java.util.ArrayList<Isochrone>();
        for (int c = 0; c < toy.compositions().size(); c++) {
            for (int a = 0; a < toy.ages(); a++) {
                Optional<Isochrone> one = toy.isochrone(c, a);
                if (!(c == 1 && a == 20)) {
                    one.ifPresent(fewer::add);
                }
            }
        }
        var holed = AgePosterior.of(
                HomologousGrid.of(new IsochroneGrid("holed", ToyIsochrones.COLUMNS, fewer)),
                ToyIsochrones.observables(),
                TOLD);
        var random = new SplittableRandom(5);
        double[] far = star(3.3, 0.3, 50, 1, random);
        holed.observe(far, ERRORS);
        double with = holed.nodes().evidence();
        posterior.observe(far, ERRORS);
        assertThat(with).isCloseTo(posterior.nodes().evidence(), within(1e-6 * with));
        double[] near = star(toy.ageGyr(20), toy.compositions().get(1).feH(), 50, 1, random);
        holed.observe(near, ERRORS);
        with = holed.nodes().evidence() * Math.exp(holed.lnScale());
        posterior.observe(near, ERRORS);
        assertThat(with).isLessThan(0.5 * posterior.nodes().evidence() * Math.exp(posterior.lnScale()));
    }
}
