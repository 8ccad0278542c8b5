package org.cellarius.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.Derived;
import org.cellarius.engine.StarStream;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.selection.SelectionKernel;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.SelectionSource;
import org.cellarius.study.result.Cutflow;

/** Gives the stars of a catalogue the probability with which it holds them. */
record CatalogueSelection(Workshop workshop, Cutflow cutflow, SelectionFiles files) {

    private static final String KERNEL_STATUS = "status";

    /** Why a star has no probability; the {@code status} of phase space is another one. */
    private static final String STATUS = "selection_status";

    Staged weighed(CatalogueSource catalogue, Staged stars) {
        return catalogue.selection().map(s -> weighed(catalogue, s, stars)).orElse(stars);
    }

    private Staged weighed(CatalogueSource catalogue, SelectionSource source, Staged stars) {
        StarTable table = stars.shape();
        String where = source.place().toString();
        var expressions = new ArrayList<>(List.of(
                table.require("ra", where).value(), table.require("dec", where).value()));
        var parts = new ArrayList<SelectionKernel.Named>();
        var hashes = new ArrayList<String>();
        for (SelectionSource.Part part : source.parts()) {
            SelectionFiles.Read read = files.read(part);
            parts.add(new SelectionKernel.Named(part.name(), read.part()));
            hashes.add(read.hash());
            for (SelectionSource.Asked asked : read.asked()) {
                expressions.add(number(asked, table));
            }
        }
        var kernel = new SelectionKernel(parts);
        refuseTaken(catalogue, kernel, table, where);
        String key = workshop.cache()
                .key(
                        "selection",
                        List.of(stars.key(), hashes.toString(), source.parts().toString()));
        List<String> kept = table.names();
        var statuses = new StatusCounts(STATUS);
        return stars.then("selection", key, before -> named(before.compute(kernel, expressions, kept)))
                .counted(
                        statuses.tally(), found -> statuses.tell(found, cutflow, "selection", catalogue.name() + ": "));
    }

    private Expression number(SelectionSource.Asked asked, StarTable table) {
        String where = asked.place().toString();
        Expression number = workshop.engine().expression(asked.expression(), table, where);
        if (number.type() == ColumnType.TEXT || number.type() == ColumnType.BOOLEAN) {
            throw new InputError(
                    "'" + asked.expression() + "' is not a number", where, "Use a numeric column or expression");
        }
        return number;
    }

    /** The kernel's status under its own name. */
    private static StarStream named(StarStream computed) {
        return computed.project(computed.columns().stream()
                .map(c -> new Derived(
                        c.name().equals(KERNEL_STATUS)
                                ? new TableColumn(STATUS, c.type(), c.unit(), "why a probability is missing")
                                : c,
                        c.value()))
                .toList());
    }

    private static void refuseTaken(CatalogueSource catalogue, SelectionKernel kernel, StarTable table, String where) {
        Stream.concat(kernel.outputs().stream().map(OutputColumn::name), Stream.of(STATUS, KERNEL_STATUS))
                .filter(name -> table.column(name).isPresent())
                .findFirst()
                .ifPresent(name -> {
                    throw new InputError(
                            "'selection' gives the column '" + name + "', which the catalogue '" + catalogue.name()
                                    + "' has already",
                            where,
                            "Give the catalogue's column another name, for example " + name + "_published");
                });
    }
}
