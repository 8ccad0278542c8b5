package org.cellarius.galaxy.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cellarius.galaxy.Columns;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.frame.DrawPlan.Summary;
import org.cellarius.galaxy.frame.ErrorColumns.Correlations;
import org.cellarius.galaxy.frame.ErrorColumns.Sky;
import org.cellarius.galaxy.frame.PhaseSpaceErrors.Covariance;
import org.cellarius.galaxy.frame.PhaseSpaceKernel.Motions;
import org.cellarius.galaxy.kernel.ScalarDrawMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PhaseSpaceDrawsTest {

    private static final GalactocentricFrame FRAME = new GalactocentricFrame(Sun.HAWKINS_2023);
    private static final List<String> QUANTITIES =
            List.of("x", "y", "z", "vx", "vy", "vz", "r", "phi", "v_r", "v_phi", "v_z");
    private static final List<String> STATE = QUANTITIES.subList(0, 6);
    private static final int MANY = 200_000;

    /** The distance itself, to look at its distribution. */
    private static final DerivedQuantity DISTANCE = new DerivedQuantity() {
        @Override
        public List<OutputColumn> columns() {
            return List.of(
                    new OutputColumn("d", "kpc", "distance"), new OutputColumn("inner", "kpc", "r inside 8 kpc"));
        }

        @Override
        public void of(int n, double[][] state, double[][] values) {
            for (int i = 0; i < n; i++) {
                double x = state[0][i] - FRAME.shiftX;
                double z = state[2][i] - FRAME.shiftZ;
                values[0][i] = Math.sqrt(x * x + state[1][i] * state[1][i] + z * z);
                double r = Math.hypot(state[0][i], state[1][i]);
                values[1][i] = r < 8 ? r : Double.NaN;
            }
        }
    };

    @ParameterizedTest
    @CsvSource({
        "NORMAL, EXACT, NONE",
        "NORMAL, EXACT, GAIA",
        "NORMAL, WITH_ERRORS, GAIA_DISTANCE_FROM_PARALLAX",
        "TWO_PIECE, WITH_ERRORS, GAIA",
        "TWO_PIECE, EXACT, GAIA",
        "FECHNER, WITH_ERRORS, GAIA"
    })
    void smallErrorsFromDrawsEqualThoseOfTheJacobian(DistanceErrorModel model, Sky sky, Correlations correlations) {
        // A hundredth of the errors: the curvature of the transformation is then far below the sampling error.
        var columns = new ErrorColumns(model, sky, correlations);
        var draws = draws(columns, MANY, EnumSet.of(Summary.COVARIANCE, Summary.MEANS));
        var drawn = Columns.of(draws, ErrorStars.columns(draws, 0.01));
        var jacobian = new PhaseSpaceErrors(FRAME, columns, Covariance.WRITTEN);
        var linear = Columns.of(jacobian, ErrorStars.columns(jacobian, 0.01));
        // A standard deviation from n normal draws has the relative error (2n)^-1/2 = 1.6e-3, five of them are allowed;
        // the
        // two-sided distributions have heavier tails.
        double allowed = 5 / Math.sqrt(2.0 * MANY) * (model == DistanceErrorModel.NORMAL ? 1 : 1.3);
        for (int i = 0; i < ErrorStars.NAMES.size(); i++) {
            for (String q : QUANTITIES) {
                double expected = linear.column(q + "_error")[i];
                assertThat(drawn.column(q + "_error")[i])
                        .as("%s of the star %s", q, ErrorStars.NAMES.get(i))
                        .isCloseTo(expected, within(allowed * expected));
            }
            assertCovariances(drawn, linear, i, 5 / Math.sqrt(MANY));
        }
    }

    private static void assertCovariances(Columns drawn, Columns linear, int i, double allowed) {
        for (int a = 0; a < 6; a++) {
            for (int b = a; b < 6; b++) {
                String name = STATE.get(a) + "_" + STATE.get(b) + "_cov";
                double size = linear.column(STATE.get(a) + "_error")[i] * linear.column(STATE.get(b) + "_error")[i];
                assertThat(drawn.column(name)[i])
                        .as(name)
                        .isCloseTo(linear.column(name)[i], within(1.5 * allowed * size));
            }
        }
    }

    @Test
    void meansOfSmallErrorsAreTheStarsOwnPhaseSpace() {
        var columns = new ErrorColumns(DistanceErrorModel.NORMAL, Sky.EXACT, Correlations.GAIA);
        var draws = draws(columns, MANY, EnumSet.of(Summary.MEANS));
        var drawn = Columns.of(draws, ErrorStars.columns(draws, 0.01));
        var kernel = new PhaseSpaceKernel(FRAME, Motions.KNOWN);
        var own = Columns.of(kernel, ErrorStars.columns(kernel, 1));
        for (int i = 0; i < ErrorStars.NAMES.size(); i++) {
            for (String q : QUANTITIES) {
                double away = drawn.column(q + "_mean")[i] - own.column(q)[i];
                double error = drawn.column(q + "_error")[i];
                assertThat(q.equals("phi") ? Math.IEEEremainder(away, 360) : away)
                        .as("%s of the star %s", q, ErrorStars.NAMES.get(i))
                        .isCloseTo(0, within(5 * error / Math.sqrt(MANY) + 1e-11));
            }
        }
    }

    @Test
    void exactMeasurementsHaveNoSpreadAtAll() {
        for (Sky sky : Sky.values()) {
            var draws = draws(
                    new ErrorColumns(DistanceErrorModel.TWO_PIECE, sky, Correlations.GAIA),
                    1000,
                    EnumSet.allOf(Summary.class));
            var drawn = Columns.of(draws, ErrorStars.columns(draws, 1));
            int exact = ErrorStars.NAMES.indexOf("exact");
            for (String q : QUANTITIES) {
                assertThat(drawn.column(q + "_error")[exact]).as(q).isZero();
                assertThat(drawn.column(q + "_p16")[exact])
                        .isCloseTo(drawn.column(q + "_mean")[exact], within(1e-12 * 360));
            }
        }
    }

    @Test
    void twentyPerCentOfDistancePartsFirstOrderFromTheDraws() {
        var columns = new ErrorColumns(DistanceErrorModel.NORMAL, Sky.EXACT, Correlations.NONE);
        var kernel = draws(columns, MANY, EnumSet.of(Summary.MEANS));
        // A star seen at right angles to the centre: r^2 = R0^2 + d^2 is curved in d.
        IcrsStar sideways = FRAME.icrsOf(new CartesianState(FRAME.shiftX, 8.27, 0.029, 12.9, 245, 7.78));
        double sd = 0.2 * 8.27;
        var drawn = Columns.of(kernel, row(sideways.raDeg(), sideways.decDeg(), 8.27, 0, 0, 0, sd, 0, 0, 0, 0));
        double mean = 0;
        double weight = 0;
        for (double z = -4.999; z < 8; z += 0.001) {
            double density = Math.exp(-z * z / 2);
            mean += density * Math.hypot(FRAME.shiftX, 8.27 + sd * z);
            weight += density;
        }
        mean /= weight;
        double samplingError = sd * Math.sqrt(0.5) / Math.sqrt(MANY);
        assertThat(drawn.column("r_mean")[0]).isCloseTo(mean, within(5 * samplingError));
        // First order says that the mean is the star's own r; it is off by 0.5 per cent here.
        assertThat(mean - Math.hypot(FRAME.shiftX, 8.27)).isBetween(0.05, 0.06);
    }

    @ParameterizedTest
    @EnumSource(DistanceErrorModel.class)
    void distancesFollowTheirModel(DistanceErrorModel model) {
        var columns = new ErrorColumns(model, Sky.EXACT, Correlations.NONE);
        var kernel = new PhaseSpaceDraws(
                FRAME, columns, new DrawPlan(3, MANY, Set.of(Summary.PERCENTILES), List.of(DISTANCE)));
        double[][] in = model == DistanceErrorModel.NORMAL
                ? row(95, 20, 5, 0, 0, 0, 0.3, 0, 0, 0, 0)
                : row(95, 20, 5, 0, 0, 0, 4.8, 5.4, 0, 0, 0, 0);
        var drawn = Columns.of(kernel, in);
        double lo = 0.2;
        double hi = 0.4;
        double mean = switch (model) {
            case NORMAL -> 5;
            case TWO_PIECE -> 5 + (hi - lo) / Math.sqrt(2 * Math.PI);
            case FECHNER -> 5 + (hi - lo) * Math.sqrt(2 / Math.PI);
        };
        double variance = switch (model) {
            case NORMAL -> 0.09;
            case TWO_PIECE -> (lo * lo + hi * hi) / 2 - (hi - lo) * (hi - lo) / (2 * Math.PI);
            case FECHNER -> (1 - 2 / Math.PI) * (hi - lo) * (hi - lo) + lo * hi;
        };
        double sd = Math.sqrt(variance);
        assertThat(drawn.column("d_mean")[0]).isCloseTo(mean, within(5 * sd / Math.sqrt(MANY)));
        assertThat(drawn.column("d_error")[0]).isCloseTo(sd, within(5 * sd / Math.sqrt(MANY)));
        assertThat(drawn.column("d_draws")[0]).isEqualTo(MANY);
        // The two-piece Gaussian has its median at the distance and half of 68 % of each side within its width: P =
        // 0.16, 0.84.
        if (model == DistanceErrorModel.TWO_PIECE) {
            assertThat(drawn.column("d_p50")[0]).isCloseTo(5, within(5 * 0.3 / Math.sqrt(MANY) * 1.3));
            assertThat(drawn.column("d_p16")[0]).isCloseTo(5 - 0.9945 * lo, within(0.005));
            assertThat(drawn.column("d_p84")[0]).isCloseTo(5 + 0.9945 * hi, within(0.01));
        }
        // Of Fechner's the share below the peak is lo/(lo + hi) = 1/3: the median lies above.
        if (model == DistanceErrorModel.FECHNER) {
            assertThat(drawn.column("d_p50")[0]).isGreaterThan(5.05);
        }
    }

    @Test
    void hugeErrorsGivePositiveDistancesDistributedAsTheTruncatedNormal() {
        var columns = new ErrorColumns(DistanceErrorModel.NORMAL, Sky.EXACT, Correlations.NONE);
        var kernel = new PhaseSpaceDraws(FRAME, columns, new DrawPlan(3, MANY, Set.of(), List.of(DISTANCE)));
        var drawn = Columns.of(kernel, row(95, 20, 1, 3, 4, 5, 10, 0.1, 0.1, 1, 8));
        // Mean of N(1, 10) above zero: 1 + 10 pdf(0.1)/cdf(0.1) = 1 + 10 * 0.396953/0.539828.
        assertThat(drawn.column("d_mean")[0]).isCloseTo(8.35332, within(5 * 6.0 / Math.sqrt(MANY)));
        assertThat(drawn.column("x_error")[0]).isFinite();
        assertThat(drawn.status()).containsExactly(StarStatus.OK);
    }

    @Test
    void drawsWithoutADerivedQuantityAreCountedAndLeftOut() {
        var columns = new ErrorColumns(DistanceErrorModel.NORMAL, Sky.EXACT, Correlations.NONE);
        var kernel = new PhaseSpaceDraws(FRAME, columns, new DrawPlan(3, 1000, Set.of(), List.of(DISTANCE)));
        double[][] towardsCentre = row(266.4051, -28.936175, 0.27, 3, 4, 5, 0.1, 0.1, 0.1, 1, 8);
        var drawn = Columns.of(kernel, towardsCentre);
        assertThat(drawn.column("inner_draws")[0]).isBetween(400.0, 600.0);
        assertThat(drawn.column("inner_mean")[0]).isBetween(7.8, 8.0);
    }

    @Test
    void blocksOrderAndFormDoNotMatter() {
        var columns = new ErrorColumns(DistanceErrorModel.TWO_PIECE, Sky.WITH_ERRORS, Correlations.GAIA);
        var plan = new DrawPlan(9, 700, EnumSet.allOf(Summary.class), List.of());
        var kernel = new PhaseSpaceDraws(FRAME, columns, plan);
        var twin = new PhaseSpaceDraws(FRAME, columns, plan, new ScalarDrawMath());
        double[][] stars = ErrorStars.columns(kernel, 20);
        var together = Columns.of(kernel, stars);
        var scalar = Columns.of(twin, stars);
        for (int i = stars[0].length - 1; i >= 0; i--) {
            double[][] one = new double[stars.length][];
            for (int k = 0; k < one.length; k++) {
                one[k] = new double[] {stars[k][i]};
            }
            var alone = Columns.of(kernel, one);
            for (int k = 0; k < alone.values().length; k++) {
                assertThat(alone.values()[k][0]).isEqualTo(together.values()[k][i]);
                assertThat(scalar.values()[k][i]).isEqualTo(together.values()[k][i]);
            }
        }
    }

    @Test
    void seedsAndStarNumbersChangeTheDraws() {
        var columns = new ErrorColumns(DistanceErrorModel.NORMAL, Sky.EXACT, Correlations.NONE);
        double[][] here = row(95, 20, 1, 3, 4, 5, 0.1, 0.1, 0.1, 1, 8);
        double[][] there = row(95, 20, 1, 3, 4, 5, 0.1, 0.1, 0.1, 1, 9);
        double one = Columns.of(draws(columns, 100, Set.of()), here).column("x_error")[0];
        assertThat(Columns.of(draws(columns, 100, Set.of()), there).column("x_error")[0])
                .isNotEqualTo(one);
        var otherSeed = new PhaseSpaceDraws(FRAME, columns, new DrawPlan(2, 100, Set.of(), List.of()));
        assertThat(Columns.of(otherSeed, here).column("x_error")[0]).isNotEqualTo(one);
    }

    @Test
    void percentilesOfNormalDrawsLieOneErrorFromTheMedianAndFollowTheAzimuthAcross180() {
        var columns = new ErrorColumns(DistanceErrorModel.NORMAL, Sky.EXACT, Correlations.NONE);
        var kernel = draws(columns, MANY, EnumSet.of(Summary.PERCENTILES, Summary.MEANS));
        // Towards the north pole of the Galaxy the azimuth stays 180; beside it the draws go across.
        IcrsStar behind = FRAME.icrsOf(new CartesianState(-9.27, 0.001, 0.029, 12.9, 245, 7.78));
        double[][] in = row(behind.raDeg(), behind.decDeg(), 0.01, 0, 100, 0, 0.002, 0.1, 2, 1, 1);
        var drawn = Columns.of(kernel, in);
        for (String q : List.of("x", "r", "v_r", "v_phi", "v_z")) {
            double error = drawn.column(q + "_error")[0];
            assertThat(drawn.column(q + "_p84")[0] - drawn.column(q + "_p16")[0])
                    .as(q)
                    .isCloseTo(2 * 0.994458 * error, within(0.01 * error));
            assertThat(drawn.column(q + "_p50")[0]).isCloseTo(drawn.column(q + "_mean")[0], within(0.02 * error));
        }
        assertThat(Math.abs(drawn.column("phi_p50")[0])).isCloseTo(180, within(0.01));
        assertThat(drawn.column("phi_error")[0]).isLessThan(0.01);
    }

    @Test
    void azimuthsAcross180AreAveragedOnTheCircle() {
        var columns = new ErrorColumns(DistanceErrorModel.NORMAL, Sky.WITH_ERRORS, Correlations.NONE);
        var kernel = draws(columns, MANY, EnumSet.of(Summary.MEANS, Summary.PERCENTILES));
        IcrsStar behind = FRAME.icrsOf(new CartesianState(-9.27, 0, 0.029, 12.9, 245, 7.78));
        // An error of 1 deg = 3.6e6 mas of the place, at 1 kpc: 0.0175 kpc to the side at 9.27 kpc.
        var drawn = Columns.of(
                kernel, row(behind.raDeg(), behind.decDeg(), 1, 0, 0, 0, 0.01, 0.1, 0.1, 1, 3.6e6, 3.6e6, 1));
        double expected = Math.toDegrees(Math.toRadians(1) / 9.27);
        assertThat(Math.abs(drawn.column("phi_mean")[0])).isCloseTo(180, within(0.01 * expected));
        assertThat(drawn.column("phi_error")[0]).isCloseTo(expected, within(0.01 * expected));
        assertThat(Math.IEEEremainder(drawn.column("phi_p84")[0] - 180, 360))
                .isCloseTo(expected, within(0.02 * expected));
        assertThat(Math.IEEEremainder(drawn.column("phi_p16")[0] - 180, 360))
                .isCloseTo(-expected, within(0.02 * expected));
    }

    @Test
    void starsThatCannotBeDrawnGetAStatus() {
        double nan = Double.NaN;
        var columns = new ErrorColumns(DistanceErrorModel.TWO_PIECE, Sky.EXACT, Correlations.GAIA);
        var kernel = draws(columns, 100, EnumSet.allOf(Summary.class));
        double[][] in = {
            {10, 10, 10, 10, 10, 10, nan},
            {20, 20, 20, 20, 20, 20, 20},
            {2, 2, 2, 2, 2, nan, 2},
            {1, 1, 1, 1, 1, 1, 1},
            {1, 1, nan, 1, 1, 1, 1},
            {3, 3, 3, 3, 3, 3, 3},
            {1.9, 2.1, 1.9, 1.9, 1.9, 1.9, 1.9},
            {2.2, 2.2, 2.2, 2.2, 2.2, 2.2, 2.2},
            {0.1, 0.1, 0.1, -1, 0.1, 0.1, 0.1},
            {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1},
            {1, 1, 1, 1, 1, 1, 1},
            {-1.01, 0, 0, 0, 0, 0, 0},
            {0, 1, 2, 3, 4.5, 5, 6}
        };
        var drawn = Columns.of(kernel, in);
        assertThat(drawn.status())
                .containsExactly(
                        StarStatus.BAD_CORRELATIONS,
                        StarStatus.NO_ERRORS,
                        StarStatus.NO_VELOCITY,
                        StarStatus.NO_ERRORS,
                        StarStatus.NO_ERRORS,
                        StarStatus.NO_DISTANCE,
                        StarStatus.NO_POSITION);
        assertThat(drawn.column("x_error")[0]).isNaN();
        assertThat(drawn.column("x_error")[1])
                .as("the distance lies outside its bounds")
                .isNaN();
        assertThat(drawn.column("r_error")[2]).as("a place without a motion").isPositive();
        assertThat(drawn.column("v_phi_error")[2]).isNaN();
        assertThat(drawn.column("v_phi_p50")[2]).isNaN();
        assertThat(drawn.column("vx_error")[3]).isNaN();
        assertThat(drawn.column("x_p16")[5]).isNaN();
    }

    @Test
    void fullyCorrelatedProperMotionsAreAllowed() {
        var columns = new ErrorColumns(DistanceErrorModel.NORMAL, Sky.EXACT, Correlations.GAIA);
        var drawn = Columns.of(draws(columns, 1000, Set.of()), row(10, 20, 1, 1, 1, 1, 0.1, 0.1, 0.1, 1, 1, 5));
        assertThat(drawn.status()).containsExactly(StarStatus.OK);
        assertThat(drawn.column("vx_error")[0]).isPositive();
    }

    @Test
    void impossiblePlansAreRefused() {
        assertThatThrownBy(() -> new DrawPlan(1, 1, Set.of(), List.of())).hasMessageContaining("1 draws");
    }

    private static PhaseSpaceDraws draws(ErrorColumns columns, int draws, Set<Summary> summaries) {
        return new PhaseSpaceDraws(FRAME, columns, new DrawPlan(1, draws, summaries, List.of()));
    }

    private static double[][] row(double... values) {
        return java.util.Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
    }
}
