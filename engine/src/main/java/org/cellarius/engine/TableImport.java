package org.cellarius.engine;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.DelimitedTable;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.LineEnds;
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
    private final Packing packing;

    TableImport(DuckDbEngine engine, DuckDBConnection connection, Packing packing) {
        this.engine = engine;
        this.connection = connection;
        this.packing = packing;
    }

    StarTable run(TableFile file, Optional<List<String>> wanted, Path output, Progress progress) {
        List<FileColumn> all = columns(file);
        String renamed = FileColumn.renamed(all);
        if (!renamed.isEmpty()) {
            progress.note(file.path() + ": " + renamed);
        }
        List<FileColumn> chosen = chosen(all, wanted, file.path());
        return switch (file) {
            case StreamedTable streamed -> stream(streamed, chosen, output, progress);
            case DelimitedTable delimited -> delimited(delimited, all, chosen, output);
            case ParquetTable parquet -> parquet(parquet, all, chosen, output, progress);
        };
    }

    List<TableColumn> columnsOf(TableFile file) {
        return columns(file).stream().map(FileColumn::column).toList();
    }

    private List<FileColumn> columns(TableFile file) {
        List<ColumnDescription> described = switch (file) {
            case StreamedTable streamed -> streamed.columns();
            case DelimitedTable delimited -> described(delimited, types(delimited));
            case ParquetTable parquet ->
                ParquetSchema.foreign(engine, parquet.path()).columns();
        };
        return FileColumn.of(described);
    }

    private static List<ColumnDescription> described(DelimitedTable table, List<ColumnType> types) {
        var all = new ArrayList<ColumnDescription>();
        for (int k = 0; k < types.size(); k++) {
            all.add(new ColumnDescription(
                    table.names().get(k),
                    types.get(k),
                    table.units().get(k),
                    table.descriptions().get(k),
                    table.ucds().get(k)));
        }
        return all;
    }

    private StarTable stream(StreamedTable table, List<FileColumn> chosen, Path output, Progress progress) {
        List<TableColumn> columns = chosen.stream().map(FileColumn::column).toList();
        progress.begin("reading " + table.path().getFileName(), table.rowCount().orElse(0));
        try (BlockReader reader =
                table.read(chosen.stream().map(FileColumn::inFile).toList())) {
            BlockSource.Registered source = BlockSource.register(connection, columns, writer -> {
                int rows = reader.next();
                for (int k = 0; k < columns.size(); k++) {
                    TypedRows.write(reader.column(k), rows, writer.vector(k));
                }
                progress.advance(rows);
                return rows;
            });
            try {
                return engine.write("SELECT * FROM " + source.sql(), columns, output, packing);
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

    private StarTable delimited(DelimitedTable table, List<FileColumn> all, List<FileColumn> chosen, Path output) {
        List<TableColumn> columns = chosen.stream().map(FileColumn::column).toList();
        List<ColumnType> types = all.stream().map(c -> c.column().type()).toList();
        try {
            return engine.write("SELECT " + cast(columns) + " FROM " + csv(table, types), columns, output, packing);
        } catch (RunFailure e) {
            throw explained(e, table.path());
        }
    }

    /**
     * The types of the columns: declared, or found out over the whole file, so that a late word does not break the run.
     */
    private List<ColumnType> types(DelimitedTable table) {
        List<String> names = SqlNames.of(table.names());
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

    private StarTable parquet(
            ParquetTable table, List<FileColumn> all, List<FileColumn> chosen, Path output, Progress progress) {
        List<TableColumn> columns = chosen.stream().map(FileColumn::column).toList();
        ForeignParquet foreign = ParquetSchema.foreign(engine, table.path());
        foreign.leftOut().forEach(column -> progress.note(column.toString()));
        List<String> names = all.stream().map(c -> c.column().name()).toList();
        return engine.write("SELECT " + cast(columns) + " FROM " + foreign.sql(names), columns, output, packing);
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
        List<String> names = SqlNames.of(table.names());
        var columns = new ArrayList<String>();
        for (int k = 0; k < names.size(); k++) {
            columns.add(Sql.text(names.get(k)) + ": " + Sql.text(DuckDbTypes.sqlType(types.get(k))));
        }
        var options = new ArrayList<String>(List.of(
                Sql.text(Sql.pattern(table.path())),
                "auto_detect = false",
                "hive_partitioning = false",
                "delim = " + Sql.text(String.valueOf(table.delimiter())),
                "quote = " + Sql.text(String.valueOf(table.quote())),
                "escape = " + Sql.text(String.valueOf(table.quote())),
                "header = false",
                "skip = " + table.linesBeforeData(),
                "nullstr = " + Sql.list(table.missing()),
                "columns = {" + String.join(", ", columns) + "}",
                "compression = " + Sql.text(table.gzipped() ? "gzip" : "none")));
        if (table.lineEnds() == LineEnds.MIXED) {
            // The strict reader stops at mixed line ends; this one takes them and is laxer with quotes.
            options.add("strict_mode = false");
            options.add("new_line = '\\n'");
        }
        return "read_csv(" + String.join(", ", options) + ")";
    }

    private static List<FileColumn> chosen(List<FileColumn> all, Optional<List<String>> wanted, Path file) {
        if (wanted.isEmpty()) {
            return all;
        }
        List<String> names = all.stream().map(c -> c.column().name()).toList();
        return wanted.get().stream()
                .map(name -> all.stream()
                        .filter(c -> c.column().name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseThrow(() -> new InputError(
                                "there is no column '" + name + "'" + meant(name, all, names),
                                file.toString(),
                                "The columns are " + ColumnList.listed(names))))
                .toList();
    }

    private static String meant(String name, List<FileColumn> all, List<String> names) {
        List<String> numbered = all.stream()
                .filter(c -> c.inFile().equalsIgnoreCase(name))
                .map(c -> "'" + c.column().name() + "' (in the file " + c.inFile() + ")")
                .toList();
        return numbered.isEmpty()
                ? ColumnList.bracketed(names, name)
                        .or(() -> NearestWord.in(names, name).map(n -> "; did you mean '" + n + "'?"))
                        .orElse("")
                : "; of columns that differ only in upper and lower case each has a number: "
                        + String.join(", ", numbered);
    }

    /** Every column as its own type; NaN becomes missing. */
    private static String cast(List<TableColumn> columns) {
        var parts = new ArrayList<String>();
        for (TableColumn column : columns) {
            String name = Sql.name(column.name());
            String cast = "CAST(" + name + " AS " + DuckDbTypes.sqlType(column.type()) + ")";
            parts.add((column.type() == ColumnType.DOUBLE
                            ? "CASE WHEN NOT isnan(" + cast + ") THEN " + cast + " END"
                            : cast)
                    + " AS " + name);
        }
        return String.join(", ", parts);
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
        if (message.toLowerCase(Locale.ROOT).contains("gzip")) {
            return new InputError(
                            "the compressed file ends early or is damaged",
                            file.toString(),
                            "Copy or download it again; `gzip -t` tells whether it is whole")
                    .withCause(e);
        }
        if (message.contains("unicode")) {
            return new InputError(
                            "a line holds bytes that are no UTF-8 text",
                            place,
                            "Convert the file, for example  iconv -f latin1 -t utf8 OLD > NEW")
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
