package org.cellarius.engine;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.ServiceLoader;
import org.cellarius.catalogue.TableFile;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.Partial;
import org.cellarius.galaxy.column.Tasks;

/**
 * Where star tables live and steps run: the port to a database or a cluster.
 *
 * <table>
 * <caption>What every engine keeps to</caption>
 * <tr><td>meaning</td><td>Expressions mean what {@link org.cellarius.engine.expression} says, relations what {@link Relation} says. Two engines give the same rows and, but
 * for the last digits of sums, the same numbers.</td></tr>
 * <tr><td>order</td><td>Rows keep their order; what is folded is folded in parts of a fixed number of rows, merged in that order. Results do not depend on the number of
 * threads.</td></tr>
 * <tr><td>threads</td><td>One thread at a time calls an engine; it computes on as many as its settings say. {@link #beside} gives another thread an engine of its own on
 * the same tables. Kernels and partials are called on threads of the engine, those of one call not at the same time but for {@link ColumnKernel#apply}.</td></tr>
 * <tr><td>lifetime</td><td>Tables can be read until the engine is closed; files stay.</td></tr>
 * <tr><td>files</td><td>An output appears whole or not at all. Nothing is read or written but what the settings name.</td></tr>
 * <tr><td>failures</td><td>{@link org.cellarius.catalogue.InputError} for what the user can mend, {@link RunFailure} for a disk that is full and its like.</td></tr>
 * <tr><td>memory</td><td>That of the settings, whatever the number of rows; {@link #keepColumnsOf} says what may take more.</td></tr>
 * </table>
 */
public interface Engine extends AutoCloseable {

