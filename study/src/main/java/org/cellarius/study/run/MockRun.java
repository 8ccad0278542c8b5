package org.cellarius.study.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.Engine;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.PartialFiles;
import org.cellarius.engine.Progress;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.galaxy.mock.NothingSeen;
import org.cellarius.measure.product.ResultRow;
import org.cellarius.study.mock.MockFiles;
import org.cellarius.study.mock.MockOrder;
import org.cellarius.study.mock.MockTruth;
import org.cellarius.study.run.RunOptions.Overwrite;

/**
 * Makes a mock survey: its files, and its truth. The numbers of the truth are those of a study of its own, {@code truth.yaml}, which measures the true values of the stars, without
 * errors, by least squares.
 *
 * @param order which mock
 * @param truthStudy the study of true values
 * @param threads threads of the database
 * @param memoryMiB memory of the database, MiB
 */
public record MockRun(MockOrder order, Path truthStudy, int threads, long memoryMiB) {

    /** Writes everything into an existing, empty folder. */
    public MockTruth write(Path folder, Progress progress) {
        Map<String, String> hashes;
        Map<String, Double> fractions;
        try (Engine engine = Engine.open(
                new EngineSettings(folder, List.of(), List.of(folder), threads, memoryMiB).forPassingTables())) {
            var files = new MockFiles(order, engine, progress);
            hashes = files.write(folder);
            fractions = files.fractions();
        } catch (RuntimeException e) {
            throw nothingSeen(e);
        }
        var truth = new MockTruth(
                order.design().name(),
                order.stars(),
                order.seed(),
                order.galaxy(),
                fractions,
                hashes,
                numbers(folder, progress));
        truth.write(folder);
        return truth;
    }

    /** What was thrown, or an error for the user where no star is seen. */
    private static RuntimeException nothingSeen(RuntimeException thrown) {
        for (Optional<Throwable> cause = Optional.of(thrown);
                cause.isPresent();
                cause = cause.map(Throwable::getCause)) {
            if (cause.get() instanceof NothingSeen nothing) {
                return new InputError(
                                String.valueOf(nothing.getMessage()),
                                "",
                                "Look at ages and radii of the particles with  cellarius describe ; ages are in Gyr, radii in kpc")
                        .withCause(thrown);
            }
        }
        return thrown;
    }

    private List<MockTruth.TrueNumber> numbers(Path folder, Progress progress) {
        Path scratch = folder.resolve("truth-study");
        var options = new RunOptions(
                truthStudy,
                new DataFolders(List.of(folder), Map.of()),
                scratch.resolve("result"),
                scratch.resolve("cache"),
                Overwrite.REPLACE,
                threads,
                memoryMiB);
        try {
            var numbers = new ArrayList<MockTruth.TrueNumber>();
            new StudyRun(options, progress).gradients().forEach((name, table) -> numbers.addAll(slopes(name, table)));
            return numbers;
        } catch (InputError e) {
            progress.note("no slope of the truth was measured: " + e.what() + ". Give more --stars");
            return List.of();
        } finally {
            PartialFiles.delete(scratch);
        }
    }

    /** The slopes of a table; none where it has no such column. */
    private static List<MockTruth.TrueNumber> slopes(String product, SmallTable table) {
        OptionalInt slope = table.at("slope");
        if (slope.isEmpty() || table.at(ColumnRole.Key.SLICE).isEmpty()) {
            return List.of();
        }
        String unit = table.columns().get(slope.getAsInt()).unit();
        List<ResultRow> rows = ResultRow.of(table, "slope", product, MockTruth.FILE);
        var numbers = new ArrayList<MockTruth.TrueNumber>();
        for (int k = 0; k < rows.size(); k++) {
            ResultRow row = rows.get(k);
            int at = k;
            if (Double.isFinite(row.value())) {
                double error = Double.isFinite(row.error()) ? row.error() : 0;
                numbers.add(new MockTruth.TrueNumber(
                        product,
                        keys(table, k),
                        row.slice(),
                        row.low(),
                        row.high(),
                        "slope",
                        row.value(),
                        error,
                        unit));
                scatter(table, at)
                        .ifPresent(rms -> numbers.add(new MockTruth.TrueNumber(
                                product,
                                keys(table, at),
                                row.slice(),
                                row.low(),
                                row.high(),
                                "scatter",
                                rms,
                                0,
                                "dex")));
            }
        }
        return numbers;
    }

    /** Scatter of the stars about a line through them; none about lines through medians. */
    private static OptionalDouble scatter(SmallTable table, int row) {
        OptionalInt rms = table.at("rms");
        if (rms.isEmpty() || table.at("median_points").isPresent()) {
            return OptionalDouble.empty();
        }
        double value = SmallTable.number(table.rows().get(row), rms);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** What names a row beside its slice. */
    private static Map<String, String> keys(SmallTable table, int row) {
        var keys = new LinkedHashMap<String, String>();
        for (ColumnRole.Key key : List.of(ColumnRole.Key.POPULATION, ColumnRole.Key.VARIANT)) {
            OptionalInt at = table.at(key);
            if (at.isPresent()) {
                TableColumn column = table.columns().get(at.getAsInt());
                String text = SmallTable.text(table.rows().get(row), at);
                if (!text.isEmpty()) {
                    keys.put(column.name(), text);
                }
            }
        }
        return keys;
    }
}
