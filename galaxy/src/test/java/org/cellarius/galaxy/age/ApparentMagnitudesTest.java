package org.cellarius.galaxy.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.cellarius.galaxy.column.StarStatus;
import org.junit.jupiter.api.Test;

/** Stars behind dust, at distances known by a parallax or a modulus: two magnitudes and T_eff on the toy isochrones. */
class ApparentMagnitudesTest {

    private static final double[] DIMMING = {0.85, 0.3};
    private static final AgePrior FLAT = new AgePrior.Flat();

    private final IsochroneGrid toy = ToyIsochrones.grid().with("MK", i -> {
        double[] bright = new double[i.points()];
        Arrays.setAll(
                bright, p -> i.columns().get(2)[p] - 1.5 * (7000 - i.columns().get(0)[p]) / 1500);
        return bright;
    });
    private final List<AgeObservable> observables = List.of(
            new AgeObservable.AlongCurve("MG", 2),
            new AgeObservable.AlongCurve("MK", 3),
            new AgeObservable.AlongCurve("teff", 0),
            new AgeObservable.IronOfBirth("feh"));

    private record Ages(AgePosterior posterior, StarMeasurement measurement) {

        AgeDistribution of(double... columns) {
            double[][] in =
                    Arrays.stream(columns).mapToObj(c -> new double[] {c}).toArray(double[][]::new);
            var star = new MeasuredStar(measurement.observables());
            assertThat(measurement.read(in, 0, star)).isEqualTo(StarStatus.OK);
            assertThat(posterior.observe(star)).isTrue();
            return posterior.nodes().distribution(FLAT);
        }
    }

    private Ages ages(StarDistance distance, boolean dust) {
        StarDistance.Compared compared = distance.compared(toy, observables);
        Optional<StarMeasurement.Extinction> extinction =
                dust ? Optional.of(new StarMeasurement.Extinction(List.of(0.85, 0.3, 0.0, 0.0))) : Optional.empty();
        return new Ages(
                AgePosterior.of(HomologousGrid.of(compared.grid()), compared.observables(), List.of("mass"), distance),
                new StarMeasurement(4, List.of(), extinction, distance));
    }

    private static StarDistance parallax(DistancePrior prior, Integer... magnitudes) {
        return new StarDistance.Parallax(List.of(magnitudes), prior);
    }

    /** Of drawn stars at drawn distances, with a parallax, behind dust known to 0.06 mag, true ages lie evenly in the posteriors. */
    @Test
    void agesAndDistancesOfDrawnStarsAreHonest() {
        double length = 0.5;
        Ages ages = ages(parallax(new DistancePrior.ExponentialDensity(length), 0, 1), true);
        StarDistance.Compared compared =
                parallax(new DistancePrior.FlatInModulus(), 0, 1).compared(toy, observables);
        var drawn = new DrawnStars(HomologousGrid.of(compared.grid()));
        var random = new SplittableRandom(12);
        int stars = 1500;
        double[] places = new double[stars];
        double squares = 0;
        int chosen = 0;
        for (int n = 0; n < stars; n++) {
            DrawnStars.Star own = drawn.star(random);
            // r^2 exp(-r/L): the sum of three exponential numbers
            double distance = 0;
            for (int k = 0; k < 3; k++) {
                distance -= length * Math.log(1 - random.nextDouble());
            }
            double[] star = star(drawn, own, distance, random);
            AgeDistribution told = ages.of(star);
            places[n] = told.shareBelow(own.ageGyr());
            double[] moments = ages.posterior().nodes().moments(1, told);
            // Chosen by what is told alone; those that may be dwarfs or giants have tails that a few hundred stars do
            // not fill.
            if (moments[1] < 0.12 * moments[0]) {
                squares += Math.pow((distance - moments[0]) / moments[1], 2);
                chosen++;
            }
        }
        assertThat(DrawnStars.unevenness(places)).isLessThan(1);
        assertThat(chosen).isGreaterThan(stars / 4);
        assertThat(squares / chosen).isCloseTo(1, within(4 * Math.sqrt(2.0 / chosen)));
    }

