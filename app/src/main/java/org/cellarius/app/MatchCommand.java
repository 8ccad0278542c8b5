package org.cellarius.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.unit.QuantityText;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.PlaceColumns;
import org.cellarius.engine.SkyMatch;
import org.cellarius.engine.SkyMatch.Join;
import org.cellarius.engine.SkyMatchResult;
import org.cellarius.engine.SkySide;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.sky.FileMatch;
import org.cellarius.galaxy.sky.Find;
import org.cellarius.galaxy.sky.SkyRadius;
import org.cellarius.measure.drawing.FigureFile;
import org.cellarius.measure.match.SkyMatchFigure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts the rows of two tables side by side that lie at the same place on the sky. */
@Command(
        name = "match",
        description = {
            "Match two tables on the sky: A's columns, B's (with _2 where a name is taken), separation (arcsec).",
            "Reads ra dec (deg), with --epochs pmra pmdec (mas/yr), in these units also where the file gives none. How much of it is chance is told on standard error, or with --json."
        })
final class MatchCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "FITS, VOTable, ECSV, CSV, TSV, text, CDS, Parquet, HDF5 or Feather.")
    private Path fileOfA = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "Another table, or the same one.")
    private Path fileOfB = Path.of("");

    @Parameters(
            index = "2",
            paramLabel = "OUT",
            description = "Ending .fits .vot .ecsv .csv .tsv .txt .parquet .h5 or .feather.")
    private Path out = Path.of("");

    @Option(
            names = "--radius",
            paramLabel = "ANGLE",
            required = true,
            description = "Largest separation, with its unit: 2arcsec, 0.5mas, 1deg; at most 90deg.")
    private String radius = "";

    @Option(
            names = "--find",
            paramLabel = "WORD",
            required = true,
            description = {
                "all: every pair within the radius (STILTS find=all, astropy search_around_sky);",
                "each: the nearest row of B for each row of A, rows of B may serve several (STILTS find=best1, astropy match_to_catalog_sky);",
                "best: pairs by rising separation, each taken if both rows are free (STILTS find=best);",
                "symmetric: pairs that are each other's nearest (astropy match_to_catalog_sky in both directions)."
            })
    private String find = "";

    @Option(
            names = "--join",
            paramLabel = "WORD",
            description =
                    "inner: rows of A with a match (STILTS join=1and2); left: all rows of A (STILTS join=all1) (default: inner).")
    private String join = "inner";

    @Mixin
    private MatchErrors errors = new MatchErrors();

    @Mixin
    private SkyColumns columns = new SkyColumns();

    @Option(
            names = "--figure",
            paramLabel = "FILE",
            description = "Draw the separations beside those that chance would give; ending .png, .svg or .pdf.")
    private Optional<Path> figure = Optional.empty();

    @Option(names = "--json", description = "Print the report as one JSON object.")
    private boolean json;

    @Mixin
    private TableInput input = new TableInput();

    @Mixin
    private TableOutputs outputs = new TableOutputs();

    @Mixin
    private Resources resources = new Resources();

    @Override
    public Integer call() {
        SkyMatch match = match();
        columns.check();
        errors.check();
        EngineSettings.check(resources.threads, resources.memoryMiB);
        figure.ifPresent(outputs::figure);
        Path target = outputs.target(fileOfA, out);
        outputs.checkIsNot(fileOfB, target);
        TableFormat format = TableFormat.ofOutput(target);
        TableFile openedA = input.open(fileOfA);
        TableFile openedB = input.open(fileOfB);
        Optional<FileMatch> inMemory =
                input.changesValues() ? Optional.empty() : FileMatch.of(openedA, openedB, match, format);
        FileMatch.Written written = inMemory.flatMap(files -> inMemory(files, match, target, format))
                .orElseGet(() -> inDatabase(openedA, openedB, match, target));
        figure.ifPresent(file -> FigureFile.write(
                SkyMatchFigure.of(
                        fileOfA.getFileName() + " with " + fileOfB.getFileName(), match.find(), written.summary()),
                file));
        new MatchReport(match, written).tell(out, json);
        ToolOutput.aboutUnits(written.columns(), format);
        return 0;
    }

    private Optional<FileMatch.Written> inMemory(FileMatch files, SkyMatch match, Path target, TableFormat format) {
        var progress = new TerminalProgress();
        files.tellRenamed(progress);
        List<PlaceColumns> places = columns.places(input, files.columnsOfA(), fileOfA, files.columnsOfB(), fileOfB);
        return files.write(
                places.get(0),
                places.get(1),
                match,
                target,
                format,
                resources.threads,
                progress,
                () -> outputs.checkStillFree(target));
    }

    private FileMatch.Written inDatabase(TableFile openedA, TableFile openedB, SkyMatch match, Path target) {
        try (var session = TableSession.writing(List.of(fileOfA, fileOfB), target, input, resources)) {
            List<StarTable> tables = session.tables(openedA, openedB);
            StarTable a = tables.get(0);
            StarTable b = tables.get(1);
            List<PlaceColumns> places = columns.places(input, a.columnList(), fileOfA, b.columnList(), fileOfB);
            List<SkySide> sides =
                    errors.with(List.of(places.get(0).in(a), places.get(1).in(b)), input, List.of(fileOfA, fileOfB));
            SkyMatchResult result = session.progress()
                    .during(
                            "matching",
                            () -> session.engine()
                                    .match(
                                            sides.get(0),
                                            sides.get(1),
                                            match,
                                            session.scratch("matched.parquet"),
                                            session.progress()));
            outputs.checkStillFree(target);
            session.engine().export(result.table(), target, session.progress());
            return new FileMatch.Written(
                    result.table().columnList(), result.table().rows(), result.summary());
        }
    }

    private SkyMatch match() {
        double deg = new QuantityText(radius)
                .in("deg", "an angle with its unit", "--radius", "Write for example 2arcsec or 0.5deg");
        try {
            return new SkyMatch(
                    new SkyRadius(deg),
                    Choice.of("way to find matches", find, Arrays.asList(Find.values()), Choice::word, "--find"),
                    Choice.of("join", join, Arrays.asList(Join.values()), Choice::word, "--join"),
                    "",
                    errors.sigmas());
        } catch (IllegalArgumentException e) {
            throw new InputError(
                            "'" + radius + "' is no radius: more than 0 and at most 90 deg is expected",
                            "--radius",
                            "Write for example 2arcsec")
                    .withCause(e);
        }
    }
}
