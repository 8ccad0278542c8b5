package org.cellarius.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.survey.FlagNames;
import org.cellarius.catalogue.votable.VoTableFields;

/**
 * Columns, units and row counts of Parquet files. Units stand in the key-value metadata, {@code unit:distance = kpc}, and so do
 * the names of flags, {@code flags:aspcap_flags = aspcap BIT TEFF_WARN=0 LOGG_WARN=1}; foreign files may have units as
 * VOParquet, a VOTable without rows, and files for the astronomer get both.
 */
final class ParquetSchema {

    private static final String UNIT = "unit:";
    private static final String DESCRIPTION = "description:";
    private static final String UCD = "ucd:";
    private static final String VO_CONTENT = "IVOA.VOTable-Parquet.content";
    private static final String VO_VERSION = "IVOA.VOTable-Parquet.version";
    private static final String FLAGS = "flags:";

    private ParquetSchema() {}

    static StarTable read(Engine engine, Path parquet) {
        Map<String, String> metadata = metadata(engine, parquet);
        List<ColumnDescription> columns = columns(engine, parquet, metadata);
        List<String> names = columns.stream().map(ColumnDescription::name).toList();
        if (!SqlNames.of(names).equals(names)) {
            throw new InputError(
                    SqlNames.renamed(names) + ", which needs a copy",
                    parquet.toString(),
                    "Make one with  cellarius convert " + parquet + " NEW.parquet");
        }
        long rows = (long) engine.numbers("SELECT coalesce(sum(num_rows), 0) FROM parquet_file_metadata("
                + Sql.text(Sql.pattern(parquet)) + ")")[0];
        return new StarTable(
                parquet,
                columns.stream()
                        .map(c -> new TableColumn(
                                c.name(),
                                c.type(),
                                c.unit(),
                                c.description(),
                                c.ucd(),
                                FlagNames.parse(metadata.getOrDefault(FLAGS + c.name(), ""))))
                        .toList(),
                rows);
    }

    /** The columns by the names that the file gives them; some may differ only in upper and lower case. */
    static List<ColumnDescription> columns(Engine engine, Path parquet) {
        return columns(engine, parquet, metadata(engine, parquet));
    }

    private static List<ColumnDescription> columns(Engine engine, Path parquet, Map<String, String> metadata) {
        try {
            String file = Sql.text(Sql.pattern(parquet));
            Map<String, ColumnDescription> fields = new HashMap<>();
            VoTableFields.of(metadata.getOrDefault(VO_CONTENT, "")).forEach(f -> fields.putIfAbsent(f.name(), f));
            List<String> names = names(engine, file);
            List<List<Optional<String>>> types = engine.rows(
                    "SELECT column_type FROM (DESCRIBE SELECT * FROM " + Sql.parquet(List.of(parquet)) + ")");
            var columns = new ArrayList<ColumnDescription>();
            for (int k = 0; k < types.size(); k++) {
                String name = names.get(k);
                ColumnDescription field = fields.getOrDefault(name, ColumnDescription.of(name, ColumnType.TEXT));
                columns.add(new ColumnDescription(
                        name,
                        DuckDbTypes.columnType(types.get(k).getFirst().orElseThrow()),
                        metadata.getOrDefault(UNIT + name, field.unit()),
                        metadata.getOrDefault(DESCRIPTION + name, field.description()),
                        metadata.getOrDefault(UCD + name, field.ucd())));
            }
            return columns;
        } catch (RunFailure e) {
            throw unreadable(parquet, e);
        }
    }

    private static Map<String, String> metadata(Engine engine, Path parquet) {
        if (!Files.exists(parquet)) {
            throw new InputError("there is no file '" + parquet + "'", "", "Check the path");
        }
        try {
            Map<String, String> metadata = new HashMap<>();
            for (List<Optional<String>> row : engine.rows("SELECT decode(key), decode(value) FROM parquet_kv_metadata("
                    + Sql.text(Sql.pattern(parquet))
                    + ") WHERE regexp_matches(key::VARCHAR, '^(unit|description|ucd|flags):') OR key::VARCHAR = '"
                    + VO_CONTENT + "'")) {
                metadata.put(row.get(0).orElse(""), row.get(1).orElse(""));
            }
            return metadata;
        } catch (RunFailure e) {
            throw unreadable(parquet, e);
        }
    }

    private static InputError unreadable(Path parquet, RunFailure e) {
        return new InputError(
                        "'" + parquet + "' is not a readable Parquet file: "
                                + String.valueOf(e.getMessage()).replaceFirst("^[A-Z][A-Za-z ]* Error: ", ""),
                        "",
                        "Check that it is complete")
                .withCause(e);
    }

    /** Names of the columns themselves: the database would number those that it cannot tell apart without a word. */
    private static List<String> names(Engine engine, String file) {
        List<List<Optional<String>>> elements =
                engine.rows("SELECT name, coalesce(num_children, 0) FROM parquet_schema(" + file + ")");
        var names = new ArrayList<String>();
        // The schema is a tree in depth-first order, the table at its root: the children of a column are passed over.
        long inside = 0;
        for (List<Optional<String>> element : elements.subList(1, elements.size())) {
            long children = Long.parseLong(element.get(1).orElse("0"));
            if (inside == 0) {
                names.add(element.get(0).orElse(""));
            } else {
                inside--;
            }
            inside += children;
        }
        return names;
    }

    /** The KV_METADATA clause for a COPY. */
    static String metadata(List<TableColumn> columns, Packing packing) {
        List<String> entries = entries(columns);
        if (packing == Packing.PUBLIC) {
            String fields = VoTableFields.document(
                    columns.stream().map(TableColumn::described).toList());
            entries.add(Sql.text(VO_VERSION) + ": '1.0'");
            entries.add(Sql.text(VO_CONTENT) + ": " + Sql.text(fields));
        }
        return entries.isEmpty() ? "" : ", KV_METADATA {" + String.join(", ", entries) + "}";
    }

    private static List<String> entries(List<TableColumn> columns) {
        var entries = new ArrayList<String>();
        for (TableColumn column : columns) {
            entry(UNIT, column, column.unit()).ifPresent(entries::add);
            entry(DESCRIPTION, column, column.description()).ifPresent(entries::add);
            entry(UCD, column, column.ucd()).ifPresent(entries::add);
            entry(FLAGS, column, column.flags().map(FlagNames::text).orElse("")).ifPresent(entries::add);
        }
        return entries;
    }

    private static Optional<String> entry(String kind, TableColumn column, String value) {
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(Sql.text(kind + column.name()) + ": " + Sql.text(value));
    }
}
