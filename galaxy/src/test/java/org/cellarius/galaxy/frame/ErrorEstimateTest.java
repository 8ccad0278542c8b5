package org.cellarius.galaxy.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.cellarius.galaxy.Columns;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.frame.DrawPlan.Summary;
import org.cellarius.galaxy.frame.ErrorColumns.Correlations;
import org.cellarius.galaxy.frame.ErrorColumns.Sky;
import org.cellarius.galaxy.frame.PhaseSpaceErrors.Covariance;
import org.cellarius.galaxy.frame.PhaseSpaceKernel.Motions;
import org.junit.jupiter.api.Test;

class ErrorEstimateTest {

    private static final GalactocentricFrame FRAME = new GalactocentricFrame(Sun.HAWKINS_2023);

    @Test
    void bothWaysTellTheSameSmallErrorsInTheSameColumns() {
        double[][] star = {{200}, {30}, {1}, {3}, {-4}, {30}, {1e-3}, {1e-3}, {1e-3}, {1e-2}, {0}};
        double[][] withoutNumber = java.util.Arrays.copyOf(star, 10);
        var columns = errors(Correlations.NONE);
        var draws = new ErrorEstimate.Draws(columns, new DrawPlan(1, 20_000, Set.of(Summary.COVARIANCE), List.of()));
        var first = new ErrorEstimate.FirstOrder(columns, Covariance.WRITTEN);
        var drawn = Columns.of(draws.kernel(FRAME, Motions.KNOWN), star);
        var expected = Columns.of(first.kernel(FRAME, Motions.KNOWN), withoutNumber);
        assertThat(names(drawn)).isEqualTo(names(expected)).hasSize(11 + 21);
        for (String name : List.of("x_error", "vy_error", "v_phi_error", "x_x_cov")) {
            // Four standard deviations of 20,000 draws.
            assertThat(drawn.column(name)[0] / expected.column(name)[0])
                    .as(name)
                    .isCloseTo(1, within(0.04));
        }
    }

    @Test
    void placesWithoutMotionsHaveErrorsToFirstOrderAlone() {
        var plain = new ErrorEstimate.FirstOrder(errors(Correlations.NONE), Covariance.LEFT_OUT);
        assertThat(plain.kernel(FRAME, Motions.UNKNOWN).outputs().stream().map(OutputColumn::name))
                .containsExactly("x_error", "y_error", "z_error", "r_error", "phi_error");
        for (ErrorEstimate more : List.of(
                new ErrorEstimate.FirstOrder(errors(Correlations.NONE), Covariance.WRITTEN),
                new ErrorEstimate.FirstOrder(errors(Correlations.GAIA), Covariance.LEFT_OUT),
                new ErrorEstimate.Draws(errors(Correlations.NONE), new DrawPlan(1, 10, Set.of(), List.of())))) {
            assertThatThrownBy(() -> more.kernel(FRAME, Motions.UNKNOWN)).hasMessageContaining("need motions");
        }
    }

    private static ErrorColumns errors(Correlations correlations) {
        return new ErrorColumns(DistanceErrorModel.NORMAL, Sky.EXACT, correlations);
    }

    private static List<String> names(Columns columns) {
        return columns.columns().stream().map(OutputColumn::name).toList();
    }
}
