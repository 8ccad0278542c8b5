package org.cellarius.study.mock;

import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.mock.GalaxyRecipe;
import org.cellarius.galaxy.mock.MockColumn;
import org.cellarius.galaxy.mock.MockParticles;
import org.cellarius.galaxy.mock.MockSurveyKernel;
import org.cellarius.galaxy.mock.SurveyDesign;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which mock is asked for.
 *
 * @param design the survey
 * @param recipe the Galaxy
 * @param stars how many different stars it sees
 * @param seed of all random numbers
 * @param simulation whose particles the stars are born with; empty for the recipe's own
 */
public record MockOrder(
        SurveyDesign design, GalaxyRecipe recipe, long stars, long seed, Optional<Simulation> simulation) {

    /**
     * Somebody's simulation.
     *
     * @param particles its particles
     * @param source where they come from, in words
     */
    public record Simulation(MockParticles particles, String source) {}

    private static final long MOST_STARS = 1_000_000_000;

    public MockOrder {
        if (stars < 1 || stars > MOST_STARS) {
            throw new InputError(stars + " mock stars", "--stars", "Give a number between 1 and 1,000,000,000");
        }
    }

    /** The stars, with the columns wanted. */
    MockSurveyKernel kernel(List<MockColumn> columns) {
        return simulation
                .map(s -> new MockSurveyKernel(s.particles(), recipe, design, seed, stars, columns))
                .orElseGet(() -> new MockSurveyKernel(recipe, design, seed, stars, columns));
    }

    /** The Galaxy: every parameter, and where its stars come from. */
    public JsonNode galaxy() {
        return simulation
                .<JsonNode>map(s -> {
                    ObjectNode galaxy = JsonMapper.shared().createObjectNode();
                    galaxy.put("particles", s.source());
                    galaxy.put("eccentricityNow", recipe.lowAlpha().eccentricityNow());
                    galaxy.put("eccentricityPerGyr", recipe.lowAlpha().eccentricityPerGyr());
                    galaxy.put("verticalActionNowKpcKms", recipe.lowAlpha().verticalActionNowKpcKms());
                    galaxy.put("verticalActionPerGyrKpcKms", recipe.lowAlpha().verticalActionPerGyrKpcKms());
                    return galaxy;
                })
                .orElseGet(() -> JsonMapper.shared().valueToTree(recipe));
    }
}
