package org.cellarius.engine;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.DelimitedTable;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.NearestWord;
import org.cellarius.catalogue.ParquetTable;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFile;
import org.duckdb.DuckDBConnection;

/** Brings catalogue files into Parquet: astronomical formats block by block, delimited text and foreign Parquet by SQL. NaN becomes missing. */
final class TableImport {

    private static final Pattern RAGGED = Pattern.compile("Expected Number of Columns: (\\d+) Found: (\\d+)");
    private static final Pattern LINE = Pattern.compile("CSV Error on Line: (\\d+)");

    private final DuckDbEngine engine;
    private final DuckDBConnection connection;

    TableImport(DuckDbEngine engine, DuckDBConnection connection) {
        this.engine = engine;
        this.connection = connection;
    }

    StarTable run(TableFile file, Optional<List<String>> wanted, Path output, Progress progress) {
        return switch (file) {
            case StreamedTable streamed -> stream(streamed, wanted, output, progress);
            case DelimitedTable delimited -> delimited(delimited, wanted, output);
            case ParquetTable parquet -> parquet(parquet, wanted, output);
        };
    }

    List<TableColumn> columnsOf(TableFile file) {
        return unique(described(file).stream().map(TableImport::column).toList());
    }

    private List<ColumnDescription> described(TableFile file) {
        return switch (file) {
            case StreamedTable streamed -> streamed.columns();
            case DelimitedTable delimited -> described(delimited, types(delimited));
            case ParquetTable parquet ->
                engine.open(parquet.path()).columns().stream()
                        .map(c -> new ColumnDescription(c.name(), c.type(), c.unit(), c.description()))
                        .toList();
        };
    }

    private static List<ColumnDescription> described(DelimitedTable table, List<ColumnType> types) {
        var all = new ArrayList<ColumnDescription>();
        for (int k = 0; k < types.size(); k++) {
            all.add(new ColumnDescription(
                    table.names().get(k),
                    types.get(k),
                    table.units().get(k),
                    table.descriptions().get(k)));
        }
        return all;
    }

    private static TableColumn column(ColumnDescription c) {
        return new TableColumn(c.name(), c.type(), c.unit(), c.description());
    }

    private StarTable stream(StreamedTable table, Optional<List<String>> wanted, Path output, Progress progress) {
        List<ColumnDescription> described = chosen(table.columns(), wanted, table.path());
        List<TableColumn> columns =
                unique(described.stream().map(TableImport::column).toList());
        progress.begin("reading " + table.path().getFileName(), table.rowCount().orElse(0));
        try (BlockReader reader =
                table.read(described.stream().map(ColumnDescription::name).toList())) {
            BlockSource.Registered source = BlockSource.register(connection, columns, writer -> {
                int rows = reader.next();
                for (int k = 0; k < columns.size(); k++) {
                    TypedRows.write(reader.column(k), rows, writer.vector(k));
                }
                progress.advance(rows);
                return rows;
            });
            try {
                return engine.write("SELECT * FROM " + source.sql(), columns, output);
            } catch (RunFailure e) {
                if (source.failure().get() instanceof RuntimeException mine) {
                    throw mine;
                }
                throw e;
            }
        } catch (SQLException e) {
            throw DuckDbEngine.failure(e);
        } finally {
            progress.end();
        }
    }

    private StarTable delimited(DelimitedTable table, Optional<List<String>> wanted, Path output) {
        List<ColumnType> types = types(table);
        List<TableColumn> columns = chosen(described(table, types), wanted, table.path()).stream()
                .map(TableImport::column)
                .toList();
        try {
            return engine.write("SELECT " + cast(columns) + " FROM " + csv(table, types), columns, output);
        } catch (RunFailure e) {
            throw explained(e, table.path());
        }
    }

    /**
     * The types of the columns: declared, or found out over the whole file, so that a late word does not break the run.
     */
    private List<ColumnType> types(DelimitedTable table) {
        List<String> names = sqlNames(table.names());
        var parts = new ArrayList<String>();
        for (String name : names) {
            String v = "trim(" + Sql.name(name) + ")";
            parts.add("count(" + v + "), "
                    + "count(*) FILTER (" + v + " IS NOT NULL AND NOT (regexp_full_match(" + v
                    + ", '[+-]?[0-9]{1,19}') AND TRY_CAST(" + v
                    + " AS BIGINT) IS NOT NULL)), "
                    + "count(*) FILTER (TRY_CAST(" + v + " AS DOUBLE) IS NULL AND " + v + " IS NOT NULL), "
                    + "count(*) FILTER (lower(" + v + ") NOT IN ('true', 'false'))");
        }
        double[] counts = countsOf(
                table.path(),
                "SELECT " + String.join(", ", parts) + " FROM "
                        + csv(table, names.stream().map(n -> ColumnType.TEXT).toList()));
        var types = new ArrayList<ColumnType>();
        for (int k = 0; k < names.size(); k++) {
            // A column without any value could be anything; as a number it can be cut and fitted, and stays missing.
            ColumnType found = counts[4 * k] == 0
                    ? ColumnType.DOUBLE
                    : counts[4 * k + 1] == 0
                            ? ColumnType.LONG
                            : counts[4 * k + 2] == 0
                                    ? ColumnType.DOUBLE
                                    : counts[4 * k + 3] == 0 ? ColumnType.BOOLEAN : ColumnType.TEXT;
            types.add(table.declaredTypes().get(k).orElse(found));
        }
        return types;
    }

