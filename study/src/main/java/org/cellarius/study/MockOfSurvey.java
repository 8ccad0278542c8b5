package org.cellarius.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.galaxy.mock.GalaxyRecipe;
import org.cellarius.galaxy.mock.SurveyDesign;
import org.cellarius.study.mock.MockFiles;
import org.cellarius.study.mock.MockFormat;
import org.cellarius.study.mock.MockOrder;

/** The mock Galaxy through one of the surveys, in the survey's own files, and its true values. */
public record MockOfSurvey(SurveyDesign design, long seed, long stars, Pattern pattern) implements MockSurvey {

    /** What changes with azimuth. */
    public enum Pattern {
        /** Spiral and bar. */
        SPIRAL_AND_BAR,
        /** Nothing. */
        NONE
    }

    @Override
    public List<String> files() {
        return Stream.concat(
                        MockFormat.named(design.name()).files().stream().map(MockFormat.File::name),
                        Stream.of(MockFiles.TRUTH))
                .toList();
    }

    @Override
    public MockOfSurvey withStars(long stars) {
        return new MockOfSurvey(design, seed, stars, pattern);
    }

    /** The order for these files. */
    public MockOrder order() {
        GalaxyRecipe recipe = switch (pattern) {
            case SPIRAL_AND_BAR -> GalaxyRecipe.STANDARD;
            case NONE -> GalaxyRecipe.STANDARD.axisymmetric();
        };
        return new MockOrder(design, recipe, stars, seed, Optional.empty());
    }
}
