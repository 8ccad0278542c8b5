package org.cellarius.app;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One JSON object on standard output, for scripts. */
final class Json {

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** JSON knows no NaN: a missing number is null. */
    static ObjectNode number(ObjectNode object, String name, double value) {
        if (Double.isFinite(value)) {
            object.put(name, value);
        } else {
            object.putNull(name);
        }
        return object;
    }

    static void print(JsonNode node) {
        System.out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(node));
    }
}
