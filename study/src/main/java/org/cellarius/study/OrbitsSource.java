package org.cellarius.study;

import org.cellarius.catalogue.Choice;
import org.cellarius.galaxy.orbit.OrbitPlan;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.galaxy.potential.Potentials;
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
        boolean published = Potentials.byName(potential.name()).isPresent();
        return "%s, %s, R0 = %s kpc, v0 = %s km/s%s; %s, %s Gyr, %s; accuracy %s; Zmax: %s; actions: %s"
                .formatted(
                        potential.name(),
                        Choice.word(potential.scaling()),
                        potential.r0Kpc(),
                        potential.v0Kms(),
                        published ? "" : ", " + potential.components(),
                        plan.method().meaning(),
                        plan.span().gyr(),
                        plan.ending().meaning(),
                        plan.accuracy().word(),
                        plan.zmax().meaning(),
                        plan.approximation().meaning());
    }
}
