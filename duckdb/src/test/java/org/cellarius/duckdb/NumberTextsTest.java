package org.cellarius.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.Precision;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers of single precision as texts: 0.05, and not 0.05000000074505806, whatever way the table has gone. */
class NumberTextsTest {

    @TempDir
    Path folder;

    private DuckDbEngine engine;
    private Path file;

    @BeforeEach
    void open() {
        engine = DuckDbEngine.open(EngineSettings.in(folder, List.of()));
        file = folder.resolve("stars.parquet");
        engine.database()
                .execute(
                        "COPY (SELECT x::FLOAT AS single, x::FLOAT::DOUBLE AS full_, id FROM (VALUES (0.05, 1), (1e-30, 2),"
                                + " (20190304, 3), (201903104, 4), (NULL, 5), ('inf'::DOUBLE, 6))"
                                + " v(x, id)) TO " + Sql.text(file) + " (FORMAT parquet)");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void textOutputsHaveTheDigitsThatThereAre() throws IOException {
        StarTable foreign = engine.openForeign(file);
        assertThat(foreign.column("single").orElseThrow().precision()).isEqualTo(Precision.SINGLE);
        StarTable own = engine.importTable(
                TableFile.open(file, TableSelection.automatic()),
                Optional.empty(),
                folder.resolve("own.parquet"),
                Progress.SILENT);
        for (StarTable table :
                List.of(foreign, own, engine.open(DuckDbTable.of(own).parquet()))) {
            for (String ending : List.of("csv", "tsv", "txt", "csv.gz")) {
                Path out = folder.resolve("out." + ending);
                engine.export(table, out);
                StarTable read = engine.importTable(
                        TableFile.open(out, TableSelection.automatic()),
                        Optional.empty(),
                        folder.resolve("read.parquet"),
                        Progress.SILENT);
                assertThat(engine
                                .database()
                                .rows("SELECT single::VARCHAR, full_::VARCHAR FROM " + DuckDbTable.sql(read))
                                .stream()
                                .map(r -> r.get(0).orElse("") + " " + r.get(1).orElse("")))
                        .containsExactly(
                                "0.05 0.05000000074505806",
                                "1e-30 1.0000000031710769e-30",
                                "20190304.0 20190304.0",
                                "201903104.0 201903104.0",
                                " ",
                                "inf inf");
            }
            assertThat(Files.readAllLines(folder.resolve("out.csv")).get(1)).isEqualTo("0.05,0.05000000074505806,1");
        }
    }

    /** Beyond five million rows the median is approximate, and says so; the mean stays exact. */
    @Test
    void longTablesHaveAnApproximateMedian() {
        Path large = folder.resolve("large.parquet");
        engine.database()
                .execute("COPY (SELECT (k * 7919) % 5000001 AS x FROM range(5000001) r(k)) TO " + Sql.text(large)
                        + " (FORMAT parquet)");
        TableSummary.Column x =
                engine.summary(engine.openForeign(large), 1).columns().getFirst();
        assertThat(x.mean()).isEqualTo(2500000);
        assertThat(x.median().exact()).isFalse();
        assertThat(x.median().value()).isCloseTo(2500000, org.assertj.core.data.Percentage.withPercentage(1));
    }

    @Test
    void infinitiesHaveAMean() {
        Path table = folder.resolve("inf.parquet");
        engine.database()
                .execute("COPY (SELECT * FROM (VALUES (1.0::DOUBLE), ('inf'), (NULL)) v(x)) TO " + Sql.text(table)
                        + " (FORMAT parquet)");
        assertThat(engine.summary(engine.openForeign(table), 0)
                        .columns()
                        .getFirst()
                        .mean())
                .isInfinite();
    }

    @Test
    void summariesShowThem() {
        TableSummary told = engine.summary(engine.openForeign(file), 1);
        assertThat(told.columns().get(0).min()).contains("1e-30");
        assertThat(told.columns().get(1).min()).contains("1.0000000031710769e-30");
        assertThat(told.sample().getFirst())
                .containsExactly(Optional.of("0.05"), Optional.of("0.05000000074505806"), Optional.of("1"));
    }
}
