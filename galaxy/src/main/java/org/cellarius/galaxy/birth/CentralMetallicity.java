package org.cellarius.galaxy.birth;

/** Where F0(&tau;), the [Fe/H] of the gas continued to the centre, comes from. */
public sealed interface CentralMetallicity {

    /**
     * From the stars: their median [Fe/H] (mean, with standard deviations as range) at an age belongs to the median (mean) radius of their birth by the law of widths. Right where that law
     * is right in kpc, and not only in how it changes.
     */
    record FromBirthRadii() implements CentralMetallicity {}

    /**
     * From the stars: their median (mean) [Fe/H] at every age belongs to one radius. Right for young stars about that radius; old ones there were born farther in.
     *
     * @param radiusKpc the radius, kpc
     */
    record AtRadius(double radiusKpc) implements CentralMetallicity {
        public AtRadius {
            if (!(radiusKpc >= 0 && radiusKpc < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a radius of " + radiusKpc + " kpc: it must not be negative");
            }
        }
    }

    /** A law of enrichment that comes with the stars: {@link AgedStars#centreDex}. */
    record Given() implements CentralMetallicity {}
}
