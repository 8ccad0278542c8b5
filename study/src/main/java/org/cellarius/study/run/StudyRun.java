package org.cellarius.study.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.Mistakes;
import org.cellarius.catalogue.yaml.Change;
import org.cellarius.catalogue.yaml.YamlDocument;
import org.cellarius.engine.Answers;
import org.cellarius.engine.Engine;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.PartialFiles;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Question;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.StageCache;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.expression.Expression;
import org.cellarius.measure.product.Measurements;
import org.cellarius.measure.product.Product;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.measure.product.StarsRead;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.KeyRelease;
import org.cellarius.study.MockSurvey;
import org.cellarius.study.StarFile;
import org.cellarius.study.Study;
import org.cellarius.study.Version;
import org.cellarius.study.mock.MockTruth;
import org.cellarius.study.read.StudyReader;
import org.cellarius.study.report.HtmlReport;
import org.cellarius.study.report.TableFiles;
import org.cellarius.study.result.Comparison;
import org.cellarius.study.result.Cutflow;
import org.cellarius.study.result.IndexedResult;
import org.cellarius.study.result.ResultIndex;
import org.cellarius.study.result.RunResult;
import org.cellarius.study.run.StarTableBuilder.Extent;
import org.cellarius.study.vary.Alternative;
import org.cellarius.study.vary.VariedSetting;
import org.cellarius.study.vary.VarySource;

/** Runs a study, or checks it without running. */
public final class StudyRun {

    private static final String VARY = "vary";

    private final RunOptions options;
    private final StepTimes times;
    private final Progress progress;
    private final Path studyFile;
    private final Study study;
    private final InputHashes hashes = new InputHashes();
    private final RunNotes notes = new RunNotes();

    public StudyRun(RunOptions options, Progress progress) {
        this(options, progress, StudyFiles.studyFile(options.study()));
    }

    private StudyRun(RunOptions options, Progress progress, Path studyFile) {
        this(options, progress, studyFile, read(options, studyFile));
    }

    private StudyRun(RunOptions options, Progress progress, Path studyFile, Study study) {
        this.options = options;
        this.times = new StepTimes(progress);
        this.progress = new NotesOnce(times);
        this.studyFile = studyFile;
        this.study = study;
    }

    private static Study read(RunOptions options, Path studyFile) {
        YamlDocument document = document(options, studyFile);
        try {
            return StudyReader.read(document);
        } catch (InputError e) {
            throw AllMistakes.of(e, document, left -> checkOnce(options, studyFile, left));
        }
    }

    private static YamlDocument document(RunOptions options, Path studyFile) {
        YamlDocument whole = YamlDocument.read(studyFile);
        return switch (options.part()) {
            case WHOLE -> whole;
            case WITHOUT_VARY ->
                whole.root().has(VARY)
                        ? whole.changed(List.of(new Change(VARY, Optional.empty(), whole.placeOf("/" + VARY))))
                        : whole;
        };
    }

    private static void checkOnce(RunOptions options, Path studyFile, YamlDocument document) {
        new StudyRun(options, Progress.SILENT, studyFile, StudyReader.read(document))
                .checking()
                .once();
    }

    /** What the readers said of the input files that have been opened so far, each with its file. */
    public List<String> notes() {
        return notes.all();
    }

    public Study study() {
        return study;
    }

    RunOptions options() {
        return options;
    }

    /** Runs the study; the result folder appears whole or not at all. */
    public RunResult run() {
        var target = ResultFolder.at(options.output(), options.overwrite());
        target.check();
        Path folder = target.path();
        Instant begun = Instant.now();
        Path partial = target.reserve();
        try {
            return run(target, partial, folder, begun);
        } catch (InputError e) {
            throw withOthers(e);
        } finally {
            PartialFiles.discard(partial);
        }
    }

