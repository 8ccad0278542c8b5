package org.cellarius.galaxy.potential;

/** A component whose potential is known as a formula. */
public sealed interface ClosedForm extends Component permits SphericalComponent, MiyamotoNagai, LogarithmicHalo {

    /** &Phi; and its derivatives at (R, z). */
    Derivatives at(double radiusKpc, double zKpc);
}
