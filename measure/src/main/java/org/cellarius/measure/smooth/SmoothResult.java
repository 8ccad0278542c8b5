package org.cellarius.measure.smooth;

import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.smooth.Excess;
import org.cellarius.galaxy.smooth.HeldOutTest;
import org.cellarius.galaxy.smooth.MapModes;
import org.cellarius.galaxy.smooth.SmoothFit;
import org.cellarius.galaxy.smooth.SmoothMap;
import org.cellarius.measure.product.Quantity;

/**
 * What was found.
 *
 * @param value the quantity
 * @param coordinates what it is mapped along
 * @param fit of all stars
 * @param heldOut the test; empty where no star was held out
 * @param map the cells
 * @param excess beside the mean at each radius; empty where it is not wanted
 * @param rings modes, ring by ring and panel by panel
 */
record SmoothResult(
        Quantity value,
        List<Quantity> coordinates,
        SmoothFit fit,
        Optional<HeldOutTest.Residuals> heldOut,
        SmoothMap map,
        Optional<Excess> excess,
        List<RingOfMap> rings) {

    /**
     * A ring in a panel.
     *
     * @param layer number of the panel
     * @param modes empty where the cells that are shown do not determine them
     */
    record RingOfMap(double low, double high, int layer, Optional<MapModes> modes) {}

    /** How many panels. */
    int layers() {
        return map.grid().coordinates() > 2 ? map.grid().along(2) : 1;
    }

    /** The panel of a cell. */
    int layer(int cell) {
        return map.grid().coordinates() > 2 ? map.grid().index(cell, 2) : 0;
    }
}
