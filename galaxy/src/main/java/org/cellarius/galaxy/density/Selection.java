package org.cellarius.galaxy.density;

import org.cellarius.galaxy.frame.Sun;

/** Which part of the stars at a place a survey has. A constant factor does not matter. */
public sealed interface Selection permits SolarVolume, LinesOfSight {

    /** Nodes of the integral of a density over what is selected. */
    EffectiveVolume volume(Sun sun);
}
