package org.cellarius.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.TableFile;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.Partial;
import org.cellarius.galaxy.column.Tasks;

/** Where star tables live and steps run. All outputs are Parquet files that appear whole or not at all. */
public interface Engine extends AutoCloseable {

    /** An engine on the same database for a second thread, to be closed before this one. */
    Engine beside();

    /**
     * Brings a catalogue file into a star table.
     *
     * @param columns the columns wanted, by the file's names; empty for all that can be read
     */
    StarTable importTable(TableFile file, Optional<List<String>> columns, Path output, Progress progress);

    /** The whole file as a Parquet file for the astronomer, without a copy in between. */
    StarTable convertToParquet(TableFile file, Path output, Progress progress);

    /** The columns of a catalogue file; a delimited text is read for its types, of other formats only the header is. */
    List<TableColumn> columnsOf(TableFile file);

    /** The named columns of a catalogue file; all names that it does not have are told. */
    List<TableColumn> columnsOf(TableFile file, List<String> named);

    /** A Parquet file as a star table; only its schema is read. */
    StarTable open(Path parquet);

    /** Opens a Parquet file of another program where it lies; NaN in it is missing. */
    StarTable openForeign(Path parquet);

    /** What the engine leaves out of a file that it reads itself, as whole sentences; the notes of the file are apart. */
    List<String> notesOf(TableFile file);

    /** Writes the result of a query with the given columns' units and descriptions. */
    StarTable write(String query, List<TableColumn> columns, Path output);

    /** A table of these columns without rows, over which expressions are read. */
    StarTable shape(List<TableColumn> columns);

    /** The rows of a table, to be taken through steps. */
    StarStream stream(StarTable table);

    /**
     * The rows of a catalogue file, to be taken through steps as they are read. Behind the columns stands {@link StarStream#ROW}.
     *
     * @param columns the columns wanted, by the file's names
     */
    StarStream stream(TableFile file, List<String> columns, Progress progress);

    /**
     * A stream with the outputs of a kernel, then {@code status}, behind its kept columns.
     *
     * @param inputs SQL expressions for the kernel's inputs, in its order and units
     * @param kept names of the columns to keep, in order
     */
    StarStream compute(StarStream before, ColumnKernel kernel, List<String> inputs, List<String> kept);

    /** Takes the rows of a stream through its steps and writes what comes out. */
    PassedStars write(StarStream stream, Path output, Progress progress);

    /** What {@link #write(StarStream, Path, Progress)} has written before. */
    PassedStars openPassed(Path parquet);

    /** Counts rows of a table. */
    Tally.Found count(StarTable table, Tally tally);

    /** Writes a small table that is in memory. */
    StarTable store(SmallTable table, Path output);

    /**
     * Writes a star table in the format that the file's ending names. An existing file is replaced.
     *
     * @param progress hears what of the table the format cannot hold
     */
    void export(StarTable table, Path output, Progress progress);

    /** The same for tables of our own making, which every format holds. */
    default void export(StarTable table, Path output) {
        export(table, output, Progress.SILENT);
    }

    /**
     * Runs a kernel over all rows and appends its output columns, then {@code status}, to the kept ones.
     *
     * @param inputs SQL expressions for the kernel's inputs, in its order and units
     * @param kept names of the columns to keep, in order
     */
    StarTable applyKernel(
            StarTable table,
            ColumnKernel kernel,
            List<String> inputs,
            List<String> kept,
            Path output,
            Progress progress);

    /**
     * The same for kernels that take long: their results are kept part by part in a folder, and a run that was killed goes on
     * after the last part. The caller gives the folder a name that belongs to this table, kernel and inputs, and deletes it
     * when the output is where it should be.
     */
    StarTable applyKernelInParts(
            StarTable table,
            ColumnKernel kernel,
            List<String> inputs,
            List<String> kept,
            Path parts,
            Path output,
            Progress progress);

    /** Writes the rows of two tables that lie at the same place on the sky, side by side. */
    SkyMatchResult match(SkySide a, SkySide b, SkyMatch match, Path output, Progress progress);

    /** Generates a table: the kernel's one input is the row number 0, 1, &hellip; */
    StarTable generate(long rows, ColumnKernel kernel, Path output, Progress progress);

    /** Folds a statistic over the selected rows, in order, in blocks of a fixed number of rows. */
    <S> S fold(Selection selection, Partial<S> partial, Progress progress);

    /** Hands over the selected rows in order, block by block. */
    void scan(Selection selection, BlockConsumer consumer, Progress progress);

    /**
     * Says that many statistics will ask for this table: its columns stay in memory once they are read, as long as there is room. Another table
     * takes the place of the one before.
     */
    void keepColumnsOf(StarTable table);

    /** Does tasks side by side on as many threads as the engine was given. */
    Tasks tasks();

    /** Number of the selected rows. */
    long count(Selection selection);

    /** Numbers of the only row of a query; NaN for null. */
    double[] numbers(String query);

    /** All rows of a small result, as texts; empty for null. */
    List<List<Optional<String>>> rows(String query);

    /** Reads an expression that a user wrote: one expression, known functions, existing columns. */
    Expression expression(String text, StarTable table, String where);

    /** What should be said of the expressions read so far, each sentence once: spellings that are often meant otherwise. */
    List<String> remarks();

    /** Closes the engine; tables stay. */
    @Override
    void close();

    /** Receives blocks of rows. */
    @FunctionalInterface
    interface BlockConsumer {
        /** {@code in[k][i]} is expression k of row i, NaN where missing; valid during the call only. */
        void accept(int rows, double[][] in);
    }
}
