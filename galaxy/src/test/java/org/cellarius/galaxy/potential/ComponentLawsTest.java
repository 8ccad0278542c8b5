package org.cellarius.galaxy.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cellarius.galaxy.potential.GravitationalConstant.FOUR_PI_G;
import static org.cellarius.galaxy.potential.GravitationalConstant.KPC_KMS2_PER_MSUN;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every component must obey, whatever its formula. */
class ComponentLawsTest {

    private static final double[][] POINTS = {
        {0.3, 0.1}, {1, -0.7}, {2.5, 0.02}, {4, 3}, {8, 0.05}, {8, -0.4}, {9, 7}, {0.2, 6}, {20, 1}, {35, 40}
    };

    static Stream<Potential> everyComponent() {
        return Stream.of(
                        new MiyamotoNagai(6.8e10, 3, 0.28),
                        new ExponentialDisc(8.9e8, 2.5, 0.3),
                        new HoledSech2Disc(5.3e7, 7, 4, 0.085),
                        new FlattenedCutoffBulge(9.8e10, 0.075, 2.1, 0.5),
                        new PowerLawWithCutoff(2.2e8, 1.8, 1.9),
                        new Nfw(8.5e6, 19.6),
                        new Hernquist(3e10, 0.7),
                        new Plummer(9.5e9, 0.23),
                        new LogarithmicHalo(220, 0.5, 0.85),
                        new Isochrone(1e11, 2.3),
                        new Kepler(4.3e6),
                        new AllenSantillanHalo(2.4e10, 2.562, 2.2, 200),
                        new TruncatedFlatHalo(1.6e12, 200))
                .map(ComponentLawsTest::alone);
    }

    private static Potential alone(Component component) {
        return Potential.of(component.getClass().getSimpleName(), "test", 8, 220, List.of(component));
    }

    @ParameterizedTest
    @MethodSource("everyComponent")
    void forceIsMinusTheGradientOfThePotential(Potential potential) {
        for (double[] p : POINTS) {
            double h = 1e-3 * Math.min(p[0], Math.abs(p[1]));
            Derivatives d = potential.at(p[0], p[1]);
            double scale = Math.hypot(d.dRKms2PerKpc(), d.dzKms2PerKpc());
            // eight-point differences: h^8, and what rounding of Phi leaves
            double tolerance = 1e-9 * scale + 2e-15 * Math.abs(d.phiKms2()) / h;
            assertThat(slope(x -> potential.potentialKms2(x, p[1]), p[0], h))
                    .isCloseTo(d.dRKms2PerKpc(), within(tolerance));
            assertThat(slope(z -> potential.potentialKms2(p[0], z), p[1], h))
                    .isCloseTo(d.dzKms2PerKpc(), within(tolerance));
        }
    }

    @ParameterizedTest
    @MethodSource("everyComponent")
    void secondDerivativesAreThoseOfTheForce(Potential potential) {
        for (double[] p : POINTS) {
            double h = 1e-2 * Math.min(p[0], Math.abs(p[1]));
            Derivatives d = potential.at(p[0], p[1]);
            double scale = Math.abs(d.dRRKms2PerKpc2()) + Math.abs(d.dzzKms2PerKpc2()) + Math.abs(d.dRzKms2PerKpc2());
            double tolerance = 1e-6 * scale;
            assertThat(slope(x -> potential.at(x, p[1]).dRKms2PerKpc(), p[0], h))
                    .isCloseTo(d.dRRKms2PerKpc2(), within(tolerance));
            assertThat(slope(z -> potential.at(p[0], z).dzKms2PerKpc(), p[1], h))
                    .isCloseTo(d.dzzKms2PerKpc2(), within(tolerance));
            assertThat(slope(z -> potential.at(p[0], z).dRKms2PerKpc(), p[1], h))
                    .isCloseTo(d.dRzKms2PerKpc2(), within(tolerance));
        }
    }

    /**
     * Formulas: to rounding. Expansions: 1e-6 where 512 multipoles resolve the disc's height, 2e-5 where they do not (85 pc at 20
     * kpc); the second derivatives tell, the force is a thousand times better.
     */
    @ParameterizedTest
    @MethodSource("everyComponent")
    void poissonsEquationHolds(Potential potential) {
        for (double[] p : POINTS) {
            double tolerance = potential.isClosedForm() ? 1e-11 : p[0] < 10 ? 1e-6 : 2e-5;
            Derivatives d = potential.at(p[0], p[1]);
            double scale = (Math.abs(d.dRRKms2PerKpc2()) + Math.abs(d.dzzKms2PerKpc2())) / FOUR_PI_G;
            assertThat(potential.laplacianDensityMsunPerKpc3(p[0], p[1]))
                    .as("density at (%s, %s)", p[0], p[1])
                    .isCloseTo(potential.densityMsunPerKpc3(p[0], p[1]), within(tolerance * scale));
        }
    }

