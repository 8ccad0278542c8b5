package org.cellarius.study;

import org.cellarius.galaxy.orbit.OrbitPlan;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.study.yaml.Place;

/**
 * The orbits that a study derives.
 *
 * @param potential the Galaxy, stretched where the study says so
 * @param plan how orbits are followed and the approximation made
 */
public record OrbitsSource(Potential potential, OrbitPlan plan, Place place) {

    /** What decides the numbers, in words: for the cache, the plan and the report. */
    public String settings() {
        return "%s; %s, %s Gyr, %s; accuracy %s; Zmax: %s; actions: %s"
                .formatted(
                        potential.settings(),
                        plan.method().meaning(),
                        plan.span().gyr(),
                        plan.ending().meaning(),
                        plan.accuracy().word(),
                        plan.zmax().meaning(),
                        plan.approximation().meaning());
    }
}
