package org.cellarius.duckdb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.Precision;
import org.cellarius.catalogue.parquet.ParquetWriter;
import org.cellarius.catalogue.survey.FlagNames;
import org.cellarius.catalogue.text.EcsvColumns;
import org.cellarius.catalogue.votable.VoTableFields;
import org.cellarius.engine.DistinctNames;
import org.cellarius.engine.Packing;
import org.cellarius.engine.RunFailure;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;

/**
 * Columns, units and row counts of Parquet files. Units stand in the key-value metadata, {@code unit:distance = kpc}, and so do
 * the names of flags, {@code flags:aspcap_flags = aspcap BIT TEFF_WARN=0 LOGG_WARN=1}; foreign files may have units as
 * VOParquet, a VOTable without rows, or as astropy writes them; files for the astronomer get ours and VOParquet's.
 */
final class ParquetSchema {

    private static final String UNIT = "unit:";
    private static final String DESCRIPTION = "description:";
    private static final String UCD = "ucd:";
    /** Numbers that came in single precision; they lie in double precision as all others do. */
    private static final String SINGLE = "single:";

    private static final String VO_CONTENT = "IVOA.VOTable-Parquet.content";
    private static final String VO_VERSION = "IVOA.VOTable-Parquet.version";
    /** The header of an ECSV file, as astropy writes it into Parquet. */
    private static final String ASTROPY = "table_meta_yaml";

    private static final String FLAGS = "flags:";

    private ParquetSchema() {}

    static StarTable read(Database database, Path parquet) {
        Map<String, String> metadata = metadata(database, parquet);
        return table(database, parquet, columns(database, parquet, metadata), metadata, DuckDbTable.Reading.AS_WRITTEN);
    }

    /** A file of another program, read where it lies. */
    static StarTable readForeign(Database database, Path parquet) {
        Map<String, String> metadata = metadata(database, parquet);
        ForeignParquet foreign = foreign(database, parquet, metadata);
        return table(database, parquet, foreign.columns(), metadata, foreign.reading());
    }

    private static StarTable table(
            Database database,
            Path parquet,
            List<ColumnDescription> columns,
            Map<String, String> metadata,
            DuckDbTable.Reading reading) {
        List<String> names = columns.stream().map(ColumnDescription::name).toList();
        if (!DistinctNames.of(names).equals(names)) {
            throw new InputError(
                    DistinctNames.renamed(names) + ", which needs a copy",
                    parquet.toString(),
                    "Make one with  cellarius convert " + parquet + " NEW.parquet");
        }
        long rows = (long) database.numbers("SELECT coalesce(sum(num_rows), 0) FROM parquet_file_metadata("
                + Sql.text(Sql.pattern(parquet)) + ")")[0];
        return new DuckDbTable(
                new DuckDbTable.InFile(parquet, reading),
                columns.stream()
                        .map(c -> new TableColumn(
                                c.name(),
                                c.type(),
                                c.unit(),
                                c.description(),
                                c.ucd(),
                                FlagNames.parse(metadata.getOrDefault(FLAGS + c.name(), "")),
                                c.precision()))
                        .toList(),
                rows);
    }

    /** A file of another program by the meaning of its columns. */
    static ForeignParquet foreign(Database database, Path parquet) {
        return foreign(database, parquet, metadata(database, parquet));
    }

    private static ForeignParquet foreign(Database database, Path parquet, Map<String, String> metadata) {
        try {
            return ForeignParquet.of(
                    database,
                    parquet,
                    columns(database, parquet, metadata),
                    logicalTypes(database, parquet),
                    metadata.containsKey(ASTROPY));
        } catch (RunFailure e) {
            throw unreadable(parquet, e);
        }
    }

    private static List<String> types(Database database, Path parquet) {
        return database
                .rows("SELECT column_type FROM (DESCRIBE SELECT * FROM " + Sql.parquet(List.of(parquet)) + ")")
                .stream()
                .map(row -> row.getFirst().orElseThrow())
                .toList();
    }

    /** The types of the columns, wide decimals as such: the database takes those of more than 38 digits for floating-point numbers. */
    private static List<String> logicalTypes(Database database, Path parquet) {
        List<Optional<String>> decimals = topLevel(
                database,
                Sql.text(Sql.pattern(parquet)),
                "CASE WHEN num_children IS NULL AND precision > 38 AND scale = 0 THEN 'DECIMAL(' || precision || ',0)' END");
        List<String> types = types(database, parquet);
        return IntStream.range(0, types.size())
                .mapToObj(k -> decimals.get(k).orElse(types.get(k)))
                .toList();
    }

