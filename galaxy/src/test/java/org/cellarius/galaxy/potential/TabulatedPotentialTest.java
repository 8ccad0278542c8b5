package org.cellarius.galaxy.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cellarius.galaxy.kernel.MeridionalTableReader;
import org.cellarius.galaxy.kernel.ScalarMeridionalTableReader;
import org.cellarius.galaxy.kernel.ScaledAxis;
import org.cellarius.galaxy.potential.TabulatedPotential.Form;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TabulatedPotentialTest {

    private static final Potential MCMILLAN = Potentials.named("McMillan17");
    private static final Map<Form, TabulatedPotential> TABLES = Arrays.stream(Form.values())
            .collect(Collectors.toMap(form -> form, form -> TabulatedPotential.of(MCMILLAN, form)));

    private static TabulatedPotential table(Form form) {
        return Objects.requireNonNull(TABLES.get(form));
    }

    @ParameterizedTest
    @CsvSource({"BICUBIC, 2e-6, 5e-5, 512", "BIQUINTIC, 1e-8, 1e-6, 256"})
    void forceIsTheExactOne(Form form, double inTheMedian, double anywhere, int kib) {
        double[][] places = places(4000);
        double[] aR = new double[places[0].length];
        double[] aZ = new double[places[0].length];
        table(form).accelerations(aR.length, places[0], places[1], aR, aZ);
        double[] error = new double[aR.length];
        for (int i = 0; i < error.length; i++) {
            Derivatives d = MCMILLAN.at(places[0][i], places[1][i]);
            error[i] = Math.hypot(aR[i] + d.dRKms2PerKpc(), aZ[i] + d.dzKms2PerKpc())
                    / Math.hypot(d.dRKms2PerKpc(), d.dzKms2PerKpc());
        }
        Arrays.sort(error);
        assertThat(error[error.length / 2]).isLessThan(inTheMedian);
        assertThat(error[error.length - 1]).isLessThan(anywhere);
        assertThat(table(form).sizeBytes()).isLessThanOrEqualTo(kib * 1024);
    }

    /** In the thin gas layers, where the table is most easily wrong: the vertical force itself, not its share in the whole. */
    @ParameterizedTest
    @EnumSource(Form.class)
    void verticalForceIsRightAFewParsecsAboveThePlane(Form form) {
        for (double radiusKpc : new double[] {2, 4, 8, 12, 20}) {
            for (double zKpc : new double[] {0.001, 0.005, 0.02, 0.05, 0.1, 0.3}) {
                double exact = MCMILLAN.forceZKms2PerKpc(radiusKpc, zKpc);
                assertThat(acceleration(form, radiusKpc, zKpc)[1])
                        .as("at (%s, %s) kpc", radiusKpc, zKpc)
                        .isCloseTo(exact, within(2e-4 * Math.abs(exact)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void farOutTheForceStaysSane(Form form) {
        for (double rKpc : new double[] {50, 100, 300, 1000, 3000, 1e4}) {
            for (double cosine : new double[] {0, 0.3, 0.8, 1}) {
                double z = rKpc * cosine;
                double radius = Math.sqrt(rKpc * rKpc - z * z);
                double[] a = acceleration(form, radius, z);
                Derivatives d = MCMILLAN.at(radius, z);
                double miss = Math.hypot(a[0] + d.dRKms2PerKpc(), a[1] + d.dzKms2PerKpc());
                double allowed = rKpc <= 300 ? 1e-4 : rKpc <= 1000 ? 1e-2 : 0.15;
                assertThat(miss / Math.hypot(d.dRKms2PerKpc(), d.dzKms2PerKpc()))
                        .as("at r = %s kpc, z = %s kpc", rKpc, z)
                        .isLessThan(allowed);
            }
        }
    }

    /** Energy is conserved only if the force is the gradient of the very potential that is reported. */
    @ParameterizedTest
    @EnumSource(Form.class)
    void forceIsTheExactGradientOfTheTabulatedPotential(Form form) {
        var random = new CounterRandom(4);
        for (int i = 0; i < 300; i++) {
            double radius = 0.2 + 20 * random.uniform(i, 0);
            double z = 4 * (random.uniform(i, 1) - 0.5);
            double[] a = acceleration(form, radius, z);
            double h = 1e-5;
            double size = Math.hypot(a[0], a[1]);
            // Phi is rounded at 1e-16 of itself: 2e-11/h; the spline's third derivative leaves h^2
            double tolerance = 2e-5 + 1e-8 * size;
            assertThat((phi(form, radius - h, z) - phi(form, radius + h, z)) / (2 * h))
                    .isCloseTo(a[0], within(tolerance));
            assertThat((phi(form, radius, z - h) - phi(form, radius, z + h)) / (2 * h))
                    .isCloseTo(a[1], within(tolerance));
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void potentialIsTwiceContinuouslyDifferentiableAcrossCellBordersAndThePlane(Form form) {
        ScaledAxis radial = table(form).table().radial();
        ScaledAxis vertical = table(form).table().vertical();
        for (int cell = 10; cell < 120; cell += 11) {
            double border = radial.lengthKpc(cell);
            assertNoJump(x -> acceleration(form, x, 0.3)[0], border);
            assertNoJump(x -> acceleration(form, x, 0.3)[1], border);
            double level = vertical.lengthKpc(cell);
            assertNoJump(z -> acceleration(form, 8, z)[0], level);
            assertNoJump(z -> acceleration(form, 8, z)[1], level);
        }
        assertNoJump(z -> acceleration(form, 8, z)[1], 0);
    }

    /** Value and slope from the left and from the right agree; the slopes to what the third derivative does over the step. */
    private static void assertNoJump(DoubleUnaryOperator force, double at) {
        double h = 1e-5 * Math.max(at, 0.1);
        double middle = force.applyAsDouble(at);
        double left = (middle - force.applyAsDouble(at - h)) / h;
        double right = (force.applyAsDouble(at + h) - middle) / h;
        double curvature =
                Math.abs(force.applyAsDouble(at + 1000 * h) - 2 * middle + force.applyAsDouble(at - 1000 * h));
        assertThat(right - left).isCloseTo(0, within(3e-3 * curvature / (1000 * h) + 1e-4 * Math.abs(left) + 1e-4));
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void scalarAndVectorReadersAgree(Form form) {
        double[][] places = places(999);
        int n = places[0].length;
        MeridionalTableReader scalar =
                new ScalarMeridionalTableReader(table(form).table());
        double[][] one = new double[3][n];
        double[][] two = new double[3][n];
        table(form).accelerations(n, places[0], places[1], one[0], one[1]);
        table(form).potentials(n, places[0], places[1], one[2]);
        scalar.accelerations(n, places[0], places[1], two[0], two[1]);
        scalar.potentials(n, places[0], places[1], two[2]);
        for (int i = 0; i < n; i++) {
            // a slope of the table is a difference of numbers as large as Phi: 1e-13 of Phi per kpc is its rounding
            double rounding = 1e-13 * (Math.hypot(two[0][i], two[1][i]) + Math.abs(two[2][i]));
            assertThat(one[0][i]).isCloseTo(two[0][i], within(rounding));
            assertThat(one[1][i]).isCloseTo(two[1][i], within(rounding));
            assertThat(one[2][i]).isCloseTo(two[2][i], within(1e-13 * Math.abs(two[2][i])));
        }
    }

    /** Whatever the form, one reading for both gives the same bits as two. */
    @ParameterizedTest
    @ValueSource(strings = {"McMillan17", "MWPotential2014", "Irrgang13II"})
    void potentialsAndAccelerationsTogetherAreThoseApart(String name) {
        double[] radius = IntStream.range(0, 300).mapToDouble(i -> 0.05 * i).toArray();
        double[] z = IntStream.range(0, 300).mapToDouble(i -> (i % 7 - 3) * 0.3).toArray();
        for (ForceField field :
                List.of(ForceField.of(Potentials.named(name)), ForceField.accurate(Potentials.named(name)))) {
            double[][] apart = new double[3][300];
            double[][] together = new double[3][300];
            field.potentials(300, radius, z, apart[0]);
            field.accelerations(300, radius, z, apart[1], apart[2]);
            field.potentialsAndAccelerations(300, radius, z, together[0], together[1], together[2]);
            assertThat(together).isDeepEqualTo(apart);
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void resultsDoNotDependOnTheLengthOfTheBlock(Form form) {
        double[][] places = places(70);
        double[] aR = new double[70];
        double[] aZ = new double[70];
        table(form).accelerations(70, places[0], places[1], aR, aZ);
        for (int i : IntStream.range(0, 70).toArray()) {
            assertThat(acceleration(form, places[0][i], places[1][i])).containsExactly(aR[i], aZ[i]);
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void symmetriesAndAwkwardPlaces(Form form) {
        assertThat(acceleration(form, 8, 0)[1]).isZero();
        assertThat(acceleration(form, 0, 2)[0]).isZero();
        double[] up = acceleration(form, 5, 0.7);
        assertThat(acceleration(form, 5, -0.7)).containsExactly(up[0], -up[1]);
        assertThat(acceleration(form, -5, 0.7)).containsExactly(-up[0], up[1]);
        assertThat(acceleration(form, Double.NaN, 1)).containsExactly(Double.NaN, Double.NaN);
        assertThat(acceleration(form, 1, Double.NaN)).containsExactly(Double.NaN, Double.NaN);
        assertThat(phi(form, 1e-8, 1e-8)).isFinite();
        assertThat(phi(form, 1e6, 1e6)).isFinite().isNegative();
        assertThat(acceleration(form, 1e9, 0)[0]).isFinite();
    }

    @Test
    void potentialThatIsInfiniteInTheCentreIsRefused() {
        assertThatThrownBy(() -> TabulatedPotential.of(Potentials.named("Irrgang13II"), Form.BICUBIC))
                .hasMessageContaining("'Irrgang13II' is infinite in the centre");
    }

    /**
     * The force is a polynomial on either side of a border. Where its derivatives up to the third agree there, the polynomials
     * through points of one side continue on the other up to fourth powers of the distance.
     */
    @Test
    void biquinticIsFourTimesContinuouslyDifferentiable() {
        ScaledAxis radial = table(Form.BIQUINTIC).table().radial();
        ScaledAxis vertical = table(Form.BIQUINTIC).table().vertical();
        for (int cell = 10; cell < 90; cell += 7) {
            double wide = radial.lengthKpc(cell + 1) - radial.lengthKpc(cell);
            assertThirdDerivativeIsContinuous(
                    x -> acceleration(Form.BIQUINTIC, x, 0.3)[0], radial.lengthKpc(cell), wide);
            double high = vertical.lengthKpc(cell + 1) - vertical.lengthKpc(cell);
            assertThirdDerivativeIsContinuous(
                    z -> acceleration(Form.BIQUINTIC, 8, z)[1], vertical.lengthKpc(cell), high);
        }
    }

    /** Third derivatives of the force from the right and from the left, extrapolated to the border. */
    private static void assertThirdDerivativeIsContinuous(DoubleUnaryOperator force, double at, double cell) {
        double right = thirdDerivative(force, at, 0.1 * cell);
        double left = thirdDerivative(force, at, -0.1 * cell);
        double size = Math.max(Math.abs(left), Math.abs(right));
        assertThat(right).as("at %s", at).isCloseTo(left, within(0.1 * size));
    }

    /** From five points on one side: error of second order in the distance h between them. */
    private static double thirdDerivative(DoubleUnaryOperator f, double at, double h) {
        double[] y = IntStream.range(0, 6)
                .mapToDouble(k -> f.applyAsDouble(at + k * h))
                .toArray();
        double third = -17 * y[0] + 71 * y[1] - 118 * y[2] + 98 * y[3] - 41 * y[4] + 7 * y[5];
        return third / (4 * h * h * h);
    }

    private static double[][] places(int n) {
        var random = new CounterRandom(11);
        double[][] places = new double[2][n];
        for (int i = 0; i < n; i++) {
            double logarithmic = Math.exp(Math.log(1e-3) + Math.log(25e3) * random.uniform(i, 0));
            double height = Math.exp(Math.log(1e-3) + Math.log(25e3) * random.uniform(i, 1));
            double radius = i % 2 == 0 ? 25 * random.uniform(i, 2) : logarithmic;
            boolean central = Math.hypot(radius, height) < 0.1;
            places[0][i] = central ? 0.2 + radius : radius;
            places[1][i] = i % 3 == 0 ? -height : height;
        }
        return places;
    }

    private static double[] acceleration(Form form, double radiusKpc, double zKpc) {
        double[] aR = new double[1];
        double[] aZ = new double[1];
        table(form).accelerations(1, new double[] {radiusKpc}, new double[] {zKpc}, aR, aZ);
        return new double[] {aR[0], aZ[0]};
    }

    private static double phi(Form form, double radiusKpc, double zKpc) {
        double[] phi = new double[1];
        table(form).potentials(1, new double[] {radiusKpc}, new double[] {zKpc}, phi);
        return phi[0];
    }
}
