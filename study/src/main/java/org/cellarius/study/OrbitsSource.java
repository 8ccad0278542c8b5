package org.cellarius.study;

import org.cellarius.galaxy.orbit.OrbitAccuracy;
import org.cellarius.galaxy.orbit.OrbitMethod;
import org.cellarius.galaxy.orbit.OrbitSpan;
import org.cellarius.galaxy.orbit.ZmaxDefinition;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.study.yaml.Place;

/**
 * The orbits that a study derives.
 *
 * @param potential the Galaxy, stretched where the study says so
 * @param method integration, or the Staeckel approximation
 * @param span how long orbits are followed
 * @param accuracy how exactly
 * @param zmax what is called Zmax
 */
public record OrbitsSource(
        Potential potential,
        OrbitMethod method,
        OrbitSpan span,
        OrbitAccuracy accuracy,
        ZmaxDefinition zmax,
        Place place) {

    /** What decides the numbers, in words: for the cache, the plan and the report. */
    public String settings() {
        return "%s, %s, R0 = %s kpc, v0 = %s km/s; %s, %s Gyr; accuracy %s; Zmax: %s"
                .formatted(
                        potential.name(),
                        potential.scaling().name().toLowerCase(java.util.Locale.ROOT),
                        potential.r0Kpc(),
                        potential.v0Kms(),
                        method.meaning(),
                        span.gyr(),
                        accuracy.word(),
                        zmax.meaning());
    }
}
