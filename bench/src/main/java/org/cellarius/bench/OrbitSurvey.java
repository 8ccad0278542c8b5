package org.cellarius.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cellarius.duckdb.DuckDbEngine;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.Progress;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/** Stars with motions and errors as a Parquet file: {@code OrbitSurvey FOLDER ROWS}. */
final class OrbitSurvey implements ColumnKernel {

    private static final List<OutputColumn> COLUMNS = List.of(
            new OutputColumn("ra", "deg", "right ascension"),
            new OutputColumn("dec", "deg", "declination"),
            new OutputColumn("distance", "kpc", "distance"),
            new OutputColumn("pmra", "mas/yr", "proper motion in right ascension times cos(dec)"),
            new OutputColumn("pmdec", "mas/yr", "proper motion in declination"),
            new OutputColumn("radial_velocity", "km/s", "radial velocity"),
            new OutputColumn("distance_error", "kpc", "error of the distance"),
            new OutputColumn("pmra_error", "mas/yr", "error of pmra"),
            new OutputColumn("pmdec_error", "mas/yr", "error of pmdec"),
            new OutputColumn("radial_velocity_error", "km/s", "error of the radial velocity"));

    static Path file(Path folder) {
        return folder.resolve("stars.parquet");
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        try (DuckDbEngine engine = DuckDbEngine.open(new EngineSettings(
                folder, List.of(), List.of(), Runtime.getRuntime().availableProcessors(), 1024))) {
            Path drawn = folder.resolve("drawn.parquet");
            var table = engine.generate(Long.parseLong(args[1]), new OrbitSurvey(), drawn, Progress.SILENT);
            // The kernel's status is no column of a survey.
            engine.database()
                    .write(
                            "SELECT * EXCLUDE (status) FROM "
                                    + engine.database().source(table),
                            table.columns().stream()
                                    .filter(c -> !c.name().equals("status"))
                                    .toList(),
                            file(folder));
            Files.delete(drawn);
        }
    }

    @Override
    public List<String> inputs() {
        return List.of("row");
    }

    @Override
    public List<OutputColumn> outputs() {
        return COLUMNS;
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        double[][] measured = DrawsBenchmark.measured((long) in[0][0], rows);
        for (int k = 0; k < out.length; k++) {
            System.arraycopy(measured[k], 0, out[k], 0, rows);
        }
        Arrays.fill(status, 0, rows, StarStatus.OK);
    }
}
