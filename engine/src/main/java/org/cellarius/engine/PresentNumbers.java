package org.cellarius.engine;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rule that NaN is missing, inside expressions too. To the database NaN is the largest number, so that
 * {@code log10(parallax) > 1} would keep the stars without a logarithm. Here every number that a calculation can have made NaN goes
 * through {@value #PRESENT} before something looks at it: a comparison, a choice, a function that does not hand NaN on, the caller.
 *
 * <p>Columns of star tables hold no NaN. {@code isnan(x)} says whether a number is missing, {@code isfinite(x)} is false where it is.
 */
final class PresentNumbers {

    /** The macro of the database that makes NaN missing; other values it leaves. */
    static final String PRESENT = "present_number";

    /**
     * The statistics of other programs' Parquet files pass over NaN, and of a column with statistics the database takes {@code isnan(x)}
     * for false without a look, also behind most functions. Of {@code even(x)}, NaN where x is, it knows no statistics.
     */
    static final String MACRO =
            "CREATE MACRO " + PRESENT + "(x) AS CASE WHEN isnan(even(TRY_CAST(x AS DOUBLE))) THEN NULL ELSE x END";

    /** Give NaN where an argument is NaN, and for some numbers that are none. */
    private static final Set<String> MAKE_NAN = Set.of(
            "+", "-", "*", "/", "%", "sqrt", "ln", "log", "log10", "log2", "sin", "cos", "tan", "asin", "acos", "fmod",
            "mod");

    /** Give NaN only where the argument is NaN. */
    private static final Set<String> HAND_NAN_ON =
            Set.of("abs", "exp", "cbrt", "atan", "sinh", "cosh", "tanh", "degrees", "radians");

    /** Give NaN for some numbers, and a number for some NaN: 1 to any power is 1. */
    private static final Set<String> POWERS = Set.of("^", "**", "pow", "power", "atan2");

    private static final Set<String> FLOATING = Set.of("DOUBLE", "FLOAT", "REAL", "FLOAT4", "FLOAT8");

    private boolean changed;

    private PresentNumbers() {}

    /** Changes the syntax tree of the one expression that a query selects. Says whether something was changed. */
    static boolean rewrite(JsonNode tree) {
        var rule = new PresentNumbers();
        rule.look((ArrayNode) tree.at("/statements/0/node/select_list"), true);
        return rule.changed;
    }

    /** The expressions directly below a node: each is looked at, and those that can be NaN are made missing if asked. */
    private boolean look(JsonNode node, boolean missing) {
        boolean nan = false;
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode child = array.get(i);
                boolean canBeNan = canBeNan(child, missing);
                nan |= canBeNan;
                if (canBeNan && missing && isExpression(child)) {
                    array.set(i, present(child));
                } else {
                    replace(child).ifPresent(number(array, i));
                }
            }
        } else if (node instanceof ObjectNode object) {
            for (String name : object.propertyNames().toArray(String[]::new)) {
                JsonNode child = object.get(name);
                boolean canBeNan = canBeNan(child, missing);
                nan |= canBeNan;
                if (canBeNan && missing && isExpression(child)) {
                    object.set(name, present(child));
                } else {
                    replace(child).ifPresent(other -> object.set(name, other));
                }
            }
        }
        return nan;
    }

    private static java.util.function.Consumer<JsonNode> number(ArrayNode array, int place) {
        return other -> array.set(place, other);
    }

    private boolean canBeNan(JsonNode node, boolean missing) {
        if (!isExpression(node)) {
            return look(node, missing);
        }
        return switch (node.get("class").stringValue("")) {
            case "FUNCTION" -> ofFunction(node);
            case "CAST" -> {
                look(node, true);
                yield FLOATING.contains(
                        node.at("/type_expr/type_name").stringValue("").toUpperCase(java.util.Locale.ROOT));
            }
            default -> {
                look(node, true);
                yield false;
            }
        };
    }

    private boolean ofFunction(JsonNode function) {
        String name = function.get("function_name").stringValue("");
        JsonNode arguments = function.get("arguments");
        if (MAKE_NAN.contains(name)) {
            look(arguments, false);
            return true;
        }
        if (HAND_NAN_ON.contains(name)) {
            return look(arguments, false);
        }
        look(arguments, true);
        return POWERS.contains(name);
    }

    /** {@code isnan} and {@code isfinite} as questions whether a number is missing. */
    private java.util.Optional<JsonNode> replace(JsonNode node) {
        if (!isExpression(node) || !node.get("class").stringValue("").equals("FUNCTION")) {
            return java.util.Optional.empty();
        }
        JsonNode argument = node.at("/arguments/0/expression");
        return switch (node.get("function_name").stringValue("")) {
            case "isnan" -> {
                changed = true;
                ObjectNode missing = expression("OPERATOR", "OPERATOR_IS_NULL");
                missing.putArray("children").add(argument);
                yield java.util.Optional.of(missing);
            }
            case "isfinite" -> {
                changed = true;
                ObjectNode known = expression("OPERATOR", "OPERATOR_COALESCE");
                ObjectNode no = expression("CAST", "OPERATOR_CAST");
                no.set("child", text("false"));
                no.put("try_cast", false);
                ObjectNode type = expression("TYPE", "TYPE");
                type.put("type_name", "BOOLEAN").put("catalog", "").put("schema", "");
                type.putArray("children");
                type.putObject("qualified_name").putArray("path").add("BOOLEAN");
                no.set("type_expr", type);
                known.putArray("children").add(node).add(no);
                yield java.util.Optional.of(known);
            }
            default -> java.util.Optional.empty();
        };
    }

    private static ObjectNode text(String value) {
        ObjectNode constant = expression("CONSTANT", "VALUE_CONSTANT");
        constant.putObject("literal").put("kind", "STRING").put("text", value);
        return constant;
    }

    private ObjectNode present(JsonNode expression) {
        changed = true;
        ObjectNode call = expression("FUNCTION", "FUNCTION");
        call.put("function_name", PRESENT).put("schema", "").put("catalog", "");
        call.putNull("filter");
        call.putObject("order_bys").put("type", "ORDER_MODIFIER").putArray("orders");
        call.put("distinct", false).put("is_operator", false).put("export_state", false);
        call.putArray("arguments").addObject().put("name", "").set("expression", expression);
        call.putObject("qualified_name").putArray("path").add(PRESENT);
        return call;
    }

    private static ObjectNode expression(String kind, String type) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return node.put("class", kind)
                .put("type", type)
                .put("alias", "")
                .put("query_location", 0)
                .put("query_location_length", 0);
    }

    private static boolean isExpression(JsonNode node) {
        return node instanceof ObjectNode object
                && object.has("class")
                && !object.get("class").stringValue("").equals("TYPE");
    }
}
