package org.cellarius.bench;

import java.nio.file.Path;
import java.util.List;
import org.cellarius.bench.EnginePaths.Route;

/** The engine's paths, each in a process of its own. */
final class EngineTimings {

    private final Scale scale;
    private final Path scratch;

    EngineTimings(Scale scale, Path scratch) {
        this.scale = scale;
        this.scratch = scratch;
    }

    String section() {
        String load = Machine.load();
        var table =
                new Table("path", "seconds: median (range)", "million rows/s", "target", "peak memory, MiB", "checked");
        for (Route route : Route.values()) {
            if (route == Route.PHASE_SPACE) {
                survey();
            }
            MeasuredProcess done = MeasuredProcess.java(
                    EnginePaths.class,
                    List.of(
                            scratch.toString(),
                            route.name(),
                            String.valueOf(scale.pathRows()),
                            String.valueOf(scale.repetitions())),
                    scratch.resolve("log"));
            List<String> printed = done.printed();
            Timing timing = Timing.read(printed.get(0));
            table.row(
                    route.described(),
                    timing.shown(),
                    timing.millionRowsPerSecond(scale.pathRows()),
                    route.target(),
                    "%.0f".formatted(done.peakMiB()),
                    printed.get(1));
        }
        Scratch.clear(scratch);
        return """
                ## Reading, writing, kernels

                %,d rows, ten columns of doubles with all their bits random (zstd saves next to nothing on them: survey data are
                smaller and faster), each path in a fresh process with `-Xmx1g` and 1 GiB for the database, done %d times inside
                it. Load average at the start: %s.

                %s""".formatted(scale.pathRows(), scale.repetitions(), load, table.markdown());
    }

    private void survey() {
        MeasuredProcess.java(
                SurveyFiles.class,
                List.of(scratch.toString(), String.valueOf(scale.pathRows())),
                scratch.resolve("log"));
    }
}
