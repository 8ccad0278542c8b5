package org.cellarius.galaxy.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Stars counted by hand. */
class MapGridTest {

    private static final SplineAxis RADIUS = new SplineAxis(0, 8, 4, false, 2);
    private static final SplineAxis AZIMUTH = new SplineAxis(-180, 180, 4, true, 2);
    private static final SplineAxis HEIGHT = new SplineAxis(0, 2, 1, false, 2);

    @Test
    void starsNearLieWithinHalfAnInterval() {
        MapGrid grid = MapGrid.of(
                List.of(RADIUS, AZIMUTH, HEIGHT),
                List.of(MapGrid.even(RADIUS, 0.5), MapGrid.even(AZIMUTH, 36), new double[] {0, 1, 2}));
        assertThat(grid.cells()).isEqualTo(16 * 10 * 2);
        // Three stars at the seam of azimuth, at both sides of it and a turn further; one too high, one without a
        // place.
        double[][] stars = {{4.2, 4.2, 4.2, 4.2, Double.NaN}, {179, -179, 541, 0, 0}, {0.5, 0.5, 0.5, 2.5, 0.5}};
        long[] counts = grid.fold(grid.empty(), 5, stars);
        long[] near = grid.near(counts);
        for (int cell = 0; cell < grid.cells(); cell++) {
            boolean layer = grid.index(cell, 2) == 0;
            int r = grid.index(cell, 0);
            int a = grid.index(cell, 1);
            assertThat(counts[cell]).isEqualTo(layer && r == 8 ? (a == 9 ? 1 : a == 0 ? 2 : 0) : 0);
            // Half an interval: two cells of radius, one of azimuth.
            boolean close = layer && Math.abs(r - 8) <= 2;
            assertThat(near[cell]).isEqualTo(close ? (a == 0 || a == 9 ? 3 : a == 8 ? 1 : a == 1 ? 2 : 0) : 0);
        }
        assertThat(grid.middle(0)).containsExactly(new double[] {0.25, -162, 0.5}, within(1e-12));
    }

    @Test
    void edgesOutsideTheMapAreRefused() {
        assertThatThrownBy(() -> MapGrid.of(List.of(HEIGHT), List.of(new double[] {0, 2.1})))
                .hasMessageContaining("leave the range of the map");
        assertThatThrownBy(() -> MapGrid.of(List.of(HEIGHT), List.of(new double[] {1, 1})))
                .hasMessageContaining("do not rise");
    }
}