    /** An engine of the kind that is on the class path. */
    static Engine open(EngineSettings settings) {
        return ServiceLoader.load(EngineProvider.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no engine is installed"))
                .open(settings);
    }

    /** An engine on the same tables for a second thread, to be closed before this one. */
    Engine beside();

    /** Does tasks side by side on as many threads as the engine was given. */
    Tasks tasks();

    // ---- files and tables

    /**
     * Brings a catalogue file into a star table: one reading, one writing.
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

    /** A table that this kind of engine has written; only its description is read. */
    StarTable open(Path written);

    /** Opens a Parquet file of another program where it lies; NaN in it is missing. */
    StarTable openForeign(Path parquet);

    /** What the engine leaves out of a file that it reads itself, as whole sentences; the notes of the file are apart. */
    List<String> notesOf(TableFile file);

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

    /** Copies a table that this engine has written, as it lies. */
    void copy(StarTable table, Path output);

    // ---- expressions

    /**
     * Reads an expression that a user wrote: one expression, known functions, existing columns. No row is read.
     *
     * @param where the place in the study, or the option, for errors
     */
    Expression expression(String text, StarTable table, String where);

    /** What should be said of the expressions read so far, each sentence once: spellings that are often meant otherwise. */
    List<String> remarks();

    // ---- relations

    /** Writes the rows of a relation: one pass over its tables, a sort where it asks for one. */
    StarTable write(Relation relation, Path output);

    /** The rows of a small relation, in memory. Missing texts are empty, missing numbers NaN. */
    SmallTable read(Relation relation);

    /** Answers about all rows of a table, in one pass: a number each, NaN where there is none. */
    default double[] answers(StarTable table, List<Aggregate> wanted) {
        return read(Relation.of(table).answers(wanted)).numbers(0);
    }

    /** What a table holds, column by column, and its first rows. */
    TableSummary summary(StarTable table, int sampleRows);

    // ---- one pass

    /** The rows of a table, to be taken through steps. */
    StarStream stream(StarTable table);

    /**
     * The rows of a catalogue file, to be taken through steps as they are read. Behind the columns stands {@link StarStream#ROW}.
     *
     * @param columns the columns wanted, by the file's names
     */
    StarStream stream(TableFile file, List<String> columns, Progress progress);

    /** Takes the rows of a stream through its steps and writes what comes out, with what was counted. */
    PassedStars write(StarStream stream, Path output, Progress progress);

    // ---- kernels

    /**
     * Runs a kernel over all rows and appends its output columns, then {@code status}, to the kept ones.
     *
     * @param inputs for the kernel's inputs, in its order and units
     * @param kept names of the columns to keep, in order
     */
    StarTable applyKernel(
            StarTable table,
            ColumnKernel kernel,
            List<Expression> inputs,
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
            List<Expression> inputs,
            List<String> kept,
            Path parts,
            Path output,
            Progress progress);

    /** Generates a table: the kernel's one input is the row number 0, 1, &hellip; */
    StarTable generate(long rows, ColumnKernel kernel, Path output, Progress progress);

    /**
     * Generates a table that is soon deleted: the kernel's outputs alone, unpacked, written while they come. The database is not asked.
     *
     * @param numbers the kernel's one input, row by row
     * @param rows how many there are
     */
    StarTable generate(
            PrimitiveIterator.OfLong numbers, long rows, ColumnKernel kernel, Path output, Progress progress);

    // ---- the sky

    /** Writes the rows of two tables that lie at the same place on the sky, side by side. Places are in memory, 80 bytes a row. */
    SkyMatchResult match(SkySide a, SkySide b, SkyMatch match, Path output, Progress progress);

    /** Writes the table without repeated stars. */
    StarTable withoutRepeats(StarTable table, Deduplication repeats, Path output);

    /** Writes all ordered pairs of rows that repeat each other: {@code row_a, row_b}, and {@code worse}, 1 where a is the worse of both. */
    StarTable repeatedPairs(StarTable table, Deduplication repeats, Path output);

    // ---- statistics

    /**
     * Answers questions about the rows of a table: from memory where its columns are kept there, else all together in one pass. Rows are folded in the table's order in parts
     * of a fixed number of rows, on as many threads as the settings say; neither threads nor memory change a bit of an answer.
     */
    Answers answer(StarTable table, Collection<? extends Question<?>> questions, Progress progress);

    /** Number of the rows of a table that fulfil a condition: one question alone. */
    default long count(StarTable table, Expression condition) {
        var question = new Question.Count(condition);
        return answer(table, List.of(question), Progress.SILENT).to(question);
    }

    /** Counts rows of a table: one pass, and another one where something is suspected. */
    default Tally.Found count(StarTable table, Tally tally) {
        return tally.counted(conditions -> {
            List<Question.Count> questions =
                    conditions.stream().map(Question.Count::new).toList();
            Answers answers = answer(table, questions, Progress.SILENT);
            return questions.stream().map(answers::to).toList();
        });
    }

    /** Folds a statistic over the selected rows, in the table's order: one question alone. */
    default <S> S fold(Selection selection, Partial<S> partial, Progress progress) {
        if (!selection.orderBy().isEmpty()) {
            throw new IllegalArgumentException("statistics are folded in the table's order");
        }
        var question = new Question.Folded<>(partial, selection.expressions(), selection.where());
        return answer(selection.table(), List.of(question), progress).to(question);
    }

    /** Hands over the selected rows in order, block by block. */
    void scan(Selection selection, BlockConsumer consumer, Progress progress);

    /**
     * Says that many questions will be asked of this table, and reads all that they read, in one pass, where it fits into memory; what is asked beyond that is read when it is
     * asked for and kept as long as there is room. Another table takes the place of the one before.
     *
     * @param numbers that will be read
     * @param conditions that questions will be made of
     * @return whether all of it is in memory, so that questions cost no pass
     */
    boolean keepColumnsOf(StarTable table, List<Expression> numbers, List<Expression> conditions, Progress progress);

    /** Closes the engine; tables that were written stay. */
    @Override
    void close();

    /** Receives blocks of rows. */
    @FunctionalInterface
    interface BlockConsumer {
        /** {@code in[k][i]} is expression k of row i, NaN where missing; valid during the call only. */
        void accept(int rows, double[][] in);
    }
}
