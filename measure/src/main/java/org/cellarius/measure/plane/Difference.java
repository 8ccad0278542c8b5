package org.cellarius.measure.plane;

import org.cellarius.catalogue.yaml.Place;

/** Two conditions: the statistic of the stars that fulfil the first, minus that of those which fulfil the second. */
public record Difference(String first, String second, Place place) {}
