package org.cellarius.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cellarius.engine.Deduplication;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeduplicationTest {

    @TempDir
    Path folder;

    private record Row(int id, double raDeg, double decDeg, double snr, String survey) {}

    @Test
    void theSameRowsSurviveAsInATestOfAllPairs() {
        var random = new CounterRandom(42);
        var rows = new ArrayList<Row>();
        double radiusArcsec = 30;
        for (int i = 0; i < 1500; i++) {
            // Crowded fields at both poles, across RA = 0 and elsewhere.
            double spread = 0.1;
            double dec = switch (i % 4) {
                case 0 -> 90 - spread * random.uniform(i, 0);
                case 1 -> -90 + spread * random.uniform(i, 0);
                case 2 -> 20 + spread * random.uniform(i, 0);
                default -> spread * (random.uniform(i, 0) - 0.5);
            };
            double ra = i % 4 < 2 ? 360 * random.uniform(i, 1) : (360 + spread * (random.uniform(i, 1) - 0.5)) % 360;
            rows.add(new Row(i, ra, dec, Math.floor(5 * random.uniform(i, 2)), i % 3 == 0 ? "a" : "b"));
        }
        var expected = new ArrayList<String>();
        for (Row a : rows) {
            boolean beaten = rows.stream()
                    .anyMatch(b -> b.id() != a.id()
                            && b.survey().equals(a.survey())
                            && separationArcsec(a, b) <= radiusArcsec
                            && (b.snr() > a.snr() || (b.snr() == a.snr() && b.id() < a.id())));
            if (!beaten) {
                expected.add(String.valueOf(a.id()));
            }
        }
        assertThat(expected).as("the fields are crowded").hasSizeBetween(100, 1300);

        try (var engine = DuckDbEngine.open(EngineSettings.in(folder, List.of()))) {
            String values = rows.stream()
                    .map(r -> "(%d, %s::DOUBLE, %s::DOUBLE, %s::DOUBLE, '%s')"
                            .formatted(r.id(), r.raDeg(), r.decDeg(), r.snr(), r.survey()))
                    .collect(Collectors.joining(", "));
            StarTable table = engine.database()
                    .write(
                            "SELECT * FROM (VALUES " + values + ") t(id, ra, dec, snr, survey)",
                            List.of(),
                            folder.resolve("in.parquet"));
            StarTable unique = engine.withoutRepeats(
                    table,
                    new Deduplication(radiusArcsec, Expression.number("snr"), List.of("survey")),
                    folder.resolve("out.parquet"));
            assertThat(engine.database().rows("SELECT id FROM " + DuckDbTable.sql(unique)).stream()
                            .map(r -> r.getFirst().orElseThrow()))
                    .containsExactlyElementsOf(expected);
            assertThat(unique.names()).isEqualTo(table.names());
        }
    }

    @Test
    void starsWithoutAPositionOrAScoreAreNotLost() {
        try (var engine = DuckDbEngine.open(EngineSettings.in(folder, List.of()))) {
            StarTable table = engine.database()
                    .write(
                            "SELECT * FROM (VALUES (1, NULL::DOUBLE, NULL::DOUBLE, 5.0), (2, NULL, NULL, 6.0), (3, 10, 10, NULL), (4, 10, 10, -99)) t(id, ra, dec, snr)",
                            List.of(),
                            folder.resolve("in.parquet"));
            StarTable unique = engine.withoutRepeats(
                    table, new Deduplication(1, Expression.number("snr"), List.of()), folder.resolve("out.parquet"));
            assertThat(engine.database().rows("SELECT id FROM " + DuckDbTable.sql(unique)))
                    .containsExactly(List.of(Optional.of("1")), List.of(Optional.of("2")), List.of(Optional.of("4")));
        }
    }

    @Test
    void aRadiusOfADegreeOrNothingIsRefused() {
        assertThatThrownBy(() -> new Deduplication(0, Expression.number("snr"), List.of()))
                .hasMessageContaining("arcsec");
        assertThatThrownBy(() -> new Deduplication(4000, Expression.number("snr"), List.of()))
                .hasMessageContaining("3600");
    }

    private static double separationArcsec(Row a, Row b) {
        double d1 = Math.toRadians(a.decDeg());
        double d2 = Math.toRadians(b.decDeg());
        double dr = Math.toRadians(a.raDeg() - b.raDeg());
        double h = Math.pow(Math.sin((d1 - d2) / 2), 2) + Math.cos(d1) * Math.cos(d2) * Math.pow(Math.sin(dr / 2), 2);
        return Math.toDegrees(2 * Math.asin(Math.sqrt(h))) * 3600;
    }
}
