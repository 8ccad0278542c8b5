package org.cellarius.duckdb;

import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What in an expression means one thing in SQL and another to most who write it: {@code -x^2} squares −x (in mathematics, Python and ADQL the
 * power comes first), and {@code log} is the decimal logarithm (in Python and ADQL the natural one).
 */
final class ExpressionRemarks {

    private static final Set<String> POWERS = Set.of("^", "**");

    private final String text;
    private final Set<String> remarks = new LinkedHashSet<>();

    private ExpressionRemarks(String text) {
        this.text = text;
    }

    /** Sentences about an expression, each with the spelling that nobody can mistake. */
    static Set<String> of(JsonNode tree, String text) {
        var found = new ExpressionRemarks(text);
        found.look(tree.at("/statements/0/node/select_list"));
        return found.remarks;
    }

    private void look(JsonNode node) {
        if (node.isObject() && node.path("class").asString("").equals("FUNCTION")) {
            function(node);
        }
        node.forEach(this::look);
    }

    private void function(JsonNode node) {
        String name = node.path("function_name").asString("");
        JsonNode arguments = node.path("arguments");
        if (name.equals("log") && arguments.size() == 1) {
            remarks.add("'" + text
                    + "': log is the decimal logarithm, as in SQL; write log10(x), or ln(x) for the natural one");
        }
        JsonNode base = arguments.path(0).path("expression");
        if (POWERS.contains(name)
                && isNegative(base)
                && base.path("query_location").equals(node.path("query_location"))) {
            remarks.add("'" + text + "': a minus before a power belongs to its base, as in SQL: -x^2 is (-x)^2;"
                    + " write -(x^2), or (-x)^2");
        }
    }

    private static boolean isNegative(JsonNode base) {
        return switch (base.path("class").asString("")) {
            case "FUNCTION" ->
                base.path("function_name").asString("").equals("-")
                        && base.path("arguments").size() == 1;
            case "CONSTANT" -> base.path("literal").path("text").asString("").startsWith("-");
            default -> false;
        };
    }
}
