package org.cellarius.galaxy.posterior;

/**
 * A number to be found.
 *
 * @param name as results name it: slope, intercept, scatter, &hellip;
 */
public record Parameter(String name, Prior prior) {}
