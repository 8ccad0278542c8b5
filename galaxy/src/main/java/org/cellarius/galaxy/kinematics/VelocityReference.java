package org.cellarius.galaxy.kinematics;

import org.cellarius.galaxy.potential.Potential;

/** Relative to what the velocities are taken that tell a star's population. */
public sealed interface VelocityReference {

    /** In words, for the report. */
    String words();

    /**
     * The local standard of rest at the Sun, as the ellipsoids were measured: {@code u_lsr v_lsr w_lsr} (Bensby et al. 2003,
     * 2003A&amp;A...410..527B).
     */
    record LocalStandardOfRest() implements VelocityReference {
        @Override
        public String words() {
            return "the local standard of rest at the Sun";
        }
    }

    /**
     * The circular orbit through the star's place, v_&phi; &minus; v_c(R), which frees stars at other radii from the change of
     * rotation and axes (tried by Vickers et al. 2021, ApJ). The asymmetric drift stays that of the ellipsoids.
     *
     * @param potential whose circular speed in the plane at the star's radius is taken
     */
    record CircularOrbit(Potential potential) implements VelocityReference {
        @Override
        public String words() {
            return "the circular orbit at the star's radius in " + potential.settings();
        }
    }
}
