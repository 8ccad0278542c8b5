package org.cellarius.figure;

/**
 * One thing drawn in a panel. Layers are drawn in the order in which they are listed, {@link Mark}s and {@link Note}s last.
 * Coordinates are in the units of the panel's axes. A coordinate that is not finite is missing: it is skipped, and it breaks a
 * {@link Line} or a {@link Band}. Arrays are copied on the way in. A legend that is empty is not listed; layers with the same
 * legend (a line and its band) share one entry.
 */
public sealed interface Layer
        permits Points, OutsidePoints, ErrorBars, Line, Band, Coloured, Steps, Density, ReferenceLine, Mark, Note {}