    @ParameterizedTest
    @MethodSource("everyComponent")
    void stretchedComponentHasStretchedPotential(Potential potential) {
        Potential scaled = potential.rescaledTo(8 * 1.5, 220 * 1.2);
        Derivatives one = potential.at(3, 0.4);
        Derivatives two = scaled.at(4.5, 0.6);
        double force = Math.hypot(one.dRKms2PerKpc(), one.dzKms2PerKpc());
        assertThat(two.dRKms2PerKpc()).isCloseTo(one.dRKms2PerKpc() * 1.44 / 1.5, within(1e-8 * force));
        assertThat(two.dzKms2PerKpc()).isCloseTo(one.dzKms2PerKpc() * 1.44 / 1.5, within(1e-8 * force));
        double density = potential.densityMsunPerKpc3(3, 0.4) * 1.44 / 2.25;
        assertThat(scaled.densityMsunPerKpc3(4.5, 0.6)).isCloseTo(density, within(1e-12 * density));
    }

    @ParameterizedTest
    @MethodSource("everyComponent")
    void planeAxisFarAndMissingPlacesAreTakenAsTheyAre(Potential potential) {
        assertThat(potential.at(8, 0).dzKms2PerKpc()).isZero();
        assertThat(potential.at(0, 3).dRKms2PerKpc()).isZero();
        assertThat(potential.at(0, 3).phiKms2()).isCloseTo(potential.at(1e-8, 3).phiKms2(), within(1e-6));
        assertThat(potential.at(1e-8, 1e-8).phiKms2()).isFinite();
        assertThat(potential.at(3, 1e4).dzKms2PerKpc()).isPositive();
        assertThat(potential.at(8, -0.4).dzKms2PerKpc())
                .isEqualTo(-potential.at(8, 0.4).dzKms2PerKpc());
        assertThat(potential.at(Double.NaN, 1).phiKms2()).isNaN();
        assertThat(potential.at(1, Double.NaN).dRKms2PerKpc()).isNaN();
    }

    /** 2&pi;&Sigma;0 Rd&sup2; for the exponential disc; the others from mcmillan17-facts.md. */
    @Test
    void farAwayOnlyTheMassCounts() {
        assertMassFarAway(
                new ExponentialDisc(8.95679e8, 2.49955, 0.3), 2 * Math.PI * 8.95679e8 * 2.49955 * 2.49955, 1e-6);
        assertMassFarAway(new HoledSech2Disc(5.31319e7, 7, 4, 0.085), 1.068e10, 5e-4);
        assertMassFarAway(new HoledSech2Disc(2.17995e9, 1.5, 12, 0.045), 1.231e9, 5e-4);
        assertMassFarAway(new FlattenedCutoffBulge(9.8351e10, 0.075, 2.1, 0.5), 8.873e9, 1e-4);
        assertMassFarAway(new MiyamotoNagai(6.8e10, 3, 0.28), 6.8e10, 1e-3);
        assertMassFarAway(new Plummer(9.5e9, 0.23), 9.5e9, 1e-6);
        assertMassFarAway(new Hernquist(9.5e9, 0.23), 9.5e9, 1e-4);
        assertMassFarAway(new Isochrone(9.5e9, 0.23), 9.5e9, 1e-4);
        assertMassFarAway(new Kepler(4e6), 4e6, 1e-15);
        assertMassFarAway(new AllenSantillanHalo(1e10, 2, 2, 200), 1e10 * 1e4 / 101, 1e-14);
    }

    private static void assertMassFarAway(Component component, double massMsun, double tolerance) {
        double phi = alone(component).potentialKms2(6000, 8000);
        assertThat(-phi * 1e4 / KPC_KMS2_PER_MSUN)
                .as(component.toString())
                .isCloseTo(massMsun, within(tolerance * massMsun));
    }

    /** A round bulge is a sphere: its force follows from its mass by quadrature. */
    @Test
    void expansionOfARoundBulgeIsThatOfASphere() {
        var bulge = new FlattenedCutoffBulge(9.8e10, 0.075, 2.1, 1);
        double r = 1.3;
        GaussLegendre rule = GaussLegendre.onUnitInterval(200);
        double mass = 0;
        for (int i = 0; i < 200; i++) {
            double s = r * rule.nodes()[i];
            mass += rule.weights()[i] * r * 4 * Math.PI * s * s * bulge.densityMsunPerKpc3(s, 0);
        }
        double pull = KPC_KMS2_PER_MSUN * mass / (r * r);
        Derivatives d = alone(bulge).at(0.5, 1.2);
        assertThat(Math.hypot(d.dRKms2PerKpc(), d.dzKms2PerKpc())).isCloseTo(pull, within(1e-9 * pull));
        assertThat(d.dzKms2PerKpc() / d.dRKms2PerKpc()).isCloseTo(2.4, within(1e-9));
    }

    @Test
    void impossibleParametersAreNamed() {
        assertThatThrownBy(() -> new Nfw(1e7, -3)).hasMessage("scale a = -3.0 kpc: must be positive and finite");
        assertThatThrownBy(() -> new PowerLawWithCutoff(1, 2.5, 1)).hasMessageContaining("exponent alpha = 2.5");
        assertThatThrownBy(() -> new ExponentialDisc(Double.NaN, 2, 1)).hasMessageContaining("Msun/kpc^2");
    }

    private static double slope(DoubleUnaryOperator f, double x, double h) {
        double[] weight = {4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280};
        double sum = 0;
        for (int k = 1; k <= 4; k++) {
            sum += weight[k - 1] * (f.applyAsDouble(x + k * h) - f.applyAsDouble(x - k * h));
        }
        return sum / h;
    }
}
