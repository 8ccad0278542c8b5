package org.cellarius.galaxy.mock;

import java.util.Arrays;
import java.util.Optional;
import org.cellarius.galaxy.random.CounterRandom;

/** Stars born with the particles of a simulation, each as often as its mass says. */
final class ParticleOrigins implements StarOrigins {

    private final MockParticles particles;
    private final LowAlphaDisc motions;
    private final double[] shares;

    ParticleOrigins(MockParticles particles, LowAlphaDisc motions) {
        this.particles = particles;
        this.motions = motions;
        this.shares = particles.shares();
    }

    @Override
    public Optional<Origin> origin(CounterRandom.OfStar random, int draw, double youngestGyr, double oldestGyr) {
        int found = Arrays.binarySearch(shares, random.uniform(draw));
        int k = Math.min(particles.count() - 1, found >= 0 ? found : -found - 1);
        double age = particles.ageGyr()[k];
        if (!(age >= youngestGyr && age <= oldestGyr)) {
            return Optional.empty();
        }
        return Optional.of(new Origin(
                0,
                k,
                age,
                particles.birthKpc()[k],
                particles.finalKpc()[k],
                motions.eccentricityScale(age),
                motions.meanVerticalActionKpcKms(age)));
    }

    @Override
    public Chemistry chemistry(Origin origin, CounterRandom.OfStar random, int draw) {
        int k = origin.particle();
        return new Chemistry(particles.feHDex()[k], particles.alphaFeDex()[k]);
    }
}
