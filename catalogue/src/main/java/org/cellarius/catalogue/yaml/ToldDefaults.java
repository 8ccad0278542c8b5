package org.cellarius.catalogue.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a study leaves to a default, noted by its readers where they take it: a default that nobody notes cannot be taken through {@link Section}. Later notes of a
 * place replace earlier ones.
 */
public final class ToldDefaults {

    private final Map<String, JsonNode> values = new LinkedHashMap<>();

    void tell(String pointer, Object value) {
        values.put(pointer, JsonMapper.shared().valueToTree(value));
    }

    /** The document with all of them written out. */
    public ObjectNode over(YamlDocument document) {
        ObjectNode whole = document.root().deepCopy().asObject();
        values.forEach((pointer, value) -> {
            JsonPointer at = JsonPointer.compile(pointer);
            JsonNode parent = whole.at(at.head());
            if (parent.isObject()) {
                parent.asObject().set(at.last().getMatchingProperty(), value);
            } else {
                throw new IllegalStateException("the default of '" + pointer + "' has no section");
            }
        });
        return whole;
    }
}
