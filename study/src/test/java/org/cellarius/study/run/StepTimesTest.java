package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cellarius.engine.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StepTimesTest {

    @Test
    void stepsInStepsAreDeeperAndTogetherNoLonger() throws InterruptedException {
        var times = new StepTimes(Progress.SILENT);
        times.begin("outer", 0);
        times.begin("first", 10);
        Thread.sleep(5);
        times.end();
        times.begin("second", 10);
        Thread.sleep(5);
        times.end();
        times.end();
        times.begin("not ended", 0);
        assertThat(times.ended()).extracting(StepTimes.Took::step).containsExactly("outer", "first", "second");
        assertThat(times.ended()).extracting(StepTimes.Took::level).containsExactly(0, 1, 1);
        double inner = times.ended().get(1).seconds() + times.ended().get(2).seconds();
        assertThat(times.ended().getFirst().seconds())
                .isGreaterThanOrEqualTo(inner)
                .isGreaterThan(0.009);
    }

    @Test
    void theProvenanceTellsTheStepsOfARun(@TempDir Path folder) throws IOException {
        new MiniStudy(folder)
                .file("stars.csv", "x,y\n1,2\n2,3\n3,5\n4,4\n")
                .study(MiniStudy.of("{x: {from: x, unit: kpc}, y: {from: y, unit: kpc}}", MiniStudy.LINE))
                .run();
        JsonNode provenance = JsonMapper.shared().readTree(Files.readString(folder.resolve("out/provenance.json")));
        assertThat(provenance.at("/steps").values().stream()
                        .map(s -> s.at("/step").asString()))
                .contains("measuring", "writing tables, figures and the report");
        double steps = provenance.at("/steps").values().stream()
                .filter(s -> s.at("/level").asInt() == 0)
                .mapToDouble(s -> s.at("/seconds").asDouble())
                .sum();
        assertThat(steps).isBetween(0.0, provenance.at("/wall_seconds").asDouble() + 0.01);
    }
}
