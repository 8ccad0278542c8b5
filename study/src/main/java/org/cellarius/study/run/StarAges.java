package org.cellarius.study.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.Derived;
import org.cellarius.engine.StarStream;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.age.AgeObservable;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.study.AgesSource;
import org.cellarius.study.StarColumns;
import org.cellarius.study.age.Ages;
import org.cellarius.study.age.IsochroneLibrary;
import org.cellarius.study.age.StudyAges;
import org.cellarius.study.result.Cutflow;

/**
 * Gives the stars ages by isochrones, in a table of its own in the cache.
 *
 * @param inputs receives the files that are read, by hash
 */
record StarAges(Workshop workshop, Cutflow cutflow, StudyFiles files, Map<Path, String> inputs, RunNotes notes) {

    private static final String KERNEL_STATUS = "status";

    /** Why a star has no age, or one that leans on the grid's edge; the {@code status} of phase space is another one. */
    private static final String STATUS = "age_status";

    Staged aged(AgesSource source, Staged stars) {
        var hashes = new ArrayList<String>();
        var ways = new ArrayList<Ages.Named>();
        for (AgesSource.Grid grid : source.grids()) {
            Path path = files.resolveFileOrFolder(grid.path(), source.place().toString());
            StudyFiles.within(path).stream()
                    .map(file -> inputs.computeIfAbsent(file, files.hashes()::of))
                    .forEach(hashes::add);
            IsochroneLibrary library = library(source, grid, path);
            Ages ages = Ages.of(
                    source.method(),
                    library,
                    observables(source, library),
                    source.stars().measurement(),
                    source.prior(),
                    source.tenSigma());
            notes.add(Stream.concat(library.notes().stream(), ages.warnings().stream())
                            .map(note -> grid.path() + ": " + note)
                            .toList())
                    .forEach(workshop.progress()::note);
            ways.add(new Ages.Named(grid.name(), ages));
        }
        StarTable shape = stars.shape();
        List<Expression> expressions = source.stars().inputs().stream()
                .map(input -> number(input, shape))
                .toList();
        ColumnKernel kernel = new StudyAges(
                source.method(), Ages.kernel(ways, names(source), source.place().toString()));
        refuseTaken(kernel, shape, source);
        String key = workshop.cache()
                .key(
                        AgesSource.SECTION,
                        List.of(
                                stars.key(),
                                hashes.toString(),
                                source.grids().stream()
                                        .map(AgesSource.Grid::name)
                                        .toList()
                                        .toString(),
                                source.method() + " " + source.prior() + " " + source.tenSigma(),
                                source.stars().measurement().toString(),
                                names(source).toString(),
                                expressions.toString()));
        Staged kept = Staged.kept(
                workshop,
                List.of(stars),
                AgesSource.SECTION,
                key,
                to -> workshop.cache()
                        .inParts(
                                AgesSource.SECTION,
                                key,
                                parts -> workshop.engine()
                                        .applyKernelInParts(
                                                stars.table(),
                                                kernel,
                                                expressions,
                                                shape.names(),
                                                parts,
                                                to,
                                                workshop.progress())));
        var statuses = new StatusCounts(STATUS);
        return kept.then(STATUS, workshop.cache().key(STATUS, List.of(key)), StarAges::named)
                .counted(statuses.tally(), found -> statuses.tell(found, cutflow, AgesSource.SECTION, ""));
    }

    private static IsochroneLibrary library(AgesSource source, AgesSource.Grid grid, Path path) {
        try {
            return IsochroneLibrary.read(path);
        } catch (InputError e) {
            throw new InputError(
                            "isochrones '" + grid.path() + "': " + e.what(),
                            source.place().toString(),
                            e.remedy())
                    .withCause(e);
        }
    }

    private static List<AgeObservable> observables(AgesSource source, IsochroneLibrary library) {
        return library.observables(
                source.stars().observables().stream()
                        .map(StarColumns.Observable::name)
                        .toList(),
                source.place().toString());
    }

    /** What the kernel reads, by names that tell in the key which observable stands for what. */
    private static List<String> names(AgesSource source) {
        return source.stars().inputs().stream().map(StarColumns.Input::name).toList();
    }

    private Expression number(StarColumns.Input input, StarTable shape) {
        String where = input.place().toString();
        String text = input.expression();
        Expression number = workshop.engine().expression(text, shape, where);
        if (number.type() == ColumnType.TEXT || number.type() == ColumnType.BOOLEAN) {
            throw new InputError("'" + text + "' is not a number", where, "Use a numeric column or expression");
        }
        return number;
    }

    /** The kernel's status under its own name. */
    private static StarStream named(StarStream computed) {
        return computed.project(computed.columns().stream()
                .map(c -> new Derived(
                        c.name().equals(KERNEL_STATUS)
                                ? new TableColumn(
                                        STATUS, c.type(), c.unit(), "why an age is missing or leans on an edge")
                                : c,
                        c.value()))
                .toList());
    }

    private static void refuseTaken(ColumnKernel kernel, StarTable shape, AgesSource source) {
        var made = new ArrayList<>(
                kernel.outputs().stream().map(OutputColumn::name).toList());
        Stream.of(STATUS, KERNEL_STATUS).forEach(made::add);
        made.stream().filter(name -> shape.column(name).isPresent()).findFirst().ifPresent(name -> {
            throw new InputError(
                    "'ages' gives the column '" + name + "', which a catalogue has already",
                    source.place().toString(),
                    "Give the catalogue's column another name, for example " + name + "_published");
        });
    }
}
