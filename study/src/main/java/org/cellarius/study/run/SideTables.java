package org.cellarius.study.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Selection;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.expression.Expression;
import org.cellarius.measure.product.Product;
import org.cellarius.measure.product.SideFile;
import org.cellarius.measure.product.Stars;

/** Reads the tables that products draw beside the stars. */
final class SideTables {

    private final StudyFiles files;
    private final Engine engine;
    private final Path scratch;
    private final Map<Path, String> inputs = new LinkedHashMap<>();

    /**
     * @param scratch folder for what is read
     */
    SideTables(StudyFiles files, Engine engine, Path scratch) {
        this.files = files;
        this.engine = engine;
        this.scratch = scratch;
    }

    /** Products with what their tables hold. */
    List<Product> read(List<Product> products) {
        return products.stream().map(p -> p.reading(this::numbers)).toList();
    }

    /** Files that were read, by hash. */
    Map<Path, String> inputs() {
        return inputs;
    }

    private double[][] numbers(SideFile side) {
        String where = side.place().toString();
        Path path = files.resolve(side.path(), where);
        inputs.put(path, files.hashes().of(path));
        Path copy = scratch.resolve("beside-" + inputs.size() + ".parquet");
        StarTable table = engine.importTable(
                TableFile.open(path, TableSelection.automatic()), Optional.empty(), copy, Progress.SILENT);
        Stars rows = Stars.alone(engine, table);
        List<Expression> wanted =
                side.columns().stream().map(c -> rows.number(c, where)).toList();
        var all = new ArrayList<double[]>();
        engine.scan(
                Selection.of(table, wanted)
                        .where(side.where().map(w -> rows.condition(w, where)).orElse(Expression.always())),
                (count, in) -> {
                    for (int i = 0; i < count; i++) {
                        double[] row = new double[in.length];
                        for (int k = 0; k < in.length; k++) {
                            row[k] = in[k][i];
                        }
                        all.add(row);
                    }
                },
                Progress.SILENT);
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        double[][] columns = new double[wanted.size()][all.size()];
        for (int i = 0; i < all.size(); i++) {
            for (int k = 0; k < columns.length; k++) {
                columns[k][i] = all.get(i)[k];
            }
        }
        return columns;
    }
}
