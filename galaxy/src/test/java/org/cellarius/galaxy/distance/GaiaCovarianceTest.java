package org.cellarius.galaxy.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cellarius.galaxy.Columns;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.distance.ParallaxZeroPoint.Constant;
import org.cellarius.galaxy.frame.DistanceErrorModel;
import org.cellarius.galaxy.frame.ErrorColumns;
import org.cellarius.galaxy.frame.ErrorColumns.Correlations;
import org.cellarius.galaxy.frame.ErrorColumns.Sky;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.PhaseSpaceErrors;
import org.cellarius.galaxy.frame.PhaseSpaceErrors.Covariance;
import org.cellarius.galaxy.frame.PhaseSpaceKernel;
import org.cellarius.galaxy.frame.PhaseSpaceKernel.Motions;
import org.cellarius.galaxy.frame.Sun;
import org.junit.jupiter.api.Test;

/** Gaia's five by five covariance with the radial velocity appended, from the columns of a table to phase space. */
class GaiaCovarianceTest {

    private static final List<String> STATE = List.of("x", "y", "z", "vx", "vy", "vz");
    private static final List<String> MEASURED = List.of("ra", "dec", "parallax", "pmra", "pmdec", "radial_velocity");
    private static final GalactocentricFrame FRAME = new GalactocentricFrame(Sun.VICKERS_2021);
    private static final double MAS = Math.PI / 180 / 3600e3;

    private static final Map<String, Double> STAR = star();

    private static Map<String, Double> star() {
        var star = new HashMap<String, Double>();
        star.putAll(
                Map.of("ra", 95.0, "dec", 20.0, "parallax", 0.8, "pmra", 0.4, "pmdec", -2.2, "radial_velocity", 12.0));
        star.putAll(Map.of("ra_error", 0.02, "dec_error", 0.015, "parallax_error", 0.02, "pmra_error", 0.025));
        star.putAll(Map.of("pmdec_error", 0.018, "radial_velocity_error", 0.7));
        star.putAll(Map.of("ra_dec_corr", 0.1, "ra_parallax_corr", -0.2, "ra_pmra_corr", -0.3, "ra_pmdec_corr", 0.05));
        star.putAll(Map.of("dec_parallax_corr", 0.15, "dec_pmra_corr", 0.02, "dec_pmdec_corr", -0.25));
        star.putAll(Map.of("parallax_pmra_corr", 0.5, "parallax_pmdec_corr", -0.35, "pmra_pmdec_corr", 0.3));
        return star;
    }

    /**
     * Distance 1/parallax: the covariance of (ra, dec, parallax, pmra, pmdec, radial velocity), put together here from Gaia's errors and ten
     * correlations, through central differences of the whole way from the parallax to phase space.
     */
    @Test
    void distanceFromTheParallaxCarriesAllTenCorrelations() {
        Map<String, Double> star = placed(new InverseParallaxKernel(new Constant(-0.03)));
        assertThat(star.get("distance")).isCloseTo(1 / 0.83, within(1e-15));
        Columns ours = errors(star, Correlations.GAIA_DISTANCE_FROM_PARALLAX);
        double[][] jacobian = new double[6][];
        for (int k = 0; k < 6; k++) {
            double step = List.of(1e-6, 1e-6, 1e-5, 1e-4, 1e-4, 1e-3).get(k);
            double[] above = state(MEASURED.get(k), step);
            double[] below = state(MEASURED.get(k), -step);
            jacobian[k] = new double[6];
            for (int j = 0; j < 6; j++) {
                jacobian[k][j] = (above[j] - below[j]) / (2 * step);
            }
        }
        double[][] gaia = gaiaCovariance();
        double[][] expected = new double[6][6];
        for (int a = 0; a < 6; a++) {
            for (int b = 0; b < 6; b++) {
                for (int j = 0; j < 6; j++) {
                    for (int k = 0; k < 6; k++) {
                        expected[a][b] += jacobian[j][a] * gaia[j][k] * jacobian[k][b];
                    }
                }
            }
        }
        for (int a = 0; a < 6; a++) {
            for (int b = a; b < 6; b++) {
                double size = Math.sqrt(expected[a][a] * expected[b][b]);
                String name = STATE.get(a) + "_" + STATE.get(b) + "_cov";
                assertThat(ours.column(name)[0]).as(name).isCloseTo(expected[a][b], within(1e-6 * size));
            }
        }
    }

