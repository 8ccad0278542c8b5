package org.cellarius.study;

import java.util.List;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.mock.DiscTruth;

/** A small disc whose [Fe/H] is linear in radius, height and age, in two files. */
public record MockDisc(long seed, long stars, Sun sun, DiscTruth truth) implements MockSurvey {

    /** The file with positions and distances. */
    public static final String ASTROMETRY = "astrometry.fits";

    /** The file with spectroscopic quantities. */
    public static final String SPECTROSCOPY = "spectroscopy.csv";

    @Override
    public List<String> files() {
        return List.of(ASTROMETRY, SPECTROSCOPY);
    }

    @Override
    public MockDisc withStars(long stars) {
        return new MockDisc(seed, stars, sun, truth);
    }
}
