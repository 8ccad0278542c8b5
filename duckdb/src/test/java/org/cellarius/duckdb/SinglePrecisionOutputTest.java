package org.cellarius.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.Precision;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.engine.Engine;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What came in single precision goes out in single precision, unless a value needs more. */
class SinglePrecisionOutputTest {

    @TempDir
    Path folder;

    private DuckDbEngine engine() {
        return DuckDbEngine.open(EngineSettings.in(folder, List.of()));
    }

    /** Values of numpy's float32: the smallest and largest, a missing and infinite ones, 0.05, a vector, and a double beside. */
    private StarTable table(DuckDbEngine engine) {
        Path file = folder.resolve("in.parquet");
        engine.database()
                .execute("COPY (SELECT * FROM (VALUES (0.05::FLOAT, 1.5::FLOAT, 2.5::FLOAT, 0.1::DOUBLE),"
                        + " (1.4e-45::FLOAT, NULL, 3.4028235e38::FLOAT, 1e300), ('-inf'::FLOAT, -1.25::FLOAT, NULL, NULL))"
                        + " AS t(s, \"v[0]\", \"v[1]\", d)) TO " + Sql.text(file) + " (FORMAT parquet)");
        return engine.openForeign(file);
    }

    private static List<Precision> precisions(StarTable table) {
        return table.columns().stream().map(TableColumn::precision).toList();
    }

    private StarTable back(Engine engine, Path file) {
        return engine.importTable(
                TableFile.open(file, TableSelection.automatic()),
                Optional.empty(),
                folder.resolve("back.parquet"),
                Progress.SILENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"o.fits", "o.vot", "o.h5", "o.feather", "o.parquet", "o.ecsv"})
    void everyFormatThatKnowsItKeepsSinglePrecision(String name) {
        try (var engine = engine()) {
            StarTable table = table(engine);
            Path out = folder.resolve(name);
            engine.export(table, out);
            StarTable read = name.endsWith("parquet") ? engine.openForeign(out) : back(engine, out);
            assertThat(read.names()).containsExactly("s", "v[0]", "v[1]", "d");
            assertThat(precisions(read))
                    .containsExactly(Precision.SINGLE, Precision.SINGLE, Precision.SINGLE, Precision.DOUBLE);
            assertThat(engine.database()
                            .rows("SELECT s = 0.05::FLOAT, \"v[0]\", \"v[1]\", d FROM " + DuckDbTable.sql(read)
                                    + " LIMIT 1"))
                    .containsExactly(
                            List.of(Optional.of("true"), Optional.of("1.5"), Optional.of("2.5"), Optional.of("0.1")));
            assertThat(engine.database()
                            .numbers("SELECT count(*) FILTER (s = '-inf'::DOUBLE OR s = 1.4e-45::FLOAT),"
                                    + " count(*) FILTER (\"v[1]\" = 3.4028235e38::FLOAT), count(\"v[0]\"), max(d) FROM "
                                    + DuckDbTable.sql(read)))
                    .containsExactly(2, 1, 2, 1e300);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"o.fits", "o.vot", "o.h5", "o.feather"})
    void aValueThatNeedsMoreKeepsAllItsDigits(String name) {
        try (var engine = engine()) {
            StarTable read = table(engine);
            StarTable changed = engine.database()
                    .write(
                            "SELECT s, \"v[0]\", CASE WHEN d = 0.1 THEN d ELSE \"v[1]\" END AS \"v[1]\", d FROM "
                                    + DuckDbTable.sql(read),
                            read.columns(),
                            folder.resolve("changed.parquet"));
            assertThat(changed.columns().get(2).precision()).isEqualTo(Precision.SINGLE);
            engine.export(changed, folder.resolve(name));
            StarTable back = back(engine, folder.resolve(name));
            assertThat(engine.database()
                            .numbers("SELECT count(*) FILTER (\"v[1]\" = 0.1::DOUBLE) FROM " + DuckDbTable.sql(back)))
                    .containsExactly(1);
            assertThat(back.columns().get(0).precision()).isEqualTo(Precision.SINGLE);
            assertThat(back.columns().get(2).precision()).isEqualTo(Precision.DOUBLE);
        }
    }

    @Test
    void aTableWithoutRowsKeepsItsTypes() {
        try (var engine = engine()) {
            StarTable read = table(engine);
            StarTable none = engine.database()
                    .write(
                            "SELECT * FROM " + DuckDbTable.sql(read) + " LIMIT 0",
                            read.columns(),
                            folder.resolve("none.parquet"));
            for (String name : List.of("n.fits", "n.vot", "n.h5", "n.feather")) {
                engine.export(none, folder.resolve(name));
                assertThat(precisions(back(engine, folder.resolve(name))))
                        .containsExactly(Precision.SINGLE, Precision.SINGLE, Precision.SINGLE, Precision.DOUBLE);
            }
        }
    }
}
