package org.cellarius.study.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.Mistakes;
import org.cellarius.engine.Deduplication;
import org.cellarius.engine.Derived;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StageCache;
import org.cellarius.engine.StarStream;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Column;
import org.cellarius.engine.expression.Expression;
import org.cellarius.measure.product.ProductResult;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.MatchSource;
import org.cellarius.study.Study;
import org.cellarius.study.result.Cutflow;
import org.cellarius.study.stage.StarStage;

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
    /** Numbers of stars of the next catalogue begin so much higher: more rows than any has, few enough for a double. */
    private static final long ROWS_OF_CATALOGUE = 1L << 40;

    private final Study study;
    private final Workshop workshop;
    private final Cutflow cutflow = new Cutflow();
    private final CatalogueFiles files;
    private final SelectionFiles selections;
    private final StarAges ages;
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
        this.workshop = new Workshop(engine, cache, progress);
        this.files = new CatalogueFiles(files, workshop, extent, cutflow, notes);
        this.selections = new SelectionFiles(files, this.files.inputs());
        this.ages = new StarAges(workshop, cutflow, files, this.files.inputs(), notes);
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
            if (study.vary().isPresent()) {
                // Alternatives share what was read.
                catalogue.table();
            }
            Staged carried = study.epoch()
                    .map(e -> new CatalogueEpoch(e, workshop, cutflow).carried(source, catalogue))
                    .orElse(catalogue);
            Staged placed = new CatalogueDistance(workshop, cutflow).placed(source, carried);
            catalogues.add(new CatalogueSelection(workshop, cutflow, selections).weighed(source, placed));
        }
        Staged stars = catalogues.size() == 1
                ? catalogues.getFirst()
                : new CatalogueUnion(study, workshop, cutflow).of(catalogues);
        return study.repeats().isPresent() ? withoutRepeats(stars) : stars;
    }

    /** The same stars with what the study derives of each: ages, phase space, orbits, membership. */
    Staged derived(Staged stars) {
        List<StarStage> stages = StarStage.of(study);
        Staged aged = study.ages().map(a -> ages.aged(a, stars)).orElse(stars);
        Staged all = aged;
        for (StarStage stage : stages) {
            all = new DerivedColumns(workshop, study).of(all, stage, stage.equals(stages.getFirst()));
        }
        if (stages.isEmpty()) {
            return aged;
        }
        var statuses = new StatusCounts("status");
        return all.counted(statuses.tally(), found -> statuses.tell(found, cutflow, "phase space", ""));
    }

    /** Tries the cuts; all that is wrong with any of them is told at once. */
    void checkCuts(Staged stars) {
        new CutStars(study, workshop, cutflow).check(stars);
    }

    /** The stars that the cuts leave. */
    StarTable cut(Staged stars) {
        return new CutStars(study, workshop, cutflow).of(stars);
    }

    /** Tries the columns of every file; all that is wrong is told at once. */
    void checkFiles() {
        var mistakes = new Mistakes();
        study.catalogues().stream()
                .flatMap(c -> c.files().stream())
                .forEach(file -> mistakes.attempt(() -> {
                    files.mapped(file, List.of(), rows -> new Cutflow.Entry("read", file.path(), 0, rows, rows));
                }));
        mistakes.check();
    }

    private Staged catalogue(CatalogueSource source) {
        Staged catalogue = files.mapped(
                source.file(),
                ownColumns(source),
                rows -> new Cutflow.Entry(
                        "read", source.name() + ": " + source.file().path(), 0, rows, rows));
        for (CatalogueSource.Join join : source.joins()) {
            Staged second = second(source, join.file(), "to be joined");
            catalogue = new CatalogueJoin(workshop, cutflow).joined(source, join, catalogue, second);
        }
        for (MatchSource match : source.matches()) {
            Staged second = second(source, match.file(), "to be matched");
            CatalogueMatch.Matched matched = new CatalogueMatch(workshop, cutflow).of(source, match, catalogue, second);
            matches.add(matched.shown());
            catalogue = matched.stars();
        }
        return catalogue;
    }

    /** What we say of each row of a catalogue. */
    private List<Derived> ownColumns(CatalogueSource source) {
        var columns = new ArrayList<Derived>();
        columns.add(new Derived(
                new TableColumn(CATALOGUE, ColumnType.TEXT, "", "short name of the catalogue"),
                Expression.of(source.name())));
        boolean drawn = StarStage.of(study).stream()
                .anyMatch(stage -> stage.kernel().inputs().contains(STAR_NUMBER));
        if (drawn) {
            refuseTaken(source);
            // Whatever later steps leave of the stars, each keeps its own draws.
            long before = study.catalogues().indexOf(source) * ROWS_OF_CATALOGUE;
            columns.add(new Derived(
                    new TableColumn(
                            STAR_NUMBER,
                            ColumnType.LONG,
                            "",
                            "row in the catalogue's file, from 0, which decides the draws of the errors"),
                    new Column(StarStream.ROW, ColumnType.LONG).plus(Expression.of(before))));
        }
        return columns;
    }

    private static void refuseTaken(CatalogueSource source) {
        source.file().columns().stream()
                .filter(c -> c.name().equals(STAR_NUMBER))
                .findFirst()
                .ifPresent(c -> {
                    throw new InputError(
                            "'errors' gives the column '" + STAR_NUMBER + "', which the catalogue '" + source.name()
                                    + "' has already",
                            c.place().toString(),
                            "Give the catalogue's column another name, for example " + STAR_NUMBER + "_published");
                });
    }

    private Staged second(CatalogueSource source, CatalogueSource.FileSource file, String purpose) {
        return files.mapped(
                file,
                List.of(),
                rows -> new Cutflow.Entry(
                        "read", source.name() + ": " + file.path() + " (" + purpose + ")", rows, rows, 0));
    }

    private Staged withoutRepeats(Staged stars) {
        var repeats = study.repeats().orElseThrow();
        String where = repeats.place().toString();
        stars.table().require("ra", where);
        stars.table().require("dec", where);
        var score = workshop.engine().expression(repeats.score(), stars.table(), where);
        if (score.type() == ColumnType.TEXT) {
            throw new InputError(
                    "the best of repeated stars is the one with the " + repeats.described() + ", which is not a number",
                    where,
                    "Use a numeric column or expression");
        }
        // Rows of other catalogues have no twins: their number keeps them apart.
        var deduplication = new Deduplication(
                repeats.radiusArcsec(),
                Expression.number("ra"),
                Expression.number("dec"),
                score,
                List.of(CATALOGUE),
                repeats.catalogue()
                        .map(c -> Expression.text(CATALOGUE).isEqualTo(Expression.of(c)))
                        .orElse(Expression.always()));
        String key = workshop.cache().key("repeats", List.of(stars.key(), deduplication.toString()));
        StarTable table = workshop.cache()
                .table(
                        workshop.engine(),
                        "repeats",
                        key,
                        path -> workshop.engine().withoutRepeats(stars.table(), deduplication, path));
        cutflow.step(
                "repeats",
                "within %s arcsec the %s is kept%s"
                        .formatted(
                                repeats.radiusArcsec(),
                                repeats.described(),
                                repeats.catalogue().map(c -> ", in " + c).orElse("")),
                stars.table().rows(),
                table.rows());
        return Staged.of(workshop, table, key);
    }
}
