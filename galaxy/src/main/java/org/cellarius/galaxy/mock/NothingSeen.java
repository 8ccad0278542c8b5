package org.cellarius.galaxy.mock;

/** A survey sees no star of what is there: ages, radii or magnitudes that its stars do not have. */
public final class NothingSeen extends RuntimeException {
    private static final long serialVersionUID = 1;

    NothingSeen(SurveyDesign design, int sample, int tries) {
        super(sentence(design, design.samples().get(sample), tries));
    }

    private static String sentence(SurveyDesign design, SurveySample sample, int tries) {
        SurveyWindow window = sample.window();
        return "of %,d stars '%s' sees none: it looks for ages from %s Gyr on, Galactocentric radii from %s to %s kpc, and up to %s kpc from the Sun"
                .formatted(
                        tries,
                        design.name(),
                        sample.tracer().youngestGyr(),
                        window.innermostKpc(),
                        window.outermostKpc(),
                        window.farthestKpc());
    }
}
