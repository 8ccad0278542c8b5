package org.cellarius.figure;

import java.util.IdentityHashMap;
import java.util.function.Supplier;

/** The images in one drawing: each is painted when the first format wants it. */
final class Rasters {

    private final IdentityHashMap<PlotArea, IdentityHashMap<Layer, Raster>> painted = new IdentityHashMap<>();

    /** The image of a layer in its panel. */
    Raster of(PlotArea area, Layer layer, Supplier<Raster> painter) {
        return painted.computeIfAbsent(area, a -> new IdentityHashMap<>()).computeIfAbsent(layer, l -> painter.get());
    }
}
