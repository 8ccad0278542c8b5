package org.cellarius.galaxy.mock;

/**
 * One of the samples of a survey.
 *
 * @param share its share of the survey's stars
 * @param tracer kind of its stars
 * @param window where they are seen
 * @param errors how well they are measured
 */
public record SurveySample(double share, Tracer tracer, SurveyWindow window, SurveyErrors errors) {
    public SurveySample {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("the share of a sample, " + share + ": it must lie between 0 and 1");
        }
    }
}
