package org.cellarius.galaxy.frame;

/** The quantities of Galactocentric phase space that get errors, in the order of their columns. */
enum PhaseSpaceQuantity {
    X("x", "kpc"),
    Y("y", "kpc"),
    Z("z", "kpc"),
    VX("vx", "km/s"),
    VY("vy", "km/s"),
    VZ("vz", "km/s"),
    R("r", "kpc"),
    PHI("phi", "deg"),
    V_R("v_r", "km/s"),
    V_PHI("v_phi", "km/s"),
    V_Z("v_z", "km/s");

    private final String column;
    private final String unit;

    PhaseSpaceQuantity(String column, String unit) {
        this.column = column;
        this.unit = unit;
    }

    String column() {
        return column;
    }

    String unit() {
        return unit;
    }
}
