package org.cellarius.galaxy.potential;

/**
 * An axisymmetric piece of a galaxy's mass, symmetric about the plane z = 0. Lengths in kpc, masses in M&#9737;, velocities in
 * km/s.
 */
public sealed interface Component permits ClosedForm, FlattenedComponent {

    /** Mass density in M&#9737;/kpc&sup3; at cylindrical radius R and height z. */
    double densityMsunPerKpc3(double radiusKpc, double zKpc);

    /**
     * The same shape with every length multiplied by one factor and every velocity by another: masses grow by length
     * &times; velocity&sup2;, densities by velocity&sup2;/length&sup2;.
     */
    Component scaled(double lengthFactor, double velocityFactor);
}
