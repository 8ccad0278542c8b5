package org.cellarius.galaxy.frame;

import java.util.List;
import org.cellarius.galaxy.column.OutputColumn;

/**
 * Further quantities of a star that follow from its phase space: guiding radius, Zmax, actions, energy.
 *
 * <p>Implementations are pure; one instance may be used by several threads.
 */
public interface DerivedQuantity {

    /** The quantities, in the order of {@code values} below. */
    List<OutputColumn> columns();

    /**
     * Computes the quantities of n draws of one star.
     *
     * @param n number of draws in this block
     * @param state {@code state[0..5][i]}: x y z (kpc), vx vy vz (km/s) of draw i, Galactocentric; NaN where
     *     the star's motion is missing; not to be changed
     * @param values {@code values[k][i]}: to be filled; NaN where a draw has no such quantity (an unbound orbit)
     */
    void of(int n, double[][] state, double[][] values);
}
