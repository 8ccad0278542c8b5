package org.cellarius.study.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Relation;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What lies in a result folder, as {@code result.json} there tells it: by it an explorer, a script or a second study finds products, their tables and figures, and knows
 * which column is a key, a value, an error.
 *
 * @param format number of this description, now {@value #FORMAT}
 * @param study name of the study
 * @param cellarius the build that made it
 * @param stars the star table
 * @param products in the order of the report
 * @param tables those that belong to no product: the cut flow, the comparison with expected numbers
 * @param keyNumbers what a reader looks for first
 */
public record ResultIndex(
        int format,
        String study,
        String title,
        String cellarius,
        Stars stars,
        List<Product> products,
        List<Table> tables,
        List<Measured> keyNumbers) {

    /** Name of the file. */
    public static final String FILE = "result.json";

    static final int FORMAT = 1;

    /** The star table and its formats. */
    public record Stars(long rows, Map<String, String> files, List<Column> columns) {}

    /**
     * A product.
     *
     * @param kind as studies word it, or correction, match, robustness
     * @param notes what a referee should read
     */
    public record Product(
            String name, String kind, String title, List<String> notes, List<Table> tables, List<Drawing> figures) {}

    /**
     * A table.
     *
     * @param files path in the folder by format
     * @param slicing what its slices are of, as figures write it
     */
    public record Table(
            String name, long rows, Map<String, String> files, Optional<String> slicing, List<Column> columns) {

        /** The table with its roles. */
        public SmallTable read(Path folder, Engine engine) {
            StarTable stored = engine.open(folder.resolve(files.getOrDefault("parquet", "")));
            List<TableColumn> named =
                    columns.stream().map(c -> stored.require(c.name(), name)).toList();
            return new SmallTable(
                    named,
                    columns.stream().map(Column::asRole).toList(),
                    engine.read(Relation.of(stored)).rows(),
                    slicing.orElse(""));
        }
    }

    /**
     * A column.
     *
     * @param type double, long, text or boolean
     * @param role {@link ColumnRole#word}; empty in the star table
     * @param of the value whose error it is; else empty
     */
    public record Column(String name, String type, String unit, String description, String role, String of) {

        static Column of(TableColumn column, Optional<ColumnRole> role) {
            return new Column(
                    column.name(),
                    column.type().name().toLowerCase(java.util.Locale.ROOT),
                    column.unit(),
                    column.description(),
                    role.map(ColumnRole::word).orElse(""),
                    role.filter(ColumnRole.ErrorOf.class::isInstance)
                            .map(r -> ((ColumnRole.ErrorOf) r).value())
                            .orElse(""));
        }

        ColumnRole asRole() {
            return ColumnRole.of(role, of);
        }
    }

    /** A figure. */
    public record Drawing(String name, String caption, Map<String, String> files) {}

    /**
     * A key number; what is not known is missing.
     *
     * @param sample population, variant and slice in words; empty where there is one
     * @param n stars behind it; missing where they are not counted
     */
    public record Measured(
            String product,
            String sample,
            Optional<Long> n,
            String quantity,
            Optional<Double> value,
            Optional<Double> error,
            Optional<Double> systematic,
            String unit,
            String status) {}

    public ResultIndex {
        products = List.copyOf(products);
        tables = List.copyOf(tables);
        keyNumbers = List.copyOf(keyNumbers);
    }

    /** The description of a result folder. */
    public static ResultIndex read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            ResultIndex index = JsonMapper.shared().readValue(Files.readString(file), ResultIndex.class);
            if (index.format() != FORMAT) {
                throw new InputError(
                        "'" + file + "' is of format " + index.format() + ", and " + FORMAT + " is known here",
                        file.toString(),
                        "Read it with the program that made it, or run the study again");
            }
            return index;
        } catch (IOException e) {
            throw new InputError("'" + folder + "' holds no " + FILE, "", "Name the folder that a run has written")
                    .withCause(e);
        } catch (JacksonException e) {
            throw new InputError("'" + file + "' is damaged: " + e.getOriginalMessage(), "", "Run the study again")
                    .withCause(e);
        }
    }

    /** As the file holds it. */
    public String json() {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    }

    /** A product by its name. */
    public Optional<Product> product(String name) {
        return products.stream().filter(p -> p.name().equals(name)).findFirst();
    }
}
