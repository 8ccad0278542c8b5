package org.cellarius.figure;

/** A layer whose parts have the colours of the panel's {@link ColourScale}. */
public sealed interface Coloured extends Layer permits Cells, Tiles, ColouredPoints {

    /** A value for each part, in the unit of the colour scale. */
    double[] value();

    /** Whether a part has a place and a value. */
    boolean drawn(int i);
}
