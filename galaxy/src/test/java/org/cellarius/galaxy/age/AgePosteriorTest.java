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
    private final DrawnStars drawn = new DrawnStars(grid);
    private final AgePosterior posterior = AgePosterior.of(grid, ToyIsochrones.observables(), TOLD);

    /** A star of an age, [Fe/H] and place along the isochrone, measured with errors. */
    private double[] star(double ageGyr, double iron, double place, double scale, RandomGenerator random) {
        double[] seen = new double[4];
        for (int d = 0; d < 3; d++) {
            seen[d] = drawn.quantity(d, ageGyr, iron, place) + scale * ERRORS[d] * random.nextGaussian();
        }
        seen[3] = iron + scale * ERRORS[3] * random.nextGaussian();
        return seen;
    }

    @Test
    void isTheSumOverAFineLattice() {
        var random = new SplittableRandom(1);
        double[][] stars = {star(3.3, 0.1, 50, 1, random), star(9.2, -0.4, 30, 1, random), star(6, 0.2, 75, 1, random)};
        for (double[] star : stars) {
            posterior.observe(star, ERRORS);
            AgeDistribution ages = posterior.nodes().distribution(new AgePrior.Flat());
            double[] twin = lattice(star, independent());
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

    private static double[][] independent() {
        double[][] precision = new double[4][4];
        for (int k = 0; k < 4; k++) {
            precision[k][k] = 1 / (ERRORS[k] * ERRORS[k]);
        }
        return precision;
    }

    @Test
    void correlatedErrorsCountWithTheirCovariance() {
        // Of errors of log g and [Fe/H] that both lean on that of T_eff, as they do in spectra.
        double[][] correlations = {{1, 0.7, -0.3, 0.6}, {0.7, 1, 0, 0.5}, {-0.3, 0, 1, -0.2}, {0.6, 0.5, -0.2, 1}};
        double[][] precision = inverse(correlations);
        for (int j = 0; j < 4; j++) {
            for (int k = 0; k < 4; k++) {
                precision[j][k] /= ERRORS[j] * ERRORS[k];
            }
        }
        var measurement = new StarMeasurement(
                4,
                List.of(
                        new StarMeasurement.Correlation(0, 1),
                        new StarMeasurement.Correlation(2, 0),
                        new StarMeasurement.Correlation(0, 3),
                        new StarMeasurement.Correlation(1, 3),
                        new StarMeasurement.Correlation(3, 2)),
                Optional.empty(),
                new StarDistance.Absolute());
        var random = new SplittableRandom(6);
        for (double[] star : new double[][] {star(3.3, 0.1, 50, 1, random), star(9.2, -0.4, 30, 1, random)}) {
            double[][] in = new double[measurement.columns()][1];
            for (int k = 0; k < 4; k++) {
                in[2 * k][0] = star[k];
                in[2 * k + 1][0] = ERRORS[k];
            }
            double[] coefficients = {0.7, -0.3, 0.6, 0.5, -0.2};
            for (int k = 0; k < coefficients.length; k++) {
                in[8 + k][0] = coefficients[k];
            }
            var measured = new MeasuredStar(4);
            assertThat(measurement.read(in, 0, measured)).isEqualTo(StarStatus.OK);
            assertThat(posterior.observe(measured)).isTrue();
            AgeDistribution ages = posterior.nodes().distribution(new AgePrior.Flat());
            double[] twin = lattice(star, precision);
            double width = twin[2] - twin[0];
            assertThat(ages.quantileGyr(0.16)).isCloseTo(twin[0], within(0.01 * width));
            assertThat(ages.quantileGyr(0.5)).isCloseTo(twin[1], within(0.01 * width));
            assertThat(ages.quantileGyr(0.84)).isCloseTo(twin[2], within(0.01 * width));
            assertThat(Math.log(posterior.nodes().evidence()) + posterior.lnScale())
                    .isCloseTo(twin[5], within(4e-3));
            // It matters: without the correlations it is another age.
            assertThat(lattice(star, independent())[1]).isNotCloseTo(twin[1], within(0.05 * width));
        }
    }

    @Test
    void correlationsThatNoErrorsHaveAreTold() {
        var measurement = new StarMeasurement(
                4,
                List.of(
                        new StarMeasurement.Correlation(0, 1),
                        new StarMeasurement.Correlation(0, 2),
                        new StarMeasurement.Correlation(1, 2)),
                Optional.empty(),
                new StarDistance.Absolute());
        var columns = new java.util.ArrayList<>(COLUMNS);
        columns.addAll(List.of("a", "b", "c"));
        var kernel = new PosteriorAges(posterior, new AgePrior.Flat(), measurement, TOLD, columns);
        double[] star = {5800, 60, 4.4, 0.1, 4.6, 0.2, 0, 0.1};
        double[][] coefficients = {{0.9, 0.9, 0.9}, {0.9, 0.9, -0.9}, {1.1, 0, 0}, {Double.NaN, 0, 0}};
        double[][] in = new double[11][coefficients.length];
        for (int i = 0; i < coefficients.length; i++) {
            for (int k = 0; k < 8; k++) {
                in[k][i] = star[k];
            }
            for (int k = 0; k < 3; k++) {
                in[8 + k][i] = coefficients[i][k];
            }
        }
        StarStatus[] status = new StarStatus[coefficients.length];
        kernel.apply(coefficients.length, in, new double[kernel.outputs().size()][coefficients.length], status);
        assertThat(status[0]).isIn(StarStatus.OK, StarStatus.EDGE);
        assertThat(status)
                .endsWith(StarStatus.BAD_CORRELATIONS, StarStatus.BAD_CORRELATIONS, StarStatus.BAD_CORRELATIONS);
    }

    /** By elimination: nothing of the product. */
    private static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] rows = new double[n][2 * n];
        for (int j = 0; j < n; j++) {
            System.arraycopy(matrix[j], 0, rows[j], 0, n);
            rows[j][n + j] = 1;
        }
        for (int j = 0; j < n; j++) {
            double pivot = rows[j][j];
            for (int k = 0; k < 2 * n; k++) {
                rows[j][k] /= pivot;
            }
            for (int i = 0; i < n; i++) {
                double factor = i == j ? 0 : rows[i][j];
                for (int k = 0; k < 2 * n; k++) {
                    rows[i][k] -= factor * rows[j][k];
                }
            }
        }
        double[][] inverse = new double[n][n];
        for (int j = 0; j < n; j++) {
            System.arraycopy(rows[j], n, inverse[j], 0, n);
        }
        return inverse;
    }

    /** Quantiles 0.16, 0.5, 0.84 of age, mean and deviation of mass, ln evidence: middles of a lattice in age, [Fe/H] and place. */
    private double[] lattice(double[] star, double[][] precision) {
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
                    double from = drawn.quantity(3, age, iron, p);
                    double to = drawn.quantity(3, age, iron, p + 1);
                    // Births are interpolated between isochrones, as everything is.
                    double born = drawn.births(age, iron, p);
                    for (int n = 0; n < 3; n++) {
                        double place = p + (n + 0.5) / 3;
                        double[] away = {0, 0, 0, iron - star[3]};
                        for (int d = 0; d < 3; d++) {
                            away[d] = drawn.quantity(d, age, iron, place) - star[d];
                        }
                        double square = 0;
                        for (int j = 0; j < 4; j++) {
                            for (int k = 0; k < 4; k++) {
                                square += away[j] * precision[j][k] * away[k];
                            }
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

    /** Ages drawn from the prior lie evenly in the posteriors of the stars that they make: quantiles mean what they say. */
    @Test
    void agesOfDrawnStarsLieEvenlyInTheirPosteriors() {
        var random = new SplittableRandom(20);
        int stars = 1500;
        double[] place = new double[stars];
        double massSquares = 0;
        for (int n = 0; n < stars; n++) {
            DrawnStars.Star own = drawn.star(random);
            posterior.observe(star(own.ageGyr(), own.iron(), own.place(), 1, random), ERRORS);
            AgeDistribution ages = posterior.nodes().distribution(new AgePrior.Flat());
            place[n] = ages.shareBelow(own.ageGyr());
            double[] mass = posterior.nodes().moments(0, ages);
            massSquares += Math.pow((drawn.quantity(3, own.ageGyr(), own.iron(), own.place()) - mass[0]) / mass[1], 2);
        }
        assertThat(DrawnStars.unevenness(place)).isLessThan(1);
        assertThat(massSquares / stars).isCloseTo(1, within(4 * Math.sqrt(2.0 / stars)));
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
        var kernel = new PosteriorAges(posterior, new AgePrior.Flat(), StarMeasurement.independent(4), TOLD, COLUMNS);
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
