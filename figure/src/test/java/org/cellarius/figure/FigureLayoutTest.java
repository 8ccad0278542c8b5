package org.cellarius.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.figure.FigureLayout.PlacedPanel;
import org.junit.jupiter.api.Test;

class FigureLayoutTest {

    /** Ticks need room, and the room decides about the ticks: whatever comes of it, no panel leaves the paper. */
    @Test
    void noPanelLeavesThePaper() {
        for (int k = 0; k < 400; k++) {
            double high = 0.3 + 0.01 * k;
            double low = -0.2 - 0.003 * k;
            int columns = 2 + k % 3;
            var panels = new ArrayList<Panel>();
            for (int p = 0; p < 3 * columns; p++) {
                panels.add(Panel.of(
                        "setting " + p,
                        Axis.of("number of the slice", "", 0.3, 5.3 + k % 7),
                        Axis.of("slope", "dex/kpc", low, high),
                        List.of()));
            }
            FigureLayout layout = FigureLayout.of(new Figure("panels", panels, columns, FigureSize.DOUBLE_COLUMN));
            assertThat(layout.panels())
                    .as("y from %s to %s, %s columns", low, high, columns)
                    .allMatch(p -> p.area().box().getMaxX() <= layout.widthPt()
                            && p.area().box().getMinX() >= 0)
                    .extracting(PlacedPanel::area)
                    .allMatch(a -> a.box().getMaxY() <= layout.heightPt());
        }
    }
}
