package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.cellarius.engine.Engine;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.Progress;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A line through medians of more stars than fit into the heap: their two columns alone would fill it. */
class MediansOfManyStarsTest {

    private static final int STARS = 5_000_000;

    @TempDir
    Path folder;

    /** y = 0.3 - 0.06 x with a scatter of 0.2, x about 8 with a scatter of 2. */
    private record Line(CounterRandom random) implements ColumnKernel {
        @Override
        public List<String> inputs() {
            return List.of("star");
        }

        @Override
        public List<OutputColumn> outputs() {
            return List.of(new OutputColumn("x", "kpc", ""), new OutputColumn("y", "dex", ""));
        }

        @Override
        public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
            for (int i = 0; i < rows; i++) {
                long star = (long) in[0][i];
                out[0][i] = 8 + 2 * random.normal(star, 0);
                out[1][i] = 0.3 - 0.06 * out[0][i] + 0.2 * random.normal(star, 1);
                status[i] = StarStatus.OK;
            }
        }
    }

    @Test
    void needNoMoreHeapThanFew() throws Exception {
        Path table = folder.resolve("stars.parquet");
        try (Engine engine = Engine.open(EngineSettings.in(folder, List.of()))) {
            engine.generate(
                    LongStream.range(0, STARS).iterator(),
                    STARS,
                    new Line(new CounterRandom(3)),
                    table,
                    Progress.SILENT);
        }
        Path log = folder.resolve("log.txt");
        Process fit = OwnProcess.start(
                Cellarius.class,
                log,
                List.of("env", "JDK_JAVA_OPTIONS=-Xmx72m"),
                List.of(("fit " + table + " --x x --y y --method running-median --window 200 --overlap 0.5 --json")
                        .split(" ")));
        int code = fit.waitFor();
        String told = Files.readString(log);
        assertThat(code).as(told).isZero();
        JsonNode line = JsonMapper.shared().readTree(told.substring(told.indexOf("{\n")));
        double slope =
                line.path("slope").path("value").asDouble(line.path("slope").asDouble());
        assertThat(slope).as(told).isCloseTo(-0.06, within(5 * 0.2 * 1.2533 / 2 / Math.sqrt(STARS)));
        assertThat(told).contains("\"median_points\" : " + (STARS / 100 - 1));
    }
}
