package org.cellarius.study;

import org.cellarius.catalogue.yaml.Place;
import org.cellarius.galaxy.orbit.OrbitPlan;
import org.cellarius.galaxy.potential.Potential;

/**
 * The orbits that a study derives.
 *
 * @param potential the Galaxy, stretched where the study says so
 * @param plan how orbits are followed and the approximation made
 */
public record OrbitsSource(Potential potential, OrbitPlan plan, Place place) {

    /** What decides the numbers, in words: for the cache, the plan and the report. */
    public String settings() {
        return potential.settings() + "; " + plan.settings();
    }
}
