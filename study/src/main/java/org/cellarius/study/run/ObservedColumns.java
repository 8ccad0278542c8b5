package org.cellarius.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.column.OutputColumn;

/**
 * The columns of a catalogue that have errors: {@code distance} with {@code distance_error}, or with {@code distance_lo} and {@code distance_hi}.
 *
 * @param columns their names and units
 * @param expressions for each its value and its errors below and above
 */
record ObservedColumns(List<OutputColumn> columns, List<Expression> expressions) {

    /**
     * All but y, which a mock draws itself.
     *
     * @param named errors that a product names, by their column
     */
    static ObservedColumns of(StarTable catalogue, String y, Map<String, Expression> named) {
        var columns = new ArrayList<OutputColumn>();
        var expressions = new ArrayList<Expression>();
        for (TableColumn column : catalogue.columns()) {
            if (column.type() != ColumnType.DOUBLE || column.name().equals(y)) {
                continue;
            }
            Optional<TableColumn> error = catalogue.column(column.name() + "_error");
            Optional<TableColumn> low = catalogue.column(column.name() + "_lo");
            Optional<TableColumn> high = catalogue.column(column.name() + "_hi");
            Expression value = column.value();
            Optional<Expression> said = Optional.ofNullable(named.get(column.name()));
            if (said.isPresent()) {
                expressions.addAll(List.of(value, said.get(), said.get()));
            } else if (low.isPresent() && high.isPresent()) {
                expressions.addAll(List.of(
                        value,
                        value.minus(low.get().value()),
                        high.get().value().minus(value)));
            } else if (error.isPresent()) {
                Expression e = error.get().value();
                expressions.addAll(List.of(value, e, e));
            } else {
                continue;
            }
            columns.add(new OutputColumn(column.name(), column.unit(), column.description()));
        }
        return new ObservedColumns(columns, expressions);
    }
}