    /** A distance of its own is appended as independent: with the parallax's five columns of correlations changed nothing changes. */
    @Test
    void distanceFromElsewhereKeepsTheParallaxOut() {
        var star = new HashMap<>(STAR);
        star.put("distance", 1.2);
        star.put("distance_error", 0.03);
        Columns before = errors(star, Correlations.GAIA);
        for (String other :
                List.of("ra_parallax_corr", "dec_parallax_corr", "parallax_pmra_corr", "parallax_pmdec_corr")) {
            star.put(other, 0.9);
        }
        Columns after = errors(star, Correlations.GAIA);
        assertThat(after.values()).isDeepEqualTo(before.values());
        Columns none = errors(star, Correlations.NONE);
        assertThat(none.column("vx_vy_cov")[0]).isNotEqualTo(before.column("vx_vy_cov")[0]);
    }

    /** Where parallaxes are good, the posterior's quantiles give the errors of 1/parallax: to second order in the relative error. */
    @Test
    void posteriorOfAGoodParallaxHasTheErrorsOfItsInverse() {
        var star = new HashMap<>(STAR);
        star.put("parallax", 2.0);
        Map<String, Double> inverse = placed(star, new InverseParallaxKernel(new Constant(-0.03)));
        Map<String, Double> posterior =
                placed(star, new ParallaxKernel(new Constant(-0.03), new ExponentialDensityPrior(1.35), List.of()));
        Columns first = errors(inverse, Correlations.GAIA_DISTANCE_FROM_PARALLAX);
        Columns second = errors(posterior, Correlations.GAIA_DISTANCE_FROM_PARALLAX);
        for (String name : List.of("x_error", "vx_error", "vy_error", "vz_error")) {
            assertThat(second.column(name)[0] / first.column(name)[0]).as(name).isCloseTo(1, within(2e-3));
        }
    }

    private static double[][] gaiaCovariance() {
        double[] sd = {
            known("ra_error") * MAS * 180 / Math.PI / Math.cos(Math.toRadians(known("dec"))),
            known("dec_error") * MAS * 180 / Math.PI,
            known("parallax_error"),
            known("pmra_error"),
            known("pmdec_error"),
            known("radial_velocity_error")
        };
        double[][] covariance = new double[6][6];
        for (int j = 0; j < 6; j++) {
            covariance[j][j] = sd[j] * sd[j];
            for (int k = 0; k < j && j < 5; k++) {
                double c = known(MEASURED.get(k) + "_" + MEASURED.get(j) + "_corr") * sd[j] * sd[k];
                covariance[j][k] = c;
                covariance[k][j] = c;
            }
        }
        return covariance;
    }

    private static double known(String name) {
        return STAR.getOrDefault(name, Double.NaN);
    }

    /** Phase space of the star with one measurement changed. */
    private static double[] state(String changed, double by) {
        var star = new HashMap<>(STAR);
        star.merge(changed, by, Double::sum);
        Columns at = run(
                new PhaseSpaceKernel(FRAME, Motions.KNOWN),
                placed(star, new InverseParallaxKernel(new Constant(-0.03))));
        return STATE.stream().mapToDouble(name -> at.column(name)[0]).toArray();
    }

    private static Columns errors(Map<String, Double> star, Correlations correlations) {
        var columns = new ErrorColumns(DistanceErrorModel.NORMAL, Sky.WITH_ERRORS, correlations);
        Columns made = run(new PhaseSpaceErrors(FRAME, columns, Covariance.WRITTEN), star);
        assertThat(made.status()).containsExactly(StarStatus.OK);
        return made;
    }

    private static Map<String, Double> placed(ColumnKernel kernel) {
        return placed(STAR, kernel);
    }

    /** The star with what a kernel appends. */
    private static Map<String, Double> placed(Map<String, Double> star, ColumnKernel kernel) {
        Columns made = run(kernel, star);
        var placed = new HashMap<>(star);
        for (OutputColumn column : kernel.outputs()) {
            placed.put(column.name(), made.column(column.name())[0]);
        }
        return placed;
    }

    private static Columns run(ColumnKernel kernel, Map<String, Double> star) {
        double[][] in = kernel.inputs().stream()
                .map(name -> new double[] {star.get(name)})
                .toArray(double[][]::new);
        return Columns.of(kernel, in);
    }
}