    private StarTable parquet(ParquetTable table, Optional<List<String>> wanted, Path output) {
        List<TableColumn> columns = chosen(described(table), wanted, table.path()).stream()
                .map(TableImport::column)
                .toList();
        return engine.write(
                "SELECT " + cast(columns) + " FROM read_parquet(" + Sql.text(table.path()) + ")", columns, output);
    }

    private double[] countsOf(Path file, String query) {
        try {
            return engine.numbers(query);
        } catch (RunFailure e) {
            throw explained(e, file);
        }
    }

    /** The SQL source of a delimited file; everything that the header told is given, nothing is guessed. */
    private static String csv(DelimitedTable table, List<ColumnType> types) {
        List<String> names = sqlNames(table.names());
        var columns = new ArrayList<String>();
        for (int k = 0; k < names.size(); k++) {
            columns.add(Sql.text(names.get(k)) + ": " + Sql.text(DuckDbTypes.sqlType(types.get(k))));
        }
        var options = new ArrayList<String>(List.of(
                Sql.text(table.path()),
                "auto_detect = false",
                "delim = " + Sql.text(String.valueOf(table.delimiter())),
                "quote = " + Sql.text(String.valueOf(table.quote())),
                "escape = " + Sql.text(String.valueOf(table.quote())),
                "header = false",
                "skip = " + table.linesBeforeData(),
                "nullstr = " + Sql.list(table.missing()),
                "columns = {" + String.join(", ", columns) + "}",
                "compression = " + Sql.text(table.gzipped() ? "gzip" : "none")));
        table.comment().ifPresent(c -> options.add("comment = " + Sql.text(String.valueOf(c))));
        return "read_csv(" + String.join(", ", options) + ")";
    }

    private static List<ColumnDescription> chosen(
            List<ColumnDescription> all, Optional<List<String>> wanted, Path file) {
        if (wanted.isEmpty()) {
            return all;
        }
        List<String> names = all.stream().map(ColumnDescription::name).toList();
        return wanted.get().stream()
                .map(name -> all.stream()
                        .filter(c -> c.name().equals(name))
                        .findFirst()
                        .or(() -> all.stream()
                                .filter(c -> c.name().equalsIgnoreCase(name))
                                .findFirst())
                        .orElseThrow(() -> {
                            String near = NearestWord.in(names, name)
                                    .map(n -> "; did you mean '" + n + "'?")
                                    .orElse("");
                            return new InputError(
                                    "there is no column '" + name + "'" + near,
                                    file.toString(),
                                    "The columns are " + StarTable.listed(names));
                        }))
                .toList();
    }

    /** SQL does not tell upper from lower case: of two columns that differ only in case the later one gets a number. */
    private static List<TableColumn> unique(List<TableColumn> columns) {
        List<String> names = sqlNames(columns.stream().map(TableColumn::name).toList());
        var unique = new ArrayList<TableColumn>();
        for (int k = 0; k < columns.size(); k++) {
            TableColumn c = columns.get(k);
            unique.add(new TableColumn(names.get(k), c.type(), c.unit(), c.description()));
        }
        return unique;
    }

    private static List<String> sqlNames(List<String> names) {
        Set<String> taken = new HashSet<>();
        var unique = new ArrayList<String>();
        for (String name : names) {
            String candidate = name;
            for (int n = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); n++) {
                candidate = name + "_" + n;
            }
            unique.add(candidate);
        }
        return unique;
    }

    /** Every column as its own type; NaN becomes missing. */
    private static String cast(List<TableColumn> columns) {
        List<String> names = sqlNames(columns.stream().map(TableColumn::name).toList());
        var parts = new ArrayList<String>();
        for (int k = 0; k < columns.size(); k++) {
            String name = Sql.name(names.get(k));
            String cast =
                    "CAST(" + name + " AS " + DuckDbTypes.sqlType(columns.get(k).type()) + ")";
            parts.add((columns.get(k).type() == ColumnType.DOUBLE
                            ? "CASE WHEN NOT isnan(" + cast + ") THEN " + cast + " END"
                            : cast)
                    + " AS " + Sql.name(columns.get(k).name()));
        }
        return parts.stream().collect(Collectors.joining(", "));
    }

    private static RuntimeException explained(RunFailure e, Path file) {
        String message = String.valueOf(
                e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        Matcher line = LINE.matcher(message);
        String place = line.find() ? file + ", line " + line.group(1) : file.toString();
        Matcher ragged = RAGGED.matcher(message);
        if (ragged.find()) {
            return new InputError(
                            "a line has " + ragged.group(2) + " values where " + ragged.group(1) + " are expected",
                            place,
                            "Mend or remove the line")
                    .withCause(e);
        }
        if (line.reset().find()) {
            return new InputError(
                            "a line cannot be read: "
                                    + message.lines()
                                            .skip(1)
                                            .findFirst()
                                            .orElse(message)
                                            .strip(),
                            place,
                            "Mend or remove the line")
                    .withCause(e);
        }
        return e;
    }
}
