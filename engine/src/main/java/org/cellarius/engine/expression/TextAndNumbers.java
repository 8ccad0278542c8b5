package org.cellarius.engine.expression;

import java.util.List;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;

/**
 * The rule that text is no number, inside expressions. Left to itself a database turns the text into the number's type: {@code t = 1} is
 * true for the text {@code 1.4}, and {@code t <> x} for {@code nan}. Such expressions are refused; {@code try_cast(t as double)} says what is meant.
 */
public final class TextAndNumbers {

    private final String text;
    private final String where;

    private TextAndNumbers(String text, String where) {
        this.text = text;
        this.where = where;
    }

    /**
     * Refuses an expression that takes text for a number, the innermost trouble first.
     *
     * @param text what the user wrote
     */
    public static void check(Expression expression, String text, String where) {
        new TextAndNumbers(text, where).look(expression);
    }

    private void look(Expression expression) {
        expression.parts().forEach(this::look);
        switch (expression) {
            case Comparison c -> alike(c.parts(), "text is compared with a number", "");
            case Between b -> alike(b.parts(), "text is compared with a number", "");
            case OneOf o -> alike(o.parts(), "text is compared with a number", "");
            case FirstPresent f -> alike(f.parts(), "text and numbers stand side by side", "coalesce");
            case Cases c -> alike(c.results(), "text and numbers stand side by side", "case");
            case Call c -> look(c);
            case Column c -> {}
            case RowNumber n -> {}
            case Constant c -> {}
            case Conversion c -> {}
            case AllOf a -> {}
            case AnyOf a -> {}
            case Not n -> {}
            case Missing m -> {}
        }
    }

    private void look(Call call) {
        String word = call.function().words().getFirst();
        switch (call.function().wants()) {
            case NUMBERS ->
                call.parts().stream().filter(TextAndNumbers::isText).findFirst().ifPresent(operand -> {
                    throw refused("'" + word + "' is for numbers", operand, word);
                });
            case ALIKE -> alike(call.parts(), "text and numbers stand side by side", word);
            case ANYTHING -> {}
        }
    }

    private void alike(List<Expression> operands, String what, String word) {
        boolean numbers = operands.stream()
                .anyMatch(o -> !(o instanceof Constant.Nothing)
                        && (o.type() == ColumnType.DOUBLE || o.type() == ColumnType.LONG));
        if (numbers) {
            operands.stream().filter(TextAndNumbers::isText).findFirst().ifPresent(operand -> {
                throw refused(what, operand, word);
            });
        }
    }

    private static boolean isText(Expression operand) {
        return operand.type() == ColumnType.TEXT;
    }

    private InputError refused(String does, Expression operand, String word) {
        String which = switch (operand) {
            case Constant.Words w -> "'" + w.text() + "' in single quotes is text";
            case Column c -> "the column '" + c.name() + "' holds text";
            default -> "one side is text";
        };
        String name = operand instanceof Column c
                ? c.name().matches("[a-z_][a-z_0-9]*")
                        ? c.name()
                        : '"' + c.name().replace("\"", "\"\"") + '"'
                : "…";
        String advice = operand instanceof Constant
                ? "Write a number without quotes; whether a number is missing asks  isnan(x)"
                : word.startsWith("is")
                        ? "Whether a text is missing asks  " + name + " is null"
                        : "Where the text holds numbers write  try_cast(" + name + " as double)"
                                + " ; what is none is missing then";
        return new InputError("'" + text + "': " + does + ", and " + which, where, advice);
    }
}
