package org.cellarius.galaxy.dust;

/**
 * A line of sight of a map.
 *
 * @param order of its HEALPix cell, N<sub>side</sub> = 2<sup>order</sup>
 * @param cell nested number of the cell, Galactic coordinates
 * @param leastModulus from which distance modulus the map is reliable, mag
 * @param mostModulus to which distance modulus, mag; below {@code leastModulus} where nothing is reliable
 */
public record DustSight(int order, long cell, double leastModulus, double mostModulus) {}
