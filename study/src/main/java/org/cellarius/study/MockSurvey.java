package org.cellarius.study;

import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.mock.DiscTruth;

/** The mock survey that a study writes before it reads anything. */
public record MockSurvey(long seed, long stars, Sun sun, DiscTruth truth) {

    /** The file with positions and distances. */
    public static final String ASTROMETRY = "astrometry.fits";

    /** The file with spectroscopic quantities. */
    public static final String SPECTROSCOPY = "spectroscopy.csv";
}
