package org.cellarius.catalogue.yaml;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Another value in a document.
 *
 * @param path keys from the root with slashes between, for example {@code orbits/potential}; elements of a list by their {@code name} or number from 0
 * @param value the value; empty to take the key away
 * @param place where the change is written
 */
public record Change(String path, Optional<JsonNode> value, Place place) {

    /** The word that takes a key away. */
    public static final String REMOVE = "remove";

    /** The change that a study writes as {@code path: value}, or {@code path: remove}. */
    public static Change to(String path, JsonNode value, Place place) {
        return new Change(
                path,
                value.isString() && value.asString().equals(REMOVE) ? Optional.empty() : Optional.of(value),
                place);
    }
}
