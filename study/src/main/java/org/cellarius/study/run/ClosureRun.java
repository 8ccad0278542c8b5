package org.cellarius.study.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.NearestWord;
import org.cellarius.engine.Engine;
import org.cellarius.engine.PartialFiles;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StageCache;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.measure.gradient.Gradient;
import org.cellarius.measure.gradient.LinesOfCase;
import org.cellarius.study.Study;
import org.cellarius.study.Version;
import org.cellarius.study.result.ClosureLine;
import org.cellarius.study.result.Cutflow;
import org.cellarius.study.run.StarTableBuilder.Extent;

/**
 * The closure test of a study: its own stars observed anew, with y drawn from a line that is known, go through the same derivation, cuts,
 * corrections and populations as the real ones; what the lines then find is compared with what was put in.
 *
 * <p>Each population and variant has mocks of its own, in which all stars follow its truth: slope, intercept and intrinsic scatter of each slice as found in the
 * study's stars, unless the plan says otherwise.
 */
public final class ClosureRun {

    private final StudyRun run;
    private final Study study;
    private final ClosurePlan plan;
    private final Progress progress;
    private final List<String> notes = new ArrayList<>();

    public ClosureRun(StudyRun run, ClosurePlan plan, Progress progress) {
        this.run = run;
        this.study = run.study();
        this.plan = plan;
        this.progress = progress;
    }

    /** Sentences about products that could not be tested. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** The test; a line for each method, product, population, variant and slice. */
    public List<ClosureLine> measure() {
        Path cacheFolder = run.options().cache();
        try {
            Files.createDirectories(cacheFolder);
            Path scratch = Files.createDirectory(PartialFiles.reserve(cacheFolder.resolve("closure")));
            try (Engine engine = run.engine(cacheFolder, List.of())) {
                return measure(
                        engine, new StageCache(cacheFolder, Version.BUILD).telling(progress, StageWords::of), scratch);
            } finally {
                PartialFiles.discard(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the lines as a table, in the format of the file's ending. */
    public void write(List<ClosureLine> lines, Path file) {
        Path target = file.toAbsolutePath().normalize();
        Path parent = target.getParent() == null ? target : target.getParent();
        Path scratch = PartialFiles.reserve(run.options().cache().resolve("closure.parquet"));
        try (Engine engine = run.engine(run.options().cache(), List.of(parent))) {
            engine.export(engine.store(ClosureLine.table(lines), scratch), target);
        } finally {
            PartialFiles.discard(scratch);
        }
    }

    private List<ClosureLine> measure(Engine engine, StageCache cache, Path scratch) {
        List<Gradient> gradients = gradients();
        StudyScales.keepTables(study, cache);
        StudyFiles files = run.files(engine, cache, study.mock());
        var builder = new StarTableBuilder(study, files, engine, cache, progress, Extent.ROWS, new RunNotes());
        // The test wants the stars of all three stages: each is made of the table before, not of the files anew.
        Staged catalogue = builder.catalogues();
        StarTable observed = catalogue.table();
        Staged derived = builder.derived(catalogue);
        StarTable placed = derived.table();
        StarTable own =
                new CorrectedStars(study, engine, cache, Progress.SILENT, new Cutflow()).starsOf(builder.cut(derived));
        var lines = new ArrayList<ClosureLine>();
        for (Gradient gradient : gradients) {
            Optional<TableColumn> y = observed.column(gradient.y().expression().strip());
            if (y.isEmpty()) {
                notes.add(
                        "%s is not tested: its y, '%s', is no column of a catalogue, and a mock can only be drawn for one."
                                .formatted(gradient.head().name(), gradient.y().expression()));
                continue;
            }
            for (LinesOfCase one : found(gradient, engine, own)) {
                var bench = new ClosureMocks.Bench(study, plan, observed, placed, own, engine, files, scratch);
                lines.addAll(new ClosureMocks(bench, gradient, one, y.get(), notes).lines(progress));
            }
        }
        if (lines.isEmpty()) {
            throw new InputError(
                    "nothing to test: " + (notes.isEmpty() ? "the study has no gradient" : String.join(" ", notes)),
                    study.document().placeOf("/products").toString(),
                    "A closure test needs a product of the kind gradient whose y is a catalogue's column");
        }
        return lines;
    }

    private List<Gradient> gradients() {
        List<Gradient> all = study.products().stream()
                .filter(Gradient.class::isInstance)
                .map(Gradient.class::cast)
                .toList();
        List<String> names = all.stream().map(g -> g.head().name()).toList();
        for (String name : plan.products()) {
            if (!names.contains(name)) {
                throw new InputError(
                        "the study has no gradient '" + name + "'" + NearestWord.question(names, name),
                        "--product",
                        "Gradients: " + String.join(", ", names));
            }
        }
        return all.stream()
                .filter(g -> plan.products().isEmpty()
                        || plan.products().contains(g.head().name()))
                .toList();
    }

    /** Slope, intercept and scatter of the study's own stars: with the scatter beyond the errors, where there are errors. */
    private List<LinesOfCase> found(Gradient gradient, Engine engine, StarTable stars) {
        boolean errors = gradient.variants().stream()
                .allMatch(v -> v.own().yError().or(gradient::yError).isPresent());
        Gradient plain =
                errors ? gradient.with(ClosureMocks.line("scatter-vertical")) : gradient.with(ClosureMocks.line("ols"));
        return plain.lines(study.stars(engine, stars, progress));
    }
}
