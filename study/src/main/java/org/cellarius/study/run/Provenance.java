package org.cellarius.study.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cellarius.engine.StageCache;
import org.cellarius.study.AgesSource;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.CatalogueSource.FileSource;
import org.cellarius.study.ErrorsSource;
import org.cellarius.study.Study;
import org.cellarius.study.SurveySource;
import org.cellarius.study.Version;
import org.cellarius.study.stage.StarStage;
import org.cellarius.study.stage.StudyStage;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where the numbers come from: inputs by hash, versions, seeds, citations. */
final class Provenance {

    private Provenance() {}

    static String json(
            Study study,
            Path studyFile,
            Map<Path, String> inputs,
            RunNotes notes,
            Instant begun,
            Duration took,
            List<StepTimes.Took> steps,
            RunOptions options) {
        JsonMapper mapper = JsonMapper.shared();
        ObjectNode root = mapper.createObjectNode();
        root.put("study", study.name());
        root.put("cellarius", Version.BUILD);
        root.put("begun", begun.toString());
        root.put("wall_seconds", took.toMillis() / 1000.0);
        ArrayNode timed = root.putArray("steps");
        for (StepTimes.Took step : steps) {
            timed.addObject()
                    .put("step", step.step())
                    .put("level", step.level())
                    .put("seconds", Math.round(step.seconds() * 1000) / 1000.0);
        }
        ObjectNode machine = root.putObject("machine");
        machine.put("java", Runtime.version().toString());
        machine.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        machine.put("processors", Runtime.getRuntime().availableProcessors());
        machine.put("database_threads", options.threads());
        machine.put("database_memory_mib", options.memoryMiB());
        ObjectNode file = root.putObject("study_file");
        file.put("name", String.valueOf(studyFile.getFileName()));
        file.put("sha256", StageCache.sha256Of(studyFile));
        ArrayNode folders = root.putArray("data_folders");
        options.data().unnamed().forEach(f -> folders.addObject().put("folder", f.toString()));
        options.data()
                .named()
                .forEach((name, f) -> folders.addObject().put("name", name).put("folder", f.toString()));
        var files = root.putArray("inputs");
        inputs.forEach((path, hash) -> {
            ObjectNode input = files.addObject();
            input.put("file", String.valueOf(path.getFileName()));
            input.put("path", path.toString());
            input.put("bytes", size(path));
            input.put("sha256", hash);
            if (!notes.of(path).isEmpty()) {
                notes.of(path).forEach(input.putArray("notes")::add);
            }
        });
        if (!notes.ofStudy().isEmpty()) {
            notes.ofStudy().forEach(root.putArray("notes")::add);
        }
        study.mock().ifPresent(m -> root.withObject("/seeds").put("mock", m.seed()));
        study.errors()
                .filter(e -> e.method() == ErrorsSource.Method.DRAWS)
                .ifPresent(e -> root.withObject("/seeds").put("errors", e.seed()));
        for (CatalogueSource catalogue : study.catalogues()) {
            catalogue.epochYear().ifPresent(year -> root.withObject("/epochs").put(catalogue.name(), year));
        }
        for (CatalogueSource catalogue : study.catalogues()) {
            for (FileSource source : catalogue.files()) {
                source.survey().map(SurveySource::dictionary).ifPresent(d -> {
                    ObjectNode dictionary =
                            root.withArray("/survey_dictionaries").addObject();
                    dictionary.put("catalogue", catalogue.name());
                    dictionary.put("file", source.path());
                    dictionary.put("name", d.name());
                    dictionary.put("sha256", StageCache.sha256OfText(d.text()));
                });
            }
        }
        study.epoch().ifPresent(e -> root.withObject("/epochs").put("carried to", e.toYear()));
        ObjectNode settings = root.putObject("settings");
        settings.put("phase space", study.phaseSpace().word());
        study.sun().ifPresent(s -> settings.put("Sun", s.name()));
        for (CatalogueSource catalogue : study.catalogues()) {
            catalogue
                    .distance()
                    .ifPresent(d -> settings.withObject("/distances").put(catalogue.name(), d.settings()));
        }
        for (CatalogueSource catalogue : study.catalogues()) {
            catalogue
                    .joins()
                    .forEach(j -> settings.withObject("/joins")
                            .withArray("/" + catalogue.name())
                            .add(j.file().path() + ", " + j.settings()));
            catalogue
                    .matches()
                    .forEach(m -> settings.withObject("/matches")
                            .put(m.product(catalogue.name()), m.file().path() + ", " + m.settings()));
        }
        study.ages().ifPresent(a -> settings.withObject("/stages").put(AgesSource.SECTION, a.settings()));
        StarStage.of(study).forEach(stage -> settings.withObject("/stages").put(stage.word(), stage.plan()));
        var citations = root.putArray("citations");
        Stream.concat(
                        StudyStage.of(study).stream().flatMap(stage -> stage.citations().stream()),
                        study.products().stream().flatMap(product -> product.citations().stream()))
                .distinct()
                .forEach(citations::add);
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
