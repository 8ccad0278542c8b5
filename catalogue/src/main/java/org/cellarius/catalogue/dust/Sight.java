package org.cellarius.catalogue.dust;

/**
 * A line of sight as a file has it.
 *
 * @param order of its HEALPix cell, N<sub>side</sub> = 2<sup>order</sup>
 * @param cell nested number of the cell, Galactic coordinates
 * @param leastModulus from which distance modulus it is reliable, mag
 * @param mostModulus to which distance modulus, mag; below {@code leastModulus} where it has not converged
 */
public record Sight(int order, long cell, double leastModulus, double mostModulus) {}