    /** Columns of a star at a place of the grid that is compared: MG, MK, T_eff, [Fe/H] with errors, extinction, parallax. */
    private static double[] star(DrawnStars drawn, DrawnStars.Star own, double distanceKpc, RandomGenerator random) {
        double modulus = 10 + 5 * Math.log10(distanceKpc);
        double bright = 5 * Math.log10(drawn.quantity(4, own.ageGyr(), own.iron(), own.place()));
        double colour = drawn.quantity(5, own.ageGyr(), own.iron(), own.place());
        double dust = 0.3 + 0.06 * random.nextGaussian();
        return new double[] {
            bright + modulus + DIMMING[0] * dust + 0.01 * random.nextGaussian(),
            0.01,
            bright + colour + modulus + DIMMING[1] * dust + 0.02 * random.nextGaussian(),
            0.02,
            drawn.quantity(0, own.ageGyr(), own.iron(), own.place()) + 100 * random.nextGaussian(),
            100,
            own.iron() + 0.1 * random.nextGaussian(),
            0.1,
            0.3,
            0.06,
            1 / distanceKpc + 0.07 * random.nextGaussian(),
            0.07
        };
    }

    @Test
    void aPerfectParallaxIsAKnownModulus() {
        // Between isochrones luminosities are interpolated here and magnitudes there: that is 0.02 of the width.
        Ages parallax = ages(parallax(new DistancePrior.FlatInModulus(), 0, 1), false);
        Ages swapped = ages(parallax(new DistancePrior.FlatInModulus(), 1, 0), false);
        Ages modulus = ages(new StarDistance.Modulus(List.of(0, 1)), false);
        double[] star = {9.02, 0.02, 7.85, 0.02, 5750, 60, 0.02, 0.08};
        AgeDistribution exact = modulus.of(with(star, 5, 1e-4));
        double width = exact.quantileGyr(0.84) - exact.quantileGyr(0.16);
        for (Ages other : List.of(parallax, swapped)) {
            AgeDistribution told = other.of(with(star, 10, 1e-3));
            for (double q : new double[] {0.16, 0.5, 0.84}) {
                assertThat(told.quantileGyr(q)).isCloseTo(exact.quantileGyr(q), within(0.03 * width));
            }
        }
        // A parallax of 3 errors: whichever magnitude makes the luminosity, it is the same age.
        AgeDistribution one = parallax.of(with(star, 10, 3.3));
        AgeDistribution other = swapped.of(with(star, 10, 3.3));
        width = one.quantileGyr(0.84) - one.quantileGyr(0.16);
        assertThat(other.quantileGyr(0.5)).isCloseTo(one.quantileGyr(0.5), within(0.02 * width));
    }

    @Test
    void whatMagnitudesHaveInCommonIsNoTwoMeasurements() {
        Ages modulus = ages(new StarDistance.Modulus(List.of(0, 1)), false);
        double[] star = {9.02, 0.02, 7.85, 0.02, 5750, 60, 0.02, 0.08};
        // A modulus of which nothing is known leaves the colour.
        AgeDistribution blind = modulus.of(with(star, 5, 1000));
        IsochroneGrid colours = toy.with("MK-MG", i -> {
            double[] colour = new double[i.points()];
            Arrays.setAll(colour, p -> i.columns().get(3)[p] - i.columns().get(2)[p]);
            return colour;
        });
        AgePosterior colour = AgePosterior.of(
                HomologousGrid.of(colours),
                List.of(
                        new AgeObservable.AlongCurve("MK-MG", 4),
                        new AgeObservable.AlongCurve("teff", 0),
                        new AgeObservable.IronOfBirth("feh")),
                List.of("mass"));
        colour.observe(new double[] {-1.17, 5750, 0.02}, new double[] {Math.hypot(0.02, 0.02), 60, 0.08});
        AgeDistribution alone = colour.nodes().distribution(FLAT);
        double width = alone.quantileGyr(0.84) - alone.quantileGyr(0.16);
        for (double q : new double[] {0.16, 0.5, 0.84}) {
            assertThat(blind.quantileGyr(q)).isCloseTo(alone.quantileGyr(q), within(0.01 * width));
        }
    }

    @Test
    void negativeParallaxesAreMeasurements() {
        Ages ages = ages(parallax(new DistancePrior.ExponentialDensity(1), 0, 1), false);
        AgeDistribution told = ages.of(15.1, 0.02, 13.6, 0.02, 5500, 80, 0.0, 0.1, -0.05, 0.1);
        assertThat(told.quantileGyr(0.5)).isBetween(1.0, 14.5);
        assertThat(ages.posterior().nodes().moments(1, told)[0]).isGreaterThan(2);
    }

    private static double[] with(double[] star, double... more) {
        double[] all = Arrays.copyOf(star, star.length + more.length);
        System.arraycopy(more, 0, all, star.length, more.length);
        return all;
    }
}
