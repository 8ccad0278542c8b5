package org.cellarius.galaxy.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.cellarius.galaxy.Columns;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.frame.ErrorColumns.Correlations;
import org.cellarius.galaxy.frame.ErrorColumns.Sky;
import org.cellarius.galaxy.frame.PhaseSpaceErrors.Covariance;
import org.cellarius.galaxy.frame.PhaseSpaceKernel.Motions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PhaseSpaceJacobianTest {

    private static final GalactocentricFrame FRAME = new GalactocentricFrame(Sun.HAWKINS_2023);
    private static final String[] OUTPUTS = {"x", "y", "z", "vx", "vy", "vz", "r", "phi", "z", "v_r", "v_phi", "v_z"};
    private static final double MAS = Math.toRadians(1 / 3.6e6);

    @ParameterizedTest
    @CsvSource({
        "95, 20, 1.2, 0.4, -2.2, 12",
        "120, 89.999, 1.5, 4, -7, 30",
        "10, -89.999, 2.5, -3, -1, -60",
        "269.45, 4.69, 0.01, -80, 1036, -110",
        "285, -30, 12, -2.5, -5.5, 80",
        "0, 0, 5, 1, 1, 1",
        "266.4, -28.9, 7.5, -3, -5, 40"
    })
    void derivativesEqualCentralDifferences(double ra, double dec, double d, double pmra, double pmdec, double rv) {
        var star = new IcrsStar(ra, dec, d, pmra, pmdec, rv);
        var jacobian = PhaseSpaceJacobian.at(FRAME, star);
        // Steps: the place on the sky in mas (0.02 deg), kpc, mas/yr, km/s.
        double[] step = {1e5, 1e5, 1e-4 * d, 1e-3, 1e-3, 1e-2};
        for (int k = 0; k < 6; k++) {
            double[][] rows = new double[12][];
            for (int i = 0; i < 6; i++) {
                rows[i] = jacobian.cartesian()[i];
                rows[6 + i] = jacobian.cylindrical()[i];
            }
            double[] numeric = difference(star, k, step[k]);
            double[] half = difference(star, k, step[k] / 2);
            for (int i = 0; i < 12; i++) {
                // Richardson: the error of central differences is proportional to the squared step.
                double expected = (4 * half[i] - numeric[i]) / 3;
                assertThat(rows[i][k])
                        .as("d %s / d parameter %d", OUTPUTS[i], k)
                        .isCloseTo(expected, within(1e-8 * largest(rows, k, i)));
            }
        }
    }

    /** Rows of like units: places, velocities, the angle. */
    private static double largest(double[][] rows, int k, int i) {
        int from = i < 6 ? i / 3 * 3 : i < 9 ? i : 9;
        int to = i < 6 ? from + 3 : i < 9 ? i + 1 : 12;
        double largest = 0;
        for (int j = from; j < to; j++) {
            largest = Math.max(largest, Math.abs(rows[j][k]));
        }
        // Below: nothing but rounding of a speed of 300 km/s and a place of 10 kpc over the step.
        return Math.max(largest, 1e-3 * (k < 2 ? MAS : 1));
    }

    private static double[] difference(IcrsStar star, int k, double step) {
        double[] up = values(moved(star, k, step));
        double[] down = values(moved(star, k, -step));
        double[] difference = new double[up.length];
        for (int i = 0; i < up.length; i++) {
            double change = OUTPUTS[i].equals("phi") ? Math.IEEEremainder(up[i] - down[i], 360) : up[i] - down[i];
            difference[i] = change / (2 * step);
        }
        return difference;
    }

    private static double[] values(IcrsStar s) {
        var derived = Columns.of(
                new PhaseSpaceKernel(FRAME, Motions.KNOWN),
                new double[] {s.raDeg()},
                new double[] {s.decDeg()},
                new double[] {s.distanceKpc()},
                new double[] {s.pmraMasPerYear()},
                new double[] {s.pmdecMasPerYear()},
                new double[] {s.radialVelocityKms()});
        double[] values = new double[OUTPUTS.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = derived.column(OUTPUTS[i])[0];
        }
        return values;
    }

    /** The star with one parameter changed; on the sky along a great circle, its proper motion carried along without turning. */
    private static IcrsStar moved(IcrsStar s, int k, double step) {
        if (k >= 2) {
            return new IcrsStar(
                    s.raDeg(),
                    s.decDeg(),
                    s.distanceKpc() + (k == 2 ? step : 0),
                    s.pmraMasPerYear() + (k == 3 ? step : 0),
                    s.pmdecMasPerYear() + (k == 4 ? step : 0),
                    s.radialVelocityKms() + (k == 5 ? step : 0));
        }
        LocalAxes from = LocalAxes.at(s.raDeg(), s.decDeg());
        Direction along = k == 0 ? from.east() : from.north();
        Direction across = k == 0 ? from.north() : from.east();
        double a = step * MAS;
        Direction place = from.outward().times(Math.cos(a)).plus(along.times(Math.sin(a)));
        Direction alongThere = along.times(Math.cos(a)).plus(from.outward().times(-Math.sin(a)));
        Direction motion = alongThere
                .times(k == 0 ? s.pmraMasPerYear() : s.pmdecMasPerYear())
                .plus(across.times(k == 0 ? s.pmdecMasPerYear() : s.pmraMasPerYear()));
        LocalAxes to = LocalAxes.towards(place);
        return new IcrsStar(
                place.raDeg(),
                place.decDeg(),
                s.distanceKpc(),
                to.east().dot(motion),
                to.north().dot(motion),
                s.radialVelocityKms());
    }

    @Test
    void anErrorOfTheDistanceTowardsTheGalacticCentreIsAnErrorOfX() {
        var kernel = kernel(Sky.EXACT, Correlations.NONE);
        var errors = Columns.of(kernel, columns(266.4051, -28.936175, 2, 0, 0, 0, 0.1, 0, 0, 0));
        assertThat(errors.column("x_error")[0]).isCloseTo(0.1, within(1e-6));
        assertThat(errors.column("r_error")[0]).isCloseTo(0.1, within(1e-6));
        assertThat(errors.column("y_error")[0]).isCloseTo(0, within(1e-12));
        assertThat(errors.column("v_phi_error")[0]).isCloseTo(0, within(1e-9));
        assertThat(errors.status()).containsExactly(StarStatus.OK);
    }

    @Test
    void exactMeasurementsHaveNoErrors() {
        var errors = Columns.of(kernel(Sky.EXACT, Correlations.NONE), columns(10, 20, 2, 1, 2, 3, 0, 0, 0, 0));
        for (double[] column : errors.values()) {
            assertThat(column[0]).isZero();
        }
    }

    @Test
    void theCovarianceHolds21ElementsWithTheVariancesOnItsDiagonal() {
        var kernel = new PhaseSpaceErrors(
                FRAME,
                new ErrorColumns(DistanceErrorModel.NORMAL, Sky.WITH_ERRORS, Correlations.GAIA),
                Covariance.WRITTEN);
        var errors = Columns.of(kernel, ErrorStars.columns(kernel, 1));
        assertThat(errors.columns()).hasSize(11 + 21);
        for (String q : new String[] {"x", "vy", "vz"}) {
            double error = errors.column(q + "_error")[3];
            assertThat(errors.column(q + "_" + q + "_cov")[3]).isCloseTo(error * error, within(1e-12 * error * error));
        }
    }

    @Test
    void missingErrorsLeaveWhatDoesNotNeedThem() {
        double nan = Double.NaN;
        var kernel = kernel(Sky.EXACT, Correlations.GAIA);
        double[][] in = {
            {10, 10, 10, 10, nan},
            {20, 20, 20, 20, 20},
            {2, 2, 2, -1, 1},
            {1, 1, 1, 1, 1},
            {1, 1, 1, 1, 1},
            {3, nan, 3, 3, 3},
            {0.1, 0.1, 0.1, 0.1, 0.1},
            {0.1, 0.1, nan, 0.1, 0.1},
            {0.1, 0.1, 0.1, 0.1, 0.1},
            {1, 1, 1, 1, 1},
            {1.2, 0.1, 0.1, 0.1, 0.1}
        };
        var errors = Columns.of(kernel, in);
        assertThat(errors.status())
                .containsExactly(
                        StarStatus.BAD_CORRELATIONS,
                        StarStatus.NO_VELOCITY,
                        StarStatus.NO_ERRORS,
                        StarStatus.NO_DISTANCE,
                        StarStatus.NO_POSITION);
        assertThat(errors.column("x_error")[0]).isNaN();
        assertThat(errors.column("x_error")[1]).isFinite();
        assertThat(errors.column("v_phi_error")[1]).isNaN();
        assertThat(errors.column("r_error")[2]).isFinite();
        assertThat(errors.column("vx_error")[2]).isNaN();
        assertThat(errors.column("x_error")[3]).isNaN();
    }

    @ParameterizedTest
    @EnumSource(DistanceErrorModel.class)
    void errorsOfPlacesAloneAreThoseOfTheWholeJacobian(DistanceErrorModel model) {
        var whole =
                new PhaseSpaceErrors(FRAME, new ErrorColumns(model, Sky.EXACT, Correlations.NONE), Covariance.LEFT_OUT);
        var places = new PositionErrors(FRAME, model);
        var expected = Columns.of(whole, ErrorStars.columns(whole, 1));
        var errors = Columns.of(places, ErrorStars.columns(places, 1));
        for (String q : new String[] {"x", "y", "z", "r", "phi"}) {
            for (int i = 0; i < ErrorStars.NAMES.size(); i++) {
                double e = expected.column(q + "_error")[i];
                assertThat(errors.column(q + "_error")[i]).isCloseTo(e, within(1e-12 * e));
            }
        }
    }

    @Test
    void aSunWithoutVelocityHasErrorsOfPlaces() {
        double nan = Double.NaN;
        var kernel = new PositionErrors(new GalactocentricFrame(Sun.IMIG_2023), DistanceErrorModel.NORMAL);
        double[][] stars = {{266.4051, 1, 1, nan}, {-28.936175, 1, 1, 1}, {2, 2, nan, 1}, {0.1, -1, 1, 1}};
        var errors = Columns.of(kernel, stars);
        assertThat(errors.column("r_error")[0]).isCloseTo(0.1, within(1e-5));
        assertThat(errors.status())
                .containsExactly(StarStatus.OK, StarStatus.NO_ERRORS, StarStatus.NO_DISTANCE, StarStatus.NO_POSITION);
        for (int i = 1; i < 4; i++) {
            assertThat(errors.column("phi_error")[i]).isNaN();
        }
    }

    @Test
    void columnsFollowTheChoices() {
        assertThat(kernel(Sky.EXACT, Correlations.GAIA).inputs()).endsWith("radial_velocity_error", "pmra_pmdec_corr");
        assertThat(new ErrorColumns(
                                DistanceErrorModel.TWO_PIECE, Sky.WITH_ERRORS, Correlations.GAIA_DISTANCE_FROM_PARALLAX)
                        .names())
                .contains("distance_lo", "ra_error", "ra_parallax_corr", "parallax_pmdec_corr")
                .hasSize(2 + 3 + 2 + 10);
        assertThatThrownBy(() -> new ErrorColumns(
                        DistanceErrorModel.FECHNER, Sky.EXACT, Correlations.GAIA_DISTANCE_FROM_PARALLAX))
                .hasMessageContaining("Fechner");
        assertThatThrownBy(() -> new PhaseSpaceErrors(
                        new GalactocentricFrame(Sun.IMIG_2023),
                        new ErrorColumns(DistanceErrorModel.NORMAL, Sky.EXACT, Correlations.NONE),
                        Covariance.LEFT_OUT))
                .hasMessageContaining("imig2023");
    }

    private static PhaseSpaceErrors kernel(Sky sky, Correlations correlations) {
        return new PhaseSpaceErrors(
                FRAME, new ErrorColumns(DistanceErrorModel.NORMAL, sky, correlations), Covariance.LEFT_OUT);
    }

    private static double[][] columns(double... values) {
        return java.util.Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
    }
}
