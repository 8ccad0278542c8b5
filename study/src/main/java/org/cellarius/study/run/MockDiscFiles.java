package org.cellarius.study.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.engine.Derived;
import org.cellarius.engine.Engine;
import org.cellarius.engine.PartialFiles;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Relation;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Column;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.RowNumber;
import org.cellarius.galaxy.mock.DiscMock;
import org.cellarius.study.MockDisc;
import org.cellarius.study.mock.ShuffledOrder;

/** Writes the files of a mock disc: astrometry as FITS, spectroscopy as CSV with units in its header. */
final class MockDiscFiles {

    private static final String OBSERVATION = "obs_id";

    private MockDiscFiles() {}

    static void write(MockDisc survey, Engine engine, Path folder, Progress progress) {
        var mock = new DiscMock(survey.seed(), survey.stars(), survey.truth(), survey.sun());
        StarTable all = engine.generate(mock.observations(), mock, folder.resolve("survey.parquet"), progress);
        Relation numbered =
                Relation.of(all).with(new TableColumn(OBSERVATION, ColumnType.LONG, "", ""), new RowNumber());
        StarTable astrometry = engine.write(
                numbered.project(columns(
                        numbered,
                        Map.of("star_id", "star"),
                        List.of(OBSERVATION, "star_id", "ra", "dec", "distance", "distance_error"))),
                folder.resolve("astrometry.parquet"));
        engine.export(astrometry, folder.resolve(MockDisc.ASTROMETRY));
        // CSV keeps no units: the study states them, as for so many real catalogues.
        StarTable spectroscopy = engine.write(
                numbered.sorted(List.of(ShuffledOrder.of(new Column(OBSERVATION, ColumnType.LONG))))
                        .project(columns(
                                numbered,
                                Map.of("flag", "flag"),
                                List.of(OBSERVATION, "fe_h", "fe_h_error", "age", "age_error", "snr", "flag"))),
                folder.resolve("spectroscopy.parquet"));
        engine.export(spectroscopy, folder.resolve(MockDisc.SPECTROSCOPY));
        for (String scratch : List.of("survey.parquet", "astrometry.parquet", "spectroscopy.parquet")) {
            PartialFiles.delete(folder.resolve(scratch));
        }
    }

    /** Some columns; those that are renamed become whole numbers. */
    private static List<Derived> columns(Relation all, Map<String, String> wholes, List<String> names) {
        return names.stream()
                .map(n -> Optional.ofNullable(wholes.get(n))
                        .map(from -> new Derived(new TableColumn(n, ColumnType.LONG, "", ""), Expression.number(from)))
                        .orElseGet(() -> Derived.of(all.column(n).orElseThrow())))
                .toList();
    }
}
