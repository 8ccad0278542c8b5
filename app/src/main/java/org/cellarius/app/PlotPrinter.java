package org.cellarius.app;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.engine.SmallTable;
import org.cellarius.measure.plane.PlaneStatistic;
import org.cellarius.measure.product.ProductResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells what was drawn: a caption, or for scripts all cells. */
final class PlotPrinter {

    private PlotPrinter() {}

    static void print(Path figure, ProductResult result, PlaneStatistic statistic, boolean json) {
        String caption = result.illustrations().getFirst().caption();
        if (json) {
            printJson(figure, result, statistic, caption);
            return;
        }
        System.out.println(figure + ": " + caption);
        result.notes().forEach(System.out::println);
    }

    private static void printJson(Path figure, ProductResult result, PlaneStatistic statistic, String caption) {
        ObjectNode told = Json.object();
        told.put("figure", figure.toString()).put("statistic", statistic.word()).put("caption", caption);
        ArrayNode notes = told.putArray("notes");
        result.notes().forEach(notes::add);
        ArrayNode cells = told.putArray("cells");
        SmallTable table = result.main();
        for (List<SmallTable.Value> row : table.rows()) {
            ObjectNode cell = cells.addObject();
            IntStream.range(0, row.size()).forEach(c -> {
                String name = table.columns().get(c).name();
                switch (row.get(c)) {
                    case SmallTable.Real v -> Json.number(cell, name, v.value());
                    case SmallTable.Count v -> cell.put(name, v.value());
                    case SmallTable.Text v -> cell.put(name, v.value());
                }
            });
        }
        Json.print(told);
    }
}
