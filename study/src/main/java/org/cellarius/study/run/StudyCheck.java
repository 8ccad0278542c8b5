package org.cellarius.study.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.Mistakes;
import org.cellarius.engine.Engine;
import org.cellarius.engine.PartialFiles;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StageCache;
import org.cellarius.engine.StarTable;
import org.cellarius.measure.product.Measurement;
import org.cellarius.measure.product.Stars;
import org.cellarius.study.KeyRelease;
import org.cellarius.study.Study;
import org.cellarius.study.Version;
import org.cellarius.study.result.Cutflow;
import org.cellarius.study.run.StarTableBuilder.Extent;

/** Looks at a study, its files, columns, units and expressions without measuring anything. */
record StudyCheck(StudyRun run, Study study, RunOptions options, Progress progress, RunNotes notes) {

    /** Stars of the mock survey that a check writes: enough for every column to be there. */
    private static final long CHECKED_MOCK_STARS = 50;

    /** The expected numbers fit the products. */
    void expected(String written) {
        try {
            Path scratch = Files.createTempDirectory("cellarius-check");
            try (Engine engine = run.engine(scratch, List.of())) {
                StudyFiles files = run.files(engine, new StageCache(scratch, Version.NUMBER), Optional.empty());
                Expectations.check(run.expected(files, written), study, engine, scratch.resolve("expected.parquet"));
            } finally {
                PartialFiles.delete(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells the mistakes of the first stage that finds some. */
    List<String> once() {
        try {
            Path scratch = Files.createTempDirectory("cellarius-check");
            var cache = new StageCache(scratch, Version.NUMBER);
            Study named;
            try (Engine engine = run.engine(scratch, List.of())) {
                StudyFiles files = run.files(engine, cache, study.mock().map(m -> m.withStars(CHECKED_MOCK_STARS)));
                run.mockTruth(files);
                new StarTableBuilder(study, files, engine, cache, progress, Extent.COLUMNS_ONLY, notes).checkFiles();
                var builder = new StarTableBuilder(study, files, engine, cache, progress, Extent.COLUMNS_ONLY, notes);
                Staged uncut = builder.derived(builder.catalogues());
                var mistakes = new Mistakes();
                mistakes.attempt(() -> builder.checkCuts(uncut));
                StarTable stars = new CorrectedStars(study, engine, cache, Progress.SILENT, new Cutflow())
                        .of(uncut.table(), Extent.COLUMNS_ONLY)
                        .stars();
                named = new SurveyColumns(files, engine).named(study);
                mistakes.attempt(() -> measured(study, engine, stars));
                study.products()
                        .forEach(p -> mistakes.attempt(() -> {
                            new SideTables(study.catalogues(), files, engine, scratch).read(List.of(p));
                        }));
                mistakes.check();
                alternatives(engine, cache, files);
                notes.add(StudyScales.disagreements(study)).forEach(progress::note);
                notes.add(KeyRelease.remarks(named)).forEach(progress::note);
                notes.add(run.cautions()).forEach(progress::note);
                notes.add(engine.remarks()).forEach(progress::note);
                study.expected().ifPresent(written -> run.expected(files, written));
            } finally {
                PartialFiles.delete(scratch);
            }
            return StudyPlan.of(study, named, options.output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Populations and products fit the star table; all that is wrong is told at once. */
    static void measured(Study study, Engine engine, StarTable stars) {
        var mistakes = new Mistakes();
        Stars named = study.stars(engine, stars, Progress.SILENT);
        study.populations()
                .keySet()
                .forEach(name -> mistakes.attempt(() -> {
                    named.population(name);
                }));
        study.products().forEach(p -> mistakes.attempt(() -> Measurement.check(p, named)));
        mistakes.check();
    }

    private void alternatives(Engine engine, StageCache cache, StudyFiles files) {
        run.forEachAlternative((setting, alternative) -> {
            Study other = VariedRuns.changed(study, setting, alternative);
            try {
                StarTable stars = columns(other, engine, cache, files);
                other.products().stream()
                        .filter(p -> study.vary()
                                .orElseThrow()
                                .products()
                                .contains(p.head().name()))
                        .forEach(p -> Measurement.check(p, study.stars(engine, stars, Progress.SILENT)));
            } catch (InputError e) {
                throw VariedRuns.in(setting, alternative, e);
            }
        });
    }

    private StarTable columns(Study of, Engine engine, StageCache cache, StudyFiles files) {
        StarTable cut = new StarTableBuilder(of, files, engine, cache, progress, Extent.COLUMNS_ONLY, notes).build();
        return new CorrectedStars(of, engine, cache, Progress.SILENT, new Cutflow())
                .of(cut, Extent.COLUMNS_ONLY)
                .stars();
    }
}
