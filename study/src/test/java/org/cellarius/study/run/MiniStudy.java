package org.cellarius.study.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.engine.Engine;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.Progress;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.study.result.Cutflow;
import org.cellarius.study.result.RunResult;
import org.cellarius.study.run.RunOptions.Overwrite;

/** A small study in a folder of its own: files written as texts, run, and looked at. */
record MiniStudy(Path folder) {

    /** A product that every mini study can measure. */
    static final String LINE = """
            products:
              line: {kind: gradient, x: x, y: y, method: ols, minimum-count: 3}
            """;

    /** A study of {@code stars.csv} with these columns, in flow style, and further sections. */
    static String of(String columns, String sections) {
        return """
                study: mini
                catalogues:
                  survey: {file: stars.csv, columns: %s}
                %s
                """.formatted(columns, sections);
    }

    MiniStudy file(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MiniStudy study(String text) {
        return file("study.yaml", text);
    }

    /** Writes {@code stars.csv} in the format that the ending of {@code name} says. */
    MiniStudy convert(String name) {
        try (var engine = Engine.open(EngineSettings.in(folder, List.of(folder.resolve("stars.csv"))))) {
            StarTable table = engine.importTable(
                    TableFile.open(folder.resolve("stars.csv"), TableSelection.automatic()),
                    Optional.empty(),
                    folder.resolve("stars.parquet"),
                    Progress.SILENT);
            engine.export(table, folder.resolve(name));
            return this;
        }
    }

    Path output() {
        return folder.resolve("out");
    }

    Path cache() {
        return folder.resolve("cache");
    }

    RunResult run() {
        return prepared(output(), cache(), Overwrite.REFUSE, 2).run();
    }

    RunResult replace() {
        return prepared(output(), cache(), Overwrite.REPLACE, 2).run();
    }

    List<String> check() {
        return prepared(output(), cache(), Overwrite.REFUSE, 2).check();
    }

    StudyRun prepared(Path out, Path cache, Overwrite overwrite, int threads) {
        return prepared(out, cache, overwrite, threads, DataFolders.NONE);
    }

    StudyRun prepared(Path out, Path cache, Overwrite overwrite, int threads, Optional<Path> data) {
        return prepared(
                out,
                cache,
                overwrite,
                threads,
                data.map(d -> new DataFolders(List.of(d), Map.of())).orElse(DataFolders.NONE));
    }

    StudyRun prepared(Path out, Path cache, Overwrite overwrite, int threads, DataFolders data) {
        return new StudyRun(
                new RunOptions(folder.resolve("study.yaml"), data, out, cache, overwrite, threads, 512),
                Progress.SILENT);
    }

    /** A query over the star table that a run left; {@code stars} stands for it. */
    List<List<String>> stars(String select) {
        return rows(select.replace("stars", "'" + output().resolve("stars.parquet") + "'"));
    }

    /** The rows of a query, as texts. */
    static List<List<String>> rows(String query) {
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            var rows = new ArrayList<List<String>>();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int k = 1; k <= result.getMetaData().getColumnCount(); k++) {
                    String value = result.getString(k);
                    row.add(value == null ? "missing" : value);
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** The names in the folder, for seeing that nothing was left behind. */
    static List<String> names(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(f -> String.valueOf(f.getFileName())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cut flow as lines such as {@code cut near: x < 3 | 5 4 1}. */
    static List<String> flow(RunResult result) {
        return result.cutflow().entries().stream().map(MiniStudy::line).toList();
    }

    private static String line(Cutflow.Entry e) {
        return "%s %s | %d %d %d".formatted(e.step(), e.detail(), e.before(), e.after(), e.affected());
    }

    /** The main table of a product. */
    static SmallTable table(RunResult result, String name) {
        return result.products().stream()
                .flatMap(p -> p.tables().entrySet().stream())
                .filter(t -> t.getKey().equals(name))
                .map(java.util.Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** A column of a result table as numbers. */
    static double[] column(SmallTable table, String name) {
        int k = table.columns().stream().map(TableColumn::name).toList().indexOf(name);
        return table.rows().stream()
                .mapToDouble(row -> switch (row.get(k)) {
                    case SmallTable.Real v -> v.value();
                    case SmallTable.Count v -> v.value();
                    case SmallTable.Text v -> Double.NaN;
                })
                .toArray();
    }

    /** A column of a result table as texts. */
    static List<String> texts(SmallTable table, String name) {
        int k = table.columns().stream().map(TableColumn::name).toList().indexOf(name);
        return table.rows().stream().map(row -> textOf(row.get(k))).toList();
    }

    private static String textOf(SmallTable.Value value) {
        return switch (value) {
            case SmallTable.Real v -> String.valueOf(v.value());
            case SmallTable.Count v -> String.valueOf(v.value());
            case SmallTable.Text v -> v.value();
        };
    }
}