    /** The tables of the gradients alone, by their names: nothing is asked for figures, and nothing is written but stages. */
    Map<String, SmallTable> gradients() {
        try {
            Files.createDirectories(options.cache());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var cache = new StageCache(options.cache(), Version.BUILD).telling(progress, StageWords::of);
        try (Engine engine = engine(options.cache(), List.of())) {
            var builder = new StarTableBuilder(
                    study, files(engine, cache, study.mock()), engine, cache, progress, Extent.ROWS, notes);
            StarTable stars =
                    new CorrectedStars(study, engine, cache, progress, builder.cutflow()).starsOf(builder.build());
            return GradientTables.among(study.products())
                    .of(study.stars(engine, stars, progress))
                    .answered(engine, stars, progress);
        }
    }

    private RunResult run(ResultFolder target, Path partial, Path folder, Instant begun) {
        try {
            Files.createDirectories(options.cache());
            var cache = new StageCache(options.cache(), Version.BUILD).telling(progress, StageWords::of);
            StudyScales.keepTables(study, cache);
            beginHashes();
            try (Engine engine = engine(options.cache(), List.of(partial));
                    var figures = new FigureFiles(partial.resolve("figures"), options.threads())) {
                RunResult result = measure(engine, cache, figures, folder, partial, begun);
                target.publish(partial);
                return result;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A mistake of the study together with its others, which a run would tell one after the other. */
    private InputError withOthers(InputError first) {
        var mistakes = new Mistakes();
        mistakes.add(first);
        try {
            check();
        } catch (InputError others) {
            Mistakes.parts(others).stream()
                    .filter(e -> Mistakes.parts(first).stream()
                            .noneMatch(told -> told.where().endsWith(e.where())))
                    .forEach(mistakes::add);
        }
        return mistakes.asOne();
    }

    /** What the survey dictionaries ask to be told whenever they are used. */
    List<String> cautions() {
        return study.catalogues().stream()
                .flatMap(c -> c.dictionaries().stream())
                .flatMap(d -> d.caution().stream())
                .distinct()
                .toList();
    }

    private RunResult measure(
            Engine engine, StageCache cache, FigureFiles figures, Path folder, Path partial, Instant begun)
            throws IOException {
        notes.add(StudyScales.disagreements(study)).forEach(progress::note);
        StudyFiles files = files(engine, cache, study.mock());
        Optional<MockTruth> truth = mockTruth(files);
        var builder = new StarTableBuilder(study, files, engine, cache, progress, Extent.ROWS, notes);
        notes.add(KeyRelease.remarks(builder.study())).forEach(progress::note);
        notes.add(cautions()).forEach(progress::note);
        Cutflow cutflow = builder.cutflow();
        var corrected = new CorrectedStars(study, engine, cache, progress, cutflow).of(builder.build(), Extent.ROWS);
        StarTable stars = corrected.stars();
        try (var copied = new StarsCopied(engine, stars, partial.resolve(StarFile.ALWAYS))) {
            StudyCheck.measured(study, engine, stars);
            var beside = new SideTables(study.catalogues(), files, engine, partial);
            List<Product> products = beside.read(study.products());
            StarsRead read = StarsRead.of(products, study.stars(engine, stars, progress));
            Map<String, Expression> populations = populations(engine, stars);
            boolean inMemory = engine.keepColumnsOf(
                    stars,
                    read.numbers(),
                    Stream.concat(read.conditions().stream(), populations.values().stream())
                            .toList(),
                    progress);
            countPopulations(populations, engine, stars, cutflow);
            var results = new ArrayList<ProductResult>(corrected.shown());
            results.forEach(figures::draw);
            Measurements measurements = progress.during(
                    "measuring",
                    () -> new StudyProducts(figures, cutflow, progress)
                            .measure(products, study.stars(engine, stars, progress), inMemory));
            results.addAll(measurements.measured());
            var inputs = new LinkedHashMap<>(builder.inputs());
            inputs.putAll(beside.inputs());
            Optional<VarySource> varied = study.vary().flatMap(v -> v.without(measurements.lostNames()));
            if (study.vary().isPresent() && varied.isEmpty()) {
                notes.add(List.of("Nothing is varied: no product of 'vary' was measured."))
                        .forEach(progress::note);
            }
            varied.ifPresent(vary -> {
                var runs = new VariedRuns(study, vary, files, engine, cache, progress, notes, partial);
                ProductResult matrix = runs.measure(stars, results);
                figures.draw(matrix);
                results.add(matrix);
                inputs.putAll(runs.inputs());
            });
            builder.matches().forEach(figures::draw);
            results.addAll(builder.matches());
            notes.add(engine.remarks()).forEach(progress::note);
            Optional<Comparison> comparison = comparison(truth, files, results, engine, partial);
            var result =
                    new RunResult(builder.study(), folder, stars, cutflow, results, measurements.lost(), comparison);
            write(result, engine, partial, figures, copied, inputs, begun);
            return result;
        }
    }

    /** The truth of the mock survey whose files these are, if they are. */
    Optional<MockTruth> mockTruth(StudyFiles files) {
        return MockComparison.truth(
                study.catalogues().stream()
                        .flatMap(c -> c.files().stream())
                        .filter(f -> !f.path().startsWith("mock:"))
                        .map(f -> files.resolve(f.path(), f.place().toString()))
                        .toList(),
                hashes);
    }

    /** Ours beside the truth where the files are those of a mock survey; else beside the study's expected numbers. */
    private Optional<Comparison> comparison(
            Optional<MockTruth> truth, StudyFiles files, List<ProductResult> results, Engine engine, Path partial)
            throws IOException {
        truth.ifPresent(
                t -> notes.add(List.of(MockComparison.note(t, study.name()))).forEach(progress::note));
        if (truth.isPresent() && MockComparison.isOf(truth.get(), study.name())) {
            return Optional.of(Expectations.against(truth.get(), study, results));
        }
        Path scratch = partial.resolve("expected.parquet");
        Optional<Comparison> expected = study.expected()
                .map(written -> Expectations.compare(expected(files, written), study, results, engine, scratch));
        Files.deleteIfExists(scratch);
        return expected;
    }

    private Map<String, Expression> populations(Engine engine, StarTable stars) {
        var conditions = new LinkedHashMap<String, Expression>();
        study.populations()
                .keySet()
                .forEach(name -> conditions.put(
                        name, study.stars(engine, stars, progress).population(name)));
        return conditions;
    }

    private void countPopulations(
            Map<String, Expression> populations, Engine engine, StarTable stars, Cutflow cutflow) {
        Answers counts = engine.answer(
                stars, populations.values().stream().map(Question.Count::new).toList(), progress);
        populations.forEach((name, members) -> cutflow.counted(
                "population",
                name + ": " + study.populations().get(name),
                stars.rows(),
                counts.to(new Question.Count(members))));
    }

    private void write(
            RunResult result,
            Engine engine,
            Path partial,
            FigureFiles figures,
            StarsCopied copied,
            Map<Path, String> inputs,
            Instant begun)
            throws IOException {
        progress.begin("writing tables, figures and the report", 0);
        Path tables = Files.createDirectories(partial.resolve("tables"));
        TableFiles.write(result.cutflow().table(), "cutflow", "Rows before and after each step", engine, tables);
        if (result.comparison().isPresent()) {
            TableFiles.write(
                    result.comparison().get().table(),
                    "comparison",
                    "Our numbers beside expected ones",
                    engine,
                    tables);
        }
        for (ProductResult product : result.products()) {
            for (Map.Entry<String, SmallTable> table : product.tables().entrySet()) {
                TableFiles.write(
                        table.getValue(), table.getKey(), product.head().title(), engine, tables);
            }
        }
        copied.file();
        study.starFiles().forEach(f -> engine.export(result.stars(), partial.resolve(f.file()), progress));
        Files.writeString(partial.resolve("study.yaml"), study.document().text());
        Files.writeString(partial.resolve("study.resolved.yaml"), ResolvedStudy.yaml(study, result.study()));
        Files.writeString(
                partial.resolve(ResultIndex.FILE), IndexedResult.of(result).json());
        Files.writeString(
                partial.resolve("report.html"),
                HtmlReport.of(result, inputs, figures.inline(), notes::of, notes.ofStudy()));
        progress.end();
        Files.writeString(
                partial.resolve(ResultFolder.PROVENANCE),
                Provenance.json(
                        study,
                        studyFile,
                        inputs,
                        notes,
                        begun,
                        Duration.between(begun, Instant.now()),
                        times.ended(),
                        options));
    }

    private StudyCheck checking() {
        return new StudyCheck(this, study, options, progress, notes);
    }

    /** Checks study, input files, columns, units and expressions without running. Gives the plan in sentences. */
    public List<String> check() {
        List<String> plan;
        try {
            plan = checking().once();
        } catch (InputError e) {
            throw AllMistakes.of(e, study.document(), left -> checkOnce(options, studyFile, left));
        }
        // Of a study that is wrong itself the names of its products say nothing.
        study.expected().ifPresent(checking()::expected);
        return plan;
    }

    Path expected(StudyFiles files, String written) {
        return files.resolve(
                written, study.document().placeOf("/report/expected").toString());
    }

    void forEachAlternative(BiConsumer<VariedSetting, Alternative> action) {
        study.vary().ifPresent(v -> v.settings().forEach(s -> s.alternatives().forEach(a -> action.accept(s, a))));
    }

    StudyFiles files(Engine engine, StageCache cache, Optional<MockSurvey> mock) {
        Path folder =
                mock.map(m -> MockSurveyFiles.write(m, engine, cache, progress)).orElse(cache.directory());
        return new StudyFiles(studyFolder(), options.data(), folder, hashes);
    }

    /** The study's files are read for their hashes while the database starts; what is wrong with them is told when they are opened. */
    private void beginHashes() {
        var paths = new StudyFiles(studyFolder(), options.data(), options.cache(), hashes);
        study.catalogues().stream()
                .flatMap(c -> c.files().stream())
                .filter(f -> !f.path().startsWith("mock:"))
                .forEach(f -> new Mistakes()
                        .attempt(() ->
                                hashes.begin(paths.resolve(f.path(), f.place().toString()))));
    }

    private Path studyFolder() {
        Path parent = studyFile.toAbsolutePath().normalize().getParent();
        return parent == null ? Path.of("/") : parent;
    }

    Engine engine(Path work, List<Path> writable) {
        // Only the files that the study names may be read: a study from a stranger reaches nothing else.
        Set<Path> readable = new LinkedHashSet<>();
        var paths = new StudyFiles(studyFolder(), options.data(), options.cache(), hashes);
        var studies = new ArrayList<Study>(List.of(study));
        forEachAlternative((setting, alternative) -> studies.add(VariedRuns.changed(study, setting, alternative)));
        var mistakes = new Mistakes();
        studies.stream()
                .flatMap(s -> s.catalogues().stream())
                .flatMap(c -> c.files().stream())
                .forEach(file -> mistakes.attempt(() -> readable(paths, file, readable)));
        studies.stream()
                .flatMap(s -> s.products().stream())
                .flatMap(p -> p.sideFiles().stream())
                .forEach(f -> mistakes.attempt(() -> {
                    readable.add(paths.resolve(f.path(), f.place().toString()));
                }));
        study.expected()
                .ifPresent(e -> mistakes.attempt(() -> {
                    readable.add(paths.resolve(
                            e, study.document().placeOf("/report/expected").toString()));
                }));
        mistakes.check();
        return Engine.open(
                new EngineSettings(work, List.copyOf(readable), writable, options.threads(), options.memoryMiB()));
    }

    private static void readable(StudyFiles paths, CatalogueSource.FileSource file, Set<Path> readable) {
        if (!file.path().startsWith("mock:")) {
            readable.add(paths.resolve(file.path(), file.place().toString()));
        }
    }
}
