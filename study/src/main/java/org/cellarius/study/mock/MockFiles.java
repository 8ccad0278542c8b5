package org.cellarius.study.mock;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.Precision;
import org.cellarius.engine.Derived;
import org.cellarius.engine.Engine;
import org.cellarius.engine.PartialFiles;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Relation;
import org.cellarius.engine.StageCache;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.mock.MockColumn;
import org.cellarius.galaxy.mock.MockColumn.Of;
import org.cellarius.galaxy.mock.MockPopulation;
import org.cellarius.galaxy.mock.MockSurveyKernel;
import org.cellarius.study.mock.MockFormat.File;
import org.cellarius.study.mock.MockFormat.MockFileColumn;
import org.cellarius.study.mock.MockFormat.Order;

/** Writes the files of a mock survey, and the truth of its stars. */
public final class MockFiles {

    /** One row a star: the survey's identifier, and what is true of it. */
    public static final String TRUTH = "truth.parquet";

    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Map<String, Double> fractions = new LinkedHashMap<>();
    private final MockOrder order;
    private final MockFormat format;
    private final Engine engine;
    private final Progress progress;

    /** Files of a survey in its own format. */
    public MockFiles(MockOrder order, Engine engine, Progress progress) {
        this.order = order;
        this.format = MockFormat.named(order.design().name());
        this.engine = engine;
        this.progress = progress;
    }

    /** Writes all files into a folder; gives their hashes by name. Each star is drawn twice, in the order of the files and in its own: that costs less than sorting. */
    public Map<String, String> write(Path folder) {
        var hashes = new LinkedHashMap<String, String>();
        Path scratch = folder.resolve("observations.parquet");
        long rows = MockSurveyKernel.observations(order.stars());
        Order drawn = mostFiles();
        StarTable raw = engine.generate(
                switch (drawn) {
                    case DRAWN -> LongStream.range(0, rows).iterator();
                    case SHUFFLED -> ShuffledOrder.numbers(rows);
                },
                rows,
                order.kernel(used()),
                scratch,
                progress);
        Relation observations = identified(raw);
        for (File file : format.files()) {
            Path path = folder.resolve(file.name());
            write(observations, drawn, file, path);
            hashes.put(file.name(), StageCache.sha256Of(path));
        }
        PartialFiles.delete(scratch);
        hashes.put(TRUTH, truth(folder));
        return hashes;
    }

    /** The order in which most files stand: these need no sorting. */
    private Order mostFiles() {
        long shuffled =
                format.files().stream().filter(f -> f.order() == Order.SHUFFLED).count();
        return 2 * shuffled > format.files().size() ? Order.SHUFFLED : Order.DRAWN;
    }

    /** Shares of the populations among the stars, after writing; none of a simulation. */
    public Map<String, Double> fractions() {
        return fractions;
    }

    private String truth(Path folder) {
        Path path = folder.resolve(TRUTH);
        long rows = order.stars();
        Path scratch = folder.resolve("stars.parquet");
        StarTable raw = engine.generate(
                LongStream.range(0, rows).iterator(), rows, order.kernel(truthColumns()), scratch, progress);
        StarTable stars = engine.write(told(raw), path);
        PartialFiles.delete(scratch);
        if (order.simulation().isEmpty()) {
            List<MockPopulation> populations = order.recipe().populations();
            Expression number =
                    stars.require(MockColumn.POPULATION.word(), TRUTH).value();
            for (int k = 0; k < populations.size(); k++) {
                long count = engine.count(stars, number.isEqualTo(Expression.of((long) k)));
                fractions.put(populations.get(k).word(), count / (double) rows);
            }
        }
        return StageCache.sha256Of(path);
    }

