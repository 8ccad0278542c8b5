package org.cellarius.study.run;

import java.nio.file.Path;
import java.util.List;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.engine.Engine;
import org.cellarius.engine.PartialFiles;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StageCache;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.galaxy.mock.DiscMock;
import org.cellarius.study.MockSurvey;

/** Writes the files of a mock survey: astrometry as FITS, spectroscopy as CSV with units in its header. */
final class MockFiles {

    private MockFiles() {}

    /** The folder of the files: from the cache, or written now. */
    static Path write(MockSurvey survey, Engine engine, StageCache cache, Progress progress) {
        String key = cache.key("mock", List.of(survey.toString()));
        return cache.folder(
                "mock",
                key,
                List.of(MockSurvey.ASTROMETRY, MockSurvey.SPECTROSCOPY),
                folder -> write(survey, engine, folder, progress));
    }

    private static void write(MockSurvey survey, Engine engine, Path folder, Progress progress) {
        var mock = new DiscMock(survey.seed(), survey.stars(), survey.truth(), survey.sun());
        StarTable all = engine.generate(mock.observations(), mock, folder.resolve("survey.parquet"), progress);
        String numbered = " FROM (SELECT *, file_row_number AS obs_id FROM " + all.numberedSql() + ")";
        StarTable astrometry = engine.write(
                "SELECT obs_id, CAST(star AS BIGINT) AS star_id, ra, dec, distance, distance_error" + numbered,
                columns(all, List.of("obs_id", "star_id", "ra", "dec", "distance", "distance_error")),
                folder.resolve("astrometry.parquet"));
        engine.export(astrometry, folder.resolve(MockSurvey.ASTROMETRY));
        // CSV keeps no units: the study states them, as for so many real catalogues.
        StarTable spectroscopy = engine.write(
                "SELECT obs_id, fe_h, fe_h_error, age, age_error, snr, CAST(flag AS BIGINT) AS flag" + numbered
                        + " ORDER BY hash(obs_id)",
                columns(all, List.of("obs_id", "fe_h", "fe_h_error", "age", "age_error", "snr", "flag")),
                folder.resolve("spectroscopy.parquet"));
        engine.export(spectroscopy, folder.resolve(MockSurvey.SPECTROSCOPY));
        for (String scratch : List.of("survey.parquet", "astrometry.parquet", "spectroscopy.parquet")) {
            PartialFiles.delete(folder.resolve(scratch));
        }
    }

    private static List<TableColumn> columns(StarTable all, List<String> names) {
        return names.stream()
                .map(n -> all.column(n).orElse(new TableColumn(n, ColumnType.LONG, "", "")))
                .toList();
    }
}
