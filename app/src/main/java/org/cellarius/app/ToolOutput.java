package org.cellarius.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.cellarius.catalogue.CanonicalColumns;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.unit.Unit;
import org.cellarius.engine.ColumnList;

/** What the table tools say when they are done. */
final class ToolOutput {

    private ToolOutput() {}

    static void written(Path out, long rows, int columns, boolean json) {
        written(out, rows, columns, Statuses.NONE, json);
    }

    static void written(Path out, long rows, int columns, Statuses statuses, boolean json) {
        if (json) {
            var object =
                    Json.object().put("out", out.toString()).put("rows", rows).put("columns", columns);
            if (!statuses.counts().isEmpty()) {
                var counted = object.putObject(statuses.column());
                statuses.counts().forEach(counted::put);
            }
            Json.print(object);
            return;
        }
        System.err.printf(Locale.ROOT, "%s: %,d rows, %d columns%n", named(out), rows, columns);
        if (!statuses.counts().isEmpty()) {
            System.err.println(statuses.words());
        }
    }

    /** The output as a person calls it. */
    static String named(Path out) {
        return out.equals(TableOutputs.STANDARD) ? "standard output" : out.toString();
    }

    /** Delimited text loses the units: said, not hidden. */
    static void aboutUnits(ColumnList columns, TableFormat format) {
        boolean keeps = switch (format) {
            case FITS, VOTABLE, ECSV, PARQUET, HDF5, FEATHER -> true;
            case CSV, TSV, TEXT, CDS -> false;
        };
        if (keeps || columns.all().stream().allMatch(c -> c.unit().isEmpty())) {
            return;
        }
        List<String> others = columns.all().stream()
                .filter(c -> !c.unit().isEmpty())
                .filter(c -> CanonicalColumns.unitOf(c.name())
                        .map(u -> !Unit.tryParse(c.unit()).map(u::equals).orElse(false))
                        .orElse(false))
                .map(c -> c.name() + " (" + c.unit() + ")")
                .toList();
        System.err.println("note: this format keeps no units; .ecsv, .fits, .vot, .parquet, .h5 and .feather do"
                + (others.isEmpty()
                        ? ""
                        : ". Not in their canonical unit, so that --units canonical would misread them: "
                                + String.join(", ", others)));
    }
}
