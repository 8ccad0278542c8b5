package org.cellarius.duckdb;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.Precision;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.TableWriter;
import org.cellarius.engine.Packing;
import org.cellarius.engine.PartialFiles;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.duckdb.DuckDBConnection;

/** Writes a star table in any format, by the ending of the file; the file appears whole or not at all. */
final class TableExport {

    private final Database database;
    private final DuckDBConnection connection;

    TableExport(Database database) {
        this.database = database;
        this.connection = database.connection();
    }

    void write(StarTable table, Path output, TableFormat format, Progress progress) {
        progress.during("writing " + output.getFileName(), () -> {
            PartialFiles.write(output, partial -> write(table, partial, output, format, progress));
            return output;
        });
    }

    private void write(StarTable table, Path partial, Path output, TableFormat format, Progress progress) {
        switch (format) {
            case PARQUET ->
                database.copy("SELECT * FROM " + DuckDbTable.sql(table), table.columns(), Packing.PUBLIC, partial);
            case CSV -> delimited(table, partial, output, ",", List.of());
            case TSV -> delimited(table, partial, output, "\t", List.of());
            case TEXT -> delimited(table, partial, output, " ", BlankSeparated.quoted(database, table, output));
            case FITS, VOTABLE, ECSV, HDF5, FEATHER, CDS ->
                TableWriter.write(
                        partial,
                        format,
                        described(table),
                        table.rows(),
                        indices -> rows(table, indices),
                        Map.of(),
                        progress::note);
        }
    }

    /** Plain column names, so that scripts find them: delimited text keeps no units. */
    private void delimited(StarTable table, Path partial, Path output, String delimiter, List<String> quoted) {
        String columns = table.columns().stream().map(NumberTexts::written).collect(Collectors.joining(", "));
        boolean text = delimiter.equals(" ");
        database.execute("COPY (SELECT " + columns + " FROM " + DuckDbTable.sql(table) + ") TO " + Sql.text(partial)
                + " (FORMAT csv, HEADER true, USE_TMP_FILE false, DELIMITER " + Sql.text(delimiter)
                + ", NULLSTR " + Sql.text(text ? "nan" : "")
                + (quoted.isEmpty()
                        ? ""
                        : quoted.stream().map(Sql::name).collect(Collectors.joining(", ", ", FORCE_QUOTE (", ")")))
                + ", COMPRESSION " + Sql.text(output.toString().endsWith(".gz") ? "gzip" : "none") + ")");
    }

    /** The columns; of single precision are only those of which 32 bits hold every value as it is. */
    private List<ColumnDescription> described(StarTable table) {
        List<TableColumn> single = table.columns().stream()
                .filter(c -> c.type() == ColumnType.DOUBLE && c.precision() == Precision.SINGLE)
                .toList();
        if (single.isEmpty()) {
            return table.columns().stream().map(TableColumn::described).toList();
        }
        double[] others = database.numbers("SELECT "
                + single.stream()
                        .map(c -> Sql.name(c.name()))
                        .map(c -> "count(*) FILTER (CAST(TRY_CAST(" + c + " AS FLOAT) AS DOUBLE) IS DISTINCT FROM " + c
                                + ")")
                        .collect(Collectors.joining(", "))
                + " FROM " + DuckDbTable.of(table).sql(single));
        Set<String> exact = IntStream.range(0, others.length)
                .filter(k -> others[k] == 0)
                .mapToObj(k -> single.get(k).name())
                .collect(Collectors.toSet());
        return table.columns().stream()
                .map(c -> c.described().inSinglePrecision(exact.contains(c.name())))
                .toList();
    }

    private BlockReader rows(StarTable table, int[] indices) {
        return ResultBlocks.of(
                connection,
                DuckDbTable.sql(table),
                Arrays.stream(indices).mapToObj(table.columns()::get).toList());
    }
}
