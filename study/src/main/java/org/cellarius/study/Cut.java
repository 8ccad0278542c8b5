package org.cellarius.study;

import java.util.Optional;
import org.cellarius.catalogue.yaml.Place;

/**
 * A named cut: stars stay where the expression is true.
 *
 * @param catalogue the catalogue it applies to; empty for all
 */
public record Cut(String name, String keep, Optional<String> catalogue, Place place) {}
