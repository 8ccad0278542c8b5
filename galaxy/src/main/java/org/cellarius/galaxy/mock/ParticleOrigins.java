package org.cellarius.galaxy.mock;

import java.util.Arrays;

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
    public void origins(Tries t, double[] youngestGyr, double[] oldestGyr) {
        t.uniform(1, t.w);
        for (int i = 0; i < t.count; i++) {
            int found = Arrays.binarySearch(shares, t.w[i]);
            int k = Math.min(particles.count() - 1, found >= 0 ? found : -found - 1);
            double age = particles.ageGyr()[k];
            t.passes[i] = age >= youngestGyr[i] && age <= oldestGyr[i];
            t.population[i] = 0;
            t.particle[i] = k;
            t.ageGyr[i] = age;
            t.birthKpc[i] = particles.birthKpc()[k];
            t.guidingKpc[i] = particles.finalKpc()[k];
            t.eccentricity[i] = motions.eccentricityScale(age);
            t.meanActionKpcKms[i] = motions.meanVerticalActionKpcKms(age);
        }
        t.keepThosePassing();
    }

    @Override
    public Chemistry chemistry(Tries t, int i, double first, double second) {
        int k = t.particle[i];
        return new Chemistry(particles.feHDex()[k], particles.alphaFeDex()[k]);
    }
}
