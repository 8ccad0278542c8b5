package org.cellarius.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.duckdb.DuckDbEngine;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.mock.DiscMock;
import org.cellarius.galaxy.mock.DiscTruth;

/**
 * A generated survey as files: {@code SurveyFiles FOLDER ROWS [fits]}. Twelve columns as surveys have them, distances in
 * pc and ages in Myr, so that units must be converted, with the filler -9999 and failed spectra.
 */
final class SurveyFiles {

    static final DiscTruth TRUTH = new DiscTruth(-0.060, -0.200, -0.015, 0.05, 0.12);

    private SurveyFiles() {}

    static Path parquet(Path folder) {
        return folder.resolve("survey.parquet");
    }

    static Path fits(Path folder) {
        return folder.resolve("survey.fits");
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        long rows = Long.parseLong(args[1]);
        try (DuckDbEngine engine = DuckDbEngine.open(new EngineSettings(
                folder, List.of(), List.of(), Runtime.getRuntime().availableProcessors(), 1024))) {
            StarTable survey = write(folder, rows, engine);
            if (List.of(args).contains("fits")) {
                engine.export(survey, fits(folder));
            }
        }
    }

    private static StarTable write(Path folder, long rows, DuckDbEngine engine) {
        Path drawn = folder.resolve("drawn.parquet");
        StarTable mock =
                engine.generate(rows, new DiscMock(1660, rows, TRUTH, Sun.HAWKINS_2023), drawn, Progress.SILENT);
        StarTable survey = engine.database()
                .write(
                        "SELECT file_row_number AS obs_id, CAST(star AS BIGINT) AS star_id, ra, dec, "
                                + scaled("distance") + ", distance_error * 1000 AS distance_error, fe_h, fe_h_error, "
                                + scaled("age")
                                + ", age_error * 1000 AS age_error, snr, CAST(flag AS BIGINT) AS flag FROM "
                                + engine.database().numberedSource(mock),
                        List.of(
                                new TableColumn("obs_id", ColumnType.LONG, "", "number of the observation"),
                                new TableColumn("star_id", ColumnType.LONG, "", "number of the star"),
                                number("ra", "deg"),
                                number("dec", "deg"),
                                number("distance", "pc"),
                                number("distance_error", "pc"),
                                number("fe_h", "dex"),
                                number("fe_h_error", "dex"),
                                number("age", "Myr"),
                                number("age_error", "Myr"),
                                number("snr", ""),
                                new TableColumn("flag", ColumnType.LONG, "", "bit 4: the spectrum failed")),
                        parquet(folder));
        try {
            Files.delete(drawn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return survey;
    }

    private static String scaled(String column) {
        return "CASE WHEN " + column + " = -9999 THEN -9999 ELSE " + column + " * 1000 END AS " + column;
    }

    private static TableColumn number(String name, String unit) {
        return new TableColumn(name, ColumnType.DOUBLE, unit, "");
    }
}
