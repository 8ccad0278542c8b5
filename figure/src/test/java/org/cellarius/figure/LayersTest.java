package org.cellarius.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LayersTest {

    private static final double[] TWO = {1, 2};
    private static final double[] THREE = {1, 2, 3};

    @Test
    void columnsOfDifferentLengthAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Line(TWO, THREE, LineStyle.series(0), ""))
                .withMessage("y has 3 values where 2 were expected");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cells.grid(THREE, THREE, THREE))
                .withMessageContaining("value has 3 values where 4");
    }

    @Test
    void cellsNeedAColourScale() {
        Axis axis = Axis.of("", "", 0, 1);
        Cells cells = Cells.grid(TWO, TWO, new double[] {1});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Panel.of("map", axis, axis, List.of(cells)))
                .withMessageContaining("no colour scale");
    }

    @Test
    void errorsAreNotNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ErrorBars.vertical(TWO, TWO, new double[] {0.1, -0.1}, PointStyle.series(0), ""))
                .withMessageContaining("-0.1");
    }

    @Test
    void binEdgesMustGrow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Steps(new double[] {0, 1, 1}, TWO, LineStyle.series(0), "", false))
                .withMessageContaining("edges[2]");
    }

    @Test
    void countingPutsEveryStarIntoOneBinAndLeavesOutTheMissing() {
        double[] edges = {0, 1, 2};
        double[] x = {0, 0.5, 1, 2, 2.1, Double.NaN};
        double[] y = {0, 0.5, 1, 2, 1, 1};
        assertThat(Density.counting(x, y, edges, edges, ColourMap.GREYS).counts())
                .containsExactly(2, 0, 0, 2);
    }

    @Test
    void layersKeepWhatTheyWereGiven() {
        double[] x = {1, 2};
        Line line = new Line(x, x, LineStyle.series(0), "");
        x[0] = 99;
        assertThat(line.x()).containsExactly(1, 2);
    }

    @Test
    void noTwoOfEightSeriesLookAlikeEvenInGrey() {
        Set<Symbol> symbols = new HashSet<>();
        Set<Palette> colours = new HashSet<>();
        for (int i = 0; i < 8; i++) {
            symbols.add(PointStyle.series(i).symbol());
            colours.add(Palette.series(i));
        }
        assertThat(symbols).hasSize(8);
        assertThat(colours).hasSize(8);
    }
}
