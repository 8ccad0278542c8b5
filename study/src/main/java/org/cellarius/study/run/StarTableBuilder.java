package org.cellarius.study.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.Mistakes;
import org.cellarius.engine.Deduplication;
import org.cellarius.engine.Engine;
import org.cellarius.engine.PartialFiles;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Selection;
import org.cellarius.engine.Sql;
import org.cellarius.engine.StageCache;
import org.cellarius.engine.StarTable;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.ErrorsSource;
import org.cellarius.study.MatchSource;
import org.cellarius.study.OrbitsSource;
import org.cellarius.study.Study;
import org.cellarius.study.product.ProductResult;
import org.cellarius.study.result.Cutflow;

/** From catalogue files to the star table of a study, stage by stage. */
final class StarTableBuilder {

    /** Whether all rows are wanted, or only the columns, to check a study without running it. */
    enum Extent {
        ROWS,
        COLUMNS_ONLY
    }

    /** The column that holds a catalogue's short name. */
    static final String CATALOGUE = "catalogue";

    private static final String STAR_NUMBER = "star_number";

    private final Study study;
    private final Engine engine;
    private final StageCache cache;
    private final Progress progress;
    private final Cutflow cutflow = new Cutflow();
    private final CatalogueFiles files;
    private final List<ProductResult> matches = new ArrayList<>();

    StarTableBuilder(
            Study study,
            StudyFiles files,
            Engine engine,
            StageCache cache,
            Progress progress,
            Extent extent,
            RunNotes notes) {
        this.study = new SurveyColumns(files, engine).named(study);
        this.engine = engine;
        this.cache = cache;
        this.progress = progress;
        this.files = new CatalogueFiles(files, engine, cache, progress, extent, cutflow, notes);
    }

    Cutflow cutflow() {
        return cutflow;
    }

    /** The study with all columns named that survey dictionaries give it. */
    Study study() {
        return study;
    }

    /** The input files read, with the SHA-256 of their content. */
    Map<Path, String> inputs() {
        return files.inputs();
    }

    /** What the matches on the sky gave, in order. */
    List<ProductResult> matches() {
        return List.copyOf(matches);
    }

    StarTable build() {
        return cut(derived(catalogues()));
    }

    /** The catalogues as one table, without repeated stars. */
    Staged catalogues() {
        var catalogues = new ArrayList<Staged>();
        for (CatalogueSource source : study.catalogues()) {
            Staged catalogue = catalogue(source);
            Staged carried = study.epoch()
                    .map(e -> new CatalogueEpoch(e, engine, cache, progress, cutflow).carried(source, catalogue))
                    .orElse(catalogue);
            catalogues.add(new CatalogueDistance(engine, cache, progress, cutflow).placed(source, carried));
        }
        Staged stars = catalogues.size() == 1
                ? catalogues.getFirst()
                : new CatalogueUnion(study, engine, cache, cutflow).of(catalogues);
        return study.repeats().isPresent() ? withoutRepeats(stars) : stars;
    }

    /** The same stars with what the study derives of each: phase space, orbits, membership. */
    Staged derived(Staged stars) {
        // Tables of a potential are made with the kernel.
        return progress.during("preparing the orbits and velocities", () -> StarPhysics.kernel(study))
                .map(kernel -> derived(stars, kernel))
                .orElse(stars);
    }

    /** Tries the cuts; all that is wrong with any of them is told at once. */
    void checkCuts(Staged stars) {
        new CutStars(study, engine, cache, cutflow).check(stars);
    }

    /** The stars that the cuts leave. */
    StarTable cut(Staged stars) {
        return new CutStars(study, engine, cache, cutflow).of(stars);
    }

    /** Tries the columns of every file; all that is wrong is told at once. */
    void checkFiles() {
        var mistakes = new Mistakes();
        study.catalogues().stream()
                .flatMap(c -> c.files().stream())
                .forEach(file -> mistakes.attempt(() -> {
                    files.mapped(file, Optional.empty());
                }));
        mistakes.check();
    }

