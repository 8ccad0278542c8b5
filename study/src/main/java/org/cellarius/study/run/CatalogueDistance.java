package org.cellarius.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.Derived;
import org.cellarius.engine.StarStream;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.distance.DistanceMethod;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.DistanceSource;
import org.cellarius.study.result.Cutflow;

/** Gives a catalogue distances from its parallaxes, moduli or periods. */
record CatalogueDistance(Workshop workshop, Cutflow cutflow) {

    private static final String KERNEL_STATUS = "status";

    /** Why a star has no distance; the {@code status} of phase space is another one. */
    private static final String STATUS = "distance_status";

    Staged placed(CatalogueSource catalogue, Staged stars) {
        return catalogue
                .distance()
                .flatMap(source -> source.method().map(method -> placed(catalogue, source, method, stars)))
                .orElse(stars);
    }

    private Staged placed(CatalogueSource catalogue, DistanceSource source, DistanceMethod method, Staged stars) {
        ColumnKernel kernel = method.kernel();
        String where = source.place().toString();
        StarTable table = stars.shape();
        refuseTaken(catalogue, kernel, table, where);
        List<Expression> expressions = kernel.inputs().stream()
                .map(name -> table.require(name, where).value())
                .toList();
        String key = workshop.cache()
                .key(
                        "distance",
                        List.of(stars.key(), method.toString(), kernel.inputs().toString()));
        List<TableColumn> kept = table.columns();
        var statuses = new StatusCounts(STATUS);
        return stars.then(
                        "distance",
                        key,
                        before -> named(before.compute(
                                kernel,
                                expressions,
                                kept.stream().map(TableColumn::name).toList())))
                .counted(
                        statuses.tally(),
                        found -> statuses.tell(
                                found, cutflow, "distance", catalogue.name() + ": " + source.settings() + ", "));
    }

    /** The kernel's status under its own name. */
    private static StarStream named(StarStream computed) {
        return computed.project(computed.columns().stream()
                .map(c -> new Derived(
                        c.name().equals(KERNEL_STATUS)
                                ? new TableColumn(STATUS, c.type(), c.unit(), "why a distance is missing")
                                : c,
                        c.value()))
                .toList());
    }

    private static void refuseTaken(CatalogueSource catalogue, ColumnKernel kernel, StarTable table, String where) {
        var made = new ArrayList<>(
                kernel.outputs().stream().map(OutputColumn::name).toList());
        Stream.of(STATUS, KERNEL_STATUS).forEach(made::add);
        made.stream().filter(name -> table.column(name).isPresent()).findFirst().ifPresent(name -> {
            throw new InputError(
                    "'distance' gives the column '" + name + "', which the catalogue '" + catalogue.name()
                            + "' has already",
                    where,
                    "Give the catalogue's column another name, for example " + name
                            + "_published, or say  distance: {from: catalogue}");
        });
    }
}
