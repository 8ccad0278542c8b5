package org.cellarius.study;

/** Relative to what a study writes velocities along the Galactic axes U, V, W. */
public enum VelocityFrame {
    /** {@code u_helio v_helio w_helio}. */
    SUN,
    /** {@code u_lsr v_lsr w_lsr}. */
    LSR
}