    private Staged catalogue(CatalogueSource source) {
        int told = cutflow.told();
        Staged first = files.mapped(source.file(), Optional.of(source.name()));
        long rows = first.table().rows();
        cutflow.read(
                told,
                new Cutflow.Entry("read", source.name() + ": " + source.file().path(), 0, rows, rows));
        Staged catalogue = first;
        for (CatalogueSource.Join join : source.joins()) {
            Staged second = second(source, join.file(), "to be joined");
            catalogue = new CatalogueJoin(engine, cache, cutflow).joined(source, join, catalogue, second);
        }
        for (MatchSource match : source.matches()) {
            Staged second = second(source, match.file(), "to be matched");
            CatalogueMatch.Matched matched =
                    new CatalogueMatch(engine, cache, progress, cutflow).of(source, match, catalogue, second);
            matches.add(matched.shown());
            catalogue = matched.stars();
        }
        return catalogue;
    }

    private Staged second(CatalogueSource source, CatalogueSource.FileSource file, String purpose) {
        int told = cutflow.told();
        Staged second = files.mapped(file, Optional.empty());
        long rows = second.table().rows();
        cutflow.read(
                told,
                new Cutflow.Entry("read", source.name() + ": " + file.path() + " (" + purpose + ")", rows, rows, 0));
        return second;
    }

    private Staged withoutRepeats(Staged stars) {
        var repeats = study.repeats().orElseThrow();
        String where = repeats.place().toString();
        stars.table().require("ra", where);
        stars.table().require("dec", where);
        var score = engine.expression(repeats.score(), stars.table(), where);
        if (score.type() == ColumnType.TEXT) {
            throw new InputError(
                    "the best of repeated stars is the one with the " + repeats.described() + ", which is not a number",
                    where,
                    "Use a numeric column or expression");
        }
        // Rows of other catalogues have no twins: their number keeps them apart.
        var deduplication = new Deduplication(
                repeats.radiusArcsec(),
                score.sql(),
                List.of(CATALOGUE),
                repeats.catalogue().map(c -> CATALOGUE + " = " + Sql.text(c)).orElse("true"));
        String key = cache.key("repeats", List.of(stars.key(), deduplication.toString()));
        StarTable table = cache.table(engine, "repeats", key, path -> deduplication.run(engine, stars.table(), path));
        cutflow.step(
                "repeats",
                "within %s arcsec the %s is kept%s"
                        .formatted(
                                repeats.radiusArcsec(),
                                repeats.described(),
                                repeats.catalogue().map(c -> ", in " + c).orElse("")),
                stars.table().rows(),
                table.rows());
        return new Staged(table, key);
    }

    private Staged derived(Staged stars, ColumnKernel kernel) {
        String section = Stream.of("phase-space", "orbits", "membership")
                .filter(study.document().root()::has)
                .findFirst()
                .orElseThrow();
        String where = study.document().placeOf("/" + section).toString();
        List<String> expressions = kernel.inputs().stream()
                .map(name -> name.equals(STAR_NUMBER)
                        ? Selection.ROW_NUMBER
                        : Sql.name(stars.table().require(name, where).name()))
                .toList();
        for (String output : Stream.concat(kernel.outputs().stream().map(OutputColumn::name), Stream.of("status"))
                .toList()) {
            if (stars.table().column(output).isPresent()) {
                throw new InputError(
                        "'" + section + "' gives the column '" + output + "', which a catalogue has already",
                        where,
                        "Give the catalogue's column another name, for example " + output + "_published");
            }
        }
        String key = cache.key(
                "phase-space",
                List.of(
                        stars.key(),
                        study.sun().toString(),
                        study.phaseSpace().word(),
                        study.errors().map(ErrorsSource::settings).orElse(""),
                        study.orbits().map(OrbitsSource::settings).orElse(""),
                        study.velocityFrames().stream().sorted().toList().toString(),
                        study.membership()
                                .map(m -> m.settings() + m.kernel().outputs() + m.ellipsoids())
                                .orElse("")));
        StarTable table = cache.table(engine, "phase-space", key, path -> {
            Path parts = cache.partsOf("phase-space", key);
            StarTable made = study.orbits().isPresent() || study.errors().isPresent()
                    ? engine.applyKernelInParts(
                            stars.table(), kernel, expressions, stars.table().names(), parts, path, progress)
                    : engine.applyKernel(
                            stars.table(), kernel, expressions, stars.table().names(), path, progress);
            PartialFiles.delete(parts);
            return made;
        });
        for (List<Optional<String>> row :
                engine.rows("SELECT status, count(*) FROM " + table.sql() + " GROUP BY status ORDER BY status")) {
            cutflow.counted(
                    "phase space",
                    "status " + row.get(0).orElse(""),
                    table.rows(),
                    Long.parseLong(row.get(1).orElse("0")));
        }
        return new Staged(table, key);
    }
}