    private static List<ColumnDescription> columns(Database database, Path parquet, Map<String, String> metadata) {
        try {
            String file = Sql.text(Sql.pattern(parquet));
            Map<String, ColumnDescription> fields = new HashMap<>();
            VoTableFields.of(metadata.getOrDefault(VO_CONTENT, "")).forEach(f -> fields.putIfAbsent(f.name(), f));
            List<String> names = names(database, file);
            EcsvColumns.of(parquet, metadata.getOrDefault(ASTROPY, "")).forEach(f -> fields.putIfAbsent(f.name(), f));
            List<String> types = types(database, parquet);
            var columns = new ArrayList<ColumnDescription>();
            for (int k = 0; k < types.size(); k++) {
                String name = names.get(k);
                ColumnDescription field = fields.getOrDefault(name, ColumnDescription.of(name, ColumnType.TEXT));
                columns.add(new ColumnDescription(
                                name,
                                DuckDbTypes.columnType(types.get(k)),
                                metadata.getOrDefault(UNIT + name, field.unit()),
                                metadata.getOrDefault(DESCRIPTION + name, field.description()),
                                metadata.getOrDefault(UCD + name, field.ucd()))
                        .inSinglePrecision(types.get(k).equals("FLOAT") || metadata.containsKey(SINGLE + name)));
            }
            return columns;
        } catch (RunFailure e) {
            throw unreadable(parquet, e);
        }
    }

    private static Map<String, String> metadata(Database database, Path parquet) {
        if (!Files.exists(parquet)) {
            throw new InputError("there is no file '" + parquet + "'", "", "Check the path");
        }
        try {
            Map<String, String> metadata = new HashMap<>();
            for (List<Optional<String>> row :
                    database.rows("SELECT decode(key), decode(value) FROM parquet_kv_metadata("
                            + Sql.text(Sql.pattern(parquet))
                            + ") WHERE regexp_matches(key::VARCHAR, '^(unit|description|ucd|flags|single):') OR key::VARCHAR IN ('"
                            + VO_CONTENT + "', '" + ASTROPY + "')")) {
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
    private static List<String> names(Database database, String file) {
        return topLevel(database, file, "name").stream().map(n -> n.orElse("")).toList();
    }

    /** What the schema says of the columns themselves, not of what is inside them. */
    private static List<Optional<String>> topLevel(Database database, String file, String said) {
        List<List<Optional<String>>> elements =
                database.rows("SELECT " + said + ", coalesce(num_children, 0) FROM parquet_schema(" + file + ")");
        var columns = new ArrayList<Optional<String>>();
        // The schema is a tree in depth-first order, the table at its root: the children of a column are passed over.
        long inside = 0;
        for (List<Optional<String>> element : elements.subList(1, elements.size())) {
            long children = Long.parseLong(element.get(1).orElse("0"));
            if (inside == 0) {
                columns.add(element.get(0));
            } else {
                inside--;
            }
            inside += children;
        }
        return columns;
    }

    /** How the pages of a file that we write ourselves are packed. */
    static ParquetWriter.Codec codec(Packing packing) {
        return packing == Packing.PASSING ? ParquetWriter.Codec.UNCOMPRESSED : ParquetWriter.Codec.ZSTD;
    }

    /** The KV_METADATA clause for a COPY. */
    static String metadata(List<TableColumn> columns, Packing packing) {
        String entries = entries(columns, packing).entrySet().stream()
                .map(e -> Sql.text(e.getKey()) + ": " + Sql.text(e.getValue()))
                .collect(Collectors.joining(", "));
        return entries.isEmpty() ? "" : ", KV_METADATA {" + entries + "}";
    }

    /** What a file says of its columns, in its key-value metadata. */
    static Map<String, String> entries(List<TableColumn> columns, Packing packing) {
        var entries = new LinkedHashMap<String, String>();
        for (TableColumn column : columns) {
            put(UNIT, column, column.unit(), entries);
            put(DESCRIPTION, column, column.description(), entries);
            put(UCD, column, column.ucd(), entries);
            put(SINGLE, column, column.precision() == Precision.SINGLE ? "yes" : "", entries);
            put(FLAGS, column, column.flags().map(FlagNames::text).orElse(""), entries);
        }
        if (packing == Packing.PUBLIC) {
            entries.put(VO_VERSION, "1.0");
            entries.put(
                    VO_CONTENT,
                    VoTableFields.document(
                            columns.stream().map(TableColumn::described).toList()));
        }
        return entries;
    }

    private static void put(String kind, TableColumn column, String value, Map<String, String> entries) {
        if (!value.isEmpty()) {
            entries.put(kind + column.name(), value);
        }
    }
}
