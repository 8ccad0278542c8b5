package org.cellarius.study.run;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.Derived;
import org.cellarius.engine.StarStream;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.frame.EpochKernel;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.EpochSource;
import org.cellarius.study.result.Cutflow;

/** Carries a catalogue to the study's epoch: its columns of position and motion are those of that epoch from here on. */
record CatalogueEpoch(EpochSource epoch, Workshop workshop, Cutflow cutflow) {

    /** Why a star could not be moved; the {@code status} of phase space is another one. */
    private static final String STATUS = "epoch_status";

    Staged carried(CatalogueSource catalogue, Staged stars) {
        EpochKernel kernel = epoch.kernel(catalogue);
        String where = epoch.place().toString();
        StarTable table = stars.shape();
        for (String taken : List.of("status", STATUS)) {
            if (table.column(taken).isPresent()) {
                throw new InputError(
                        "the epoch gives the column '" + STATUS + "' through a column 'status', and the catalogue '"
                                + catalogue.name() + "' has '" + taken + "'",
                        where,
                        "Give the catalogue's column another name, for example " + taken + "_published");
            }
        }
        List<Expression> expressions = kernel.inputs().stream()
                .map(name -> table.require(name, where).value())
                .toList();
        List<OutputColumn> moved = kernel.outputs();
        List<String> kept = table.names().stream()
                .filter(name -> moved.stream().noneMatch(m -> m.name().equals(name)))
                .toList();
        String key = workshop.cache()
                .key(
                        "epoch",
                        List.of(stars.key(), moved.toString(), epoch.settings(), String.valueOf(kernel.inputs())));
        var statuses = new StatusCounts(STATUS);
        return stars.then("epoch", key, before -> inOrder(table, before.compute(kernel, expressions, kept)))
                .counted(
                        statuses.tally(),
                        found -> statuses.tell(
                                found,
                                cutflow,
                                "epoch",
                                catalogue.name() + ": J" + catalogue.epochYear().orElseThrow() + " to "
                                        + epoch.settings() + ", "));
    }

    /** The columns in the catalogue's order, the status under its own name. */
    private static StarStream inOrder(StarTable before, StarStream moved) {
        List<TableColumn> columns = columns(before, moved.shape());
        return moved.project(columns.stream()
                .map(c -> new Derived(c, c.name().equals(STATUS) ? Expression.text(StarStream.STATUS) : c.value()))
                .toList());
    }

    /** The catalogue's own order, what is new behind it. */
    private static List<TableColumn> columns(StarTable before, StarTable moved) {
        var columns = new ArrayList<TableColumn>();
        before.names().forEach(name -> columns.add(moved.column(name).orElseThrow()));
        moved.columns().stream()
                .filter(c -> before.column(c.name()).isEmpty())
                .map(c -> c.name().equals("status")
                        ? new TableColumn(STATUS, c.type(), c.unit(), "why a star could not be carried to the epoch")
                        : c)
                .forEach(columns::add);
        return columns;
    }
}
