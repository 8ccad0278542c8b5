package org.cellarius.duckdb;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.Answers;
import org.cellarius.engine.Engine.BlockConsumer;
import org.cellarius.engine.HeldColumns;
import org.cellarius.engine.PassingQuestions;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Question;
import org.cellarius.engine.RunFailure;
import org.cellarius.engine.Selection;
import org.cellarius.engine.StarTable;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/**
 * Answers about the rows of a table, in its order: from memory where its columns are held there, else from the database.
 *
 * @param held the columns that are in memory
 * @param folder where stars that must be put in order may lie meanwhile
 */
record StatisticsRun(Database database, int threads, Optional<HeldColumns> held, Path folder) {

    /** Rows of a chunk of the database. */
    private static final int CHUNK_ROWS = 2048;

    Answers answer(StarTable table, Collection<? extends Question<?>> questions, Progress progress) {
        var asked = new LinkedHashSet<Question<?>>(questions);
        return held.flatMap(h -> h.answers(table, asked, threads, reader(table, progress)))
                .orElseGet(() -> passing(table, asked, progress));
    }

    private Answers passing(StarTable table, Set<Question<?>> questions, Progress progress) {
        List<Question.Count> counts = questions.stream()
                .filter(Question.Count.class::isInstance)
                .map(Question.Count.class::cast)
                .toList();
        if (counts.size() == questions.size()) {
            return counted(table, counts);
        }
        if (questions.size() == 1) {
            return alone(table, questions.iterator().next(), progress);
        }
        try (var passing = new PassingQuestions(questions, threads, folder)) {
            read(Selection.of(table, passing.expressions()), passing, progress);
            return passing.answers();
        } catch (RunFailure | InputError e) {
            // An expression may fail for rows that its question's condition leaves out.
            return oneByOne(table, questions, progress);
        }
    }

    /** The database counts faster than we read. */
    private Answers counted(StarTable table, List<Question.Count> counts) {
        var answers = new Answers();
        if (counts.isEmpty()) {
            return answers;
        }
        boolean numbered = counts.stream().anyMatch(c -> c.condition().readsRowNumber());
        List<Long> numbers = database.counts(
                counts.stream().map(Question.Count::condition).toList(),
                numbered ? DuckDbTable.of(table).numberedSql() : DuckDbTable.sql(table));
        for (int k = 0; k < counts.size(); k++) {
            answers.add(counts.get(k), numbers.get(k));
        }
        return answers;
    }

    private Answers oneByOne(StarTable table, Set<Question<?>> questions, Progress progress) {
        var answers = new Answers();
        questions.forEach(q -> alone(table, q, progress).addTo(answers));
        return answers;
    }

    /** One question: the database leaves out the rows that it does not ask for. */
    private Answers alone(StarTable table, Question<?> question, Progress progress) {
        try (var passing = PassingQuestions.ofChosen(question, threads, folder)) {
            read(Selection.of(table, passing.expressions()).where(question.condition()), passing, progress);
            return passing.answers();
        }
    }

    void scan(Selection selection, BlockConsumer consumer, Progress progress) {
        boolean inMemory = held.filter(h -> h.scan(selection, threads, reader(selection.table(), progress), consumer))
                .isPresent();
        if (!inMemory) {
            read(selection, consumer, progress);
        }
    }

    /** Reads expressions of all rows. */
    HeldColumns.Reader reader(StarTable table, Progress progress) {
        return (expressions, consumer, told) ->
                read(Selection.of(table, expressions), consumer, told ? progress : Progress.SILENT);
    }

    private void read(Selection selection, BlockConsumer consumer, Progress progress) {
        int columns = selection.expressions().size();
        double[][] block = new double[columns][CHUNK_ROWS];
        progress.begin("reading stars", selection.table().rows());
        // A connection of its own: a streaming result blocks the connection it runs on.
        try (DuckDBConnection own = database.connection().duplicate();
                DuckDBPreparedStatement statement = own.prepare(SelectionSql.of(selection));
                DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
                int rows = (int) result.chunk().rowCount();
                for (int k = 0; k < columns; k++) {
                    TypedRows.read(result.chunk().vector(k), 0, rows, block[k], 0);
                }
                consumer.accept(rows, block);
                progress.advance(rows);
            }
        } catch (SQLException e) {
            throw DatabaseFailure.of(e);
        } finally {
            progress.end();
        }
    }
}