    /** The columns of the truth: identifiers first. */
    private Relation told(StarTable drawn) {
        Relation stars = identified(drawn);
        StarTable shape = StarTable.shape(stars.columns());
        var columns = new ArrayList<>(List.of(Derived.of(shape.require(format.identifier(), TRUTH))));
        format.identifiers().keySet().stream()
                .filter(name -> !name.equals(format.identifier()))
                .sorted()
                .forEach(name -> columns.add(Derived.of(shape.require(name, TRUTH))));
        truthColumns().stream()
                .filter(c -> c != MockColumn.OBSERVATION && c != MockColumn.VISIT)
                .filter(c -> !format.identifiers().containsKey(c.word()))
                .forEach(c -> columns.add(Derived.of(shape.require(c.word(), TRUTH))));
        return stars.project(columns);
    }

    private static List<MockColumn> truthColumns() {
        return Arrays.stream(MockColumn.values())
                .filter(c -> c.of() == Of.ROW || c.of() == Of.TRUTH)
                .toList();
    }

    /** The columns that the format reads; those of rows always. */
    private List<MockColumn> used() {
        Set<String> words = format.expressions()
                .flatMap(e -> WORD.matcher(e).results().map(m -> m.group()))
                .collect(Collectors.toSet());
        return Arrays.stream(MockColumn.values())
                .filter(c -> c.of() == Of.ROW || words.contains(c.word()))
                .toList();
    }

    /** The numbers of rows as whole ones, and the identifiers behind them. */
    private Relation identified(StarTable drawn) {
        List<Derived> whole = drawn.columns().stream()
                .map(c -> isRow(c)
                        ? new Derived(new TableColumn(c.name(), ColumnType.LONG, "", c.description()), c.value())
                        : Derived.of(c))
                .toList();
        Relation with = Relation.of(drawn).project(whole);
        StarTable numbered = StarTable.shape(with.columns());
        for (Map.Entry<String, String> e : format.identifiers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            if (numbered.column(e.getKey()).isEmpty()) {
                Expression value = engine.expression(e.getValue(), numbered, where("identifiers", e.getKey()));
                with = with.with(new TableColumn(e.getKey(), value.type(), "", "identifier"), value);
            }
        }
        return with;
    }

    private static boolean isRow(TableColumn column) {
        return Arrays.stream(MockColumn.values())
                .anyMatch(c -> c.of() == Of.ROW && c.word().equals(column.name()));
    }

    private String where(String... path) {
        return format.survey() + ".yaml, " + String.join(", ", path);
    }

    private void write(Relation observations, Order drawn, File file, Path path) {
        progress.begin("writing " + file.name(), 0);
        StarTable shape = StarTable.shape(observations.columns());
        Relation rows = observations;
        if (file.rows().isPresent()) {
            rows = rows.filter(engine.expression(file.rows().get(), shape, where(file.name(), "rows")));
        }
        if (file.order() != drawn) {
            Expression number = shape.require(MockColumn.OBSERVATION.word(), "").value();
            rows = rows.sorted(List.of(
                    switch (file.order()) {
                        case DRAWN -> number;
                        case SHUFFLED -> ShuffledOrder.of(number);
                    }));
        }
        List<Derived> columns = file.columns().stream()
                .map(c -> column(c, shape, where(file.name(), c.name())))
                .toList();
        Path scratch = path.resolveSibling("file.parquet");
        StarTable table = engine.write(rows.project(columns), scratch);
        engine.export(table, path, progress);
        PartialFiles.delete(scratch);
    }

    private Derived column(MockFileColumn c, StarTable observations, String where) {
        Expression value = engine.expression(c.value(), observations, where);
        ColumnType type = c.whole() ? ColumnType.LONG : value.type();
        Precision precision = type == ColumnType.DOUBLE ? c.precision() : Precision.DOUBLE;
        return new Derived(
                new TableColumn(c.name(), type, c.unit(), "", "", Optional.empty(), precision),
                precision == Precision.SINGLE ? rounded(value) : value);
    }

    /** The nearest number of 24 bits (Dekker 1971): what single precision holds. */
    private static Expression rounded(Expression value) {
        Expression far = value.times(Expression.of(0x1p29 + 1));
        return far.minus(far.minus(value));
    }
}
