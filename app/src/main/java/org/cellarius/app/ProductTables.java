package org.cellarius.app;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cellarius.engine.SmallTable;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.study.result.PrintedCell;
import org.cellarius.study.result.PrintedColumn;
import org.cellarius.study.result.PrintedTable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The tables of products as a journal prints them: on the terminal and in JSON. */
final class ProductTables {

    private ProductTables() {}

    /** Tables of more than one row in which values have errors, but not those of cells and windows; of long ones the first rows. */
    static String text(List<ProductResult> products) {
        return products.stream()
                .flatMap(p -> p.tables().entrySet().stream())
                .filter(t -> PrintedTable.hasErrors(t.getValue())
                        && !PrintedTable.hasPlaces(t.getValue())
                        && t.getValue().rows().size() > 1)
                .map(t -> text(t.getKey(), t.getValue()))
                .collect(Collectors.joining());
    }

    private static String text(String name, SmallTable table) {
        PrintedTable printed = PrintedTable.shortened(table);
        int[] widths =
                IntStream.range(0, printed.columns().size()).map(printed::width).toArray();
        var out = new StringBuilder("\ntable " + name + "\n");
        out.append(line(printed, widths, k -> printed.columns().get(k).head()));
        if (printed.columns().stream().anyMatch(c -> !c.unit().isEmpty())) {
            out.append(line(printed, widths, k -> printed.columns().get(k).unit()));
        }
        for (List<PrintedCell> row : printed.rows()) {
            out.append(line(printed, widths, k -> row.get(k).text()));
        }
        String missing = printed.missing("tables/" + name + ".csv");
        return out.append(missing.isEmpty() ? "" : missing + "\n").toString();
    }

    private static String line(PrintedTable table, int[] widths, java.util.function.IntFunction<String> text) {
        return IntStream.range(0, widths.length)
                        .mapToObj(k -> {
                            String room = " "
                                    .repeat(Math.max(
                                            0, widths[k] - text.apply(k).length()));
                            return table.columns().get(k).numeric() ? room + text.apply(k) : text.apply(k) + room;
                        })
                        .collect(Collectors.joining("  "))
                        .stripTrailing()
                + "\n";
    }

    /** All tables of all products; of long ones the first rows, and how many there are. */
    static void json(List<ProductResult> products, ArrayNode tables) {
        for (ProductResult product : products) {
            for (Map.Entry<String, SmallTable> table : product.tables().entrySet()) {
                ObjectNode one = tables.addObject();
                one.put("product", product.head().name());
                one.put("table", table.getKey());
                json(PrintedTable.shortened(table.getValue()), one);
            }
        }
    }

    private static void json(PrintedTable printed, ObjectNode one) {
        one.put("rows_in_file", printed.all());
        ObjectNode units = one.putObject("units");
        printed.columns().forEach(c -> units.put(c.name(), c.unit()));
        ArrayNode rows = one.putArray("rows");
        for (List<PrintedCell> row : printed.rows()) {
            ObjectNode cells = rows.addObject();
            for (int k = 0; k < row.size(); k++) {
                PrintedColumn column = printed.columns().get(k);
                switch (row.get(k)) {
                    case PrintedCell.Measured m -> {
                        ObjectNode number = cells.putObject(column.name());
                        Json.number(number, "value", m.value());
                        Json.number(number, "error", m.error());
                        number.put("text", m.text());
                    }
                    case PrintedCell.Counted c -> cells.put(column.name(), c.value());
                    case PrintedCell.Words w -> cells.put(column.name(), w.plain());
                }
            }
        }
    }
}
