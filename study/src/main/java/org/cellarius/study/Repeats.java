package org.cellarius.study;

import java.util.Optional;
import org.cellarius.catalogue.yaml.Place;

/**
 * How repeated stars are removed.
 *
 * @param radiusArcsec radius on the sky, arcsec
 * @param score expression whose highest value is kept
 * @param described the choice in words, for the report
 * @param catalogue only in this catalogue; empty: in each catalogue by itself
 */
public record Repeats(double radiusArcsec, String score, String described, Optional<String> catalogue, Place place) {}
