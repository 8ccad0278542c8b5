package org.cellarius.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.InputError;

/** Columns, units and row counts of Parquet files. Units stand in the key-value metadata: {@code unit:distance = kpc}. */
final class ParquetSchema {

    private static final String UNIT = "unit:";
    private static final String DESCRIPTION = "description:";

    private ParquetSchema() {}

    static StarTable read(Engine engine, Path parquet) {
        if (!Files.exists(parquet)) {
            throw new InputError("there is no file '" + parquet + "'", "", "Check the path");
        }
        try {
            String file = Sql.text(parquet);
            Map<String, String> metadata = new HashMap<>();
            for (List<Optional<String>> row : engine.rows("SELECT decode(key), decode(value) FROM parquet_kv_metadata("
                    + file + ") WHERE key::VARCHAR LIKE 'unit:%' OR key::VARCHAR LIKE 'description:%'")) {
                metadata.put(row.get(0).orElse(""), row.get(1).orElse(""));
            }
            var columns = new ArrayList<TableColumn>();
            for (List<Optional<String>> row : engine.rows(
                    "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet(" + file + "))")) {
                String name = row.get(0).orElseThrow();
                columns.add(new TableColumn(
                        name,
                        DuckDbTypes.columnType(row.get(1).orElseThrow()),
                        metadata.getOrDefault(UNIT + name, ""),
                        metadata.getOrDefault(DESCRIPTION + name, "")));
            }
            long rows = (long)
                    engine.numbers("SELECT coalesce(sum(num_rows), 0) FROM parquet_file_metadata(" + file + ")")[0];
            return new StarTable(parquet, columns, rows);
        } catch (RunFailure e) {
            throw new InputError(
                            "'" + parquet + "' is not a readable Parquet file: " + e.getMessage(),
                            "",
                            "Check that it is complete")
                    .withCause(e);
        }
    }

    /** The KV_METADATA clause for a COPY. */
    static String metadata(List<TableColumn> columns) {
        var entries = new ArrayList<String>();
        for (TableColumn column : columns) {
            if (!column.unit().isEmpty()) {
                entries.add(Sql.text(UNIT + column.name()) + ": " + Sql.text(column.unit()));
            }
            if (!column.description().isEmpty()) {
                entries.add(Sql.text(DESCRIPTION + column.name()) + ": " + Sql.text(column.description()));
            }
        }
        return entries.isEmpty() ? "" : ", KV_METADATA {" + String.join(", ", entries) + "}";
    }
}
