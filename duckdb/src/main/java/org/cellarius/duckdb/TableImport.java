package org.cellarius.duckdb;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.Mistakes;
import org.cellarius.catalogue.ParquetTable;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFile;
import org.cellarius.engine.ColumnList;
import org.cellarius.engine.FileColumn;
import org.cellarius.engine.Packing;
import org.cellarius.engine.Progress;
import org.cellarius.engine.RunFailure;
import org.cellarius.engine.StarStreamSource;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.duckdb.DuckDBConnection;

/** Brings catalogue files into Parquet: text and astronomical formats block by block, foreign Parquet by SQL. NaN becomes missing. */
final class TableImport {

    private final Database database;
    private final DuckDBConnection connection;
    private final Packing packing;

    TableImport(Database database, Packing packing) {
        this.database = database;
        this.connection = database.connection();
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
            case ParquetTable parquet -> parquet(parquet, all, chosen, output, progress);
        };
    }

    /** The wanted columns of a file as the source of a stream; what is to be said of the file is told. */
    StarStreamSource source(TableFile file, List<String> wanted, Progress progress) {
        List<FileColumn> all = columns(file);
        String renamed = FileColumn.renamed(all);
        if (!renamed.isEmpty()) {
            progress.note(file.path() + ": " + renamed);
        }
        return switch (file) {
            case StreamedTable streamed ->
                new StarStreamSource.OfFile(streamed, chosen(all, Optional.of(wanted), file.path()));
            case ParquetTable parquet -> {
                StarTable table = database.openForeign(parquet.path());
                yield new StarStreamSource.OfTable(
                        table,
                        Stream.concat(
                                        wanted.stream()
                                                .map(name -> table.require(
                                                        name, file.path().toString())),
                                        Stream.of(StarStreamSource.NUMBER))
                                .toList());
            }
        };
    }

    /** The named columns of a file; a name that it does not have is an error. */
    List<TableColumn> columnsOf(TableFile file, List<String> named) {
        return chosen(columns(file), Optional.of(named), file.path()).stream()
                .map(FileColumn::column)
                .toList();
    }

    List<TableColumn> columnsOf(TableFile file) {
        return columns(file).stream().map(FileColumn::column).toList();
    }

    private List<FileColumn> columns(TableFile file) {
        List<ColumnDescription> described = switch (file) {
            case StreamedTable streamed -> streamed.columns();
            case ParquetTable parquet ->
                ParquetSchema.foreign(database, parquet.path()).columns();
        };
        return FileColumn.of(described);
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
                return database.write("SELECT * FROM " + source.sql(), columns, output, packing);
            } catch (RunFailure | InputError e) {
                if (source.failure().get() instanceof RuntimeException mine) {
                    throw mine;
                }
                throw e;
            }
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        } finally {
            progress.end();
        }
    }

    private StarTable parquet(
            ParquetTable table, List<FileColumn> all, List<FileColumn> chosen, Path output, Progress progress) {
        List<TableColumn> columns = chosen.stream().map(FileColumn::column).toList();
        ForeignParquet foreign = ParquetSchema.foreign(database, table.path());
        foreign.leftOut().forEach(column -> progress.note(column.toString()));
        List<String> names = all.stream().map(c -> c.column().name()).toList();
        // Their values are of their types and without NaN already: a second look would cost as much again in wide
        // tables.
        String selected = columns.stream().map(TableColumn::name).map(Sql::name).collect(Collectors.joining(", "));
        return progress.during(
                "reading " + table.path().getFileName(),
                () -> database.write("SELECT " + selected + " FROM " + foreign.sql(names), columns, output, packing));
    }

    private static List<FileColumn> chosen(List<FileColumn> all, Optional<List<String>> wanted, Path file) {
        if (wanted.isEmpty()) {
            return all;
        }
        List<String> names = all.stream().map(c -> c.column().name()).toList();
        var chosen = new ArrayList<FileColumn>();
        var mistakes = new Mistakes();
        for (String name : wanted.get()) {
            all.stream()
                    .filter(c -> c.column().name().equalsIgnoreCase(name))
                    .findFirst()
                    .ifPresentOrElse(
                            chosen::add,
                            () -> mistakes.add(new InputError(
                                    "there is no column '" + name + "'" + meant(name, all, names),
                                    file.toString(),
                                    "The columns are " + ColumnList.listed(names))));
        }
        mistakes.check();
        return chosen;
    }

    private static String meant(String name, List<FileColumn> all, List<String> names) {
        List<String> numbered = all.stream()
                .filter(c -> c.inFile().equalsIgnoreCase(name))
                .map(c -> "'" + c.column().name() + "' (in the file " + c.inFile() + ")")
                .toList();
        return numbered.isEmpty()
                ? ColumnList.bracketed(names, name).orElseGet(() -> ColumnList.near(names, name))
                : "; of columns that differ only in upper and lower case each has a number: "
                        + String.join(", ", numbered);
    }
}
