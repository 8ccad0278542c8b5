package org.cellarius.study;

import java.util.List;

/** The mock survey that a study writes before it reads anything. */
public sealed interface MockSurvey permits MockDisc, MockOfSurvey {

    /** Of all its random numbers. */
    long seed();

    /** How many different stars it sees. */
    long stars();

    /** Names of its files. */
    List<String> files();

    /** The same with another number of stars. */
    MockSurvey withStars(long stars);
}
