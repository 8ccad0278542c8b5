package org.cellarius.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Sql;
import org.cellarius.engine.StageCache;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.frame.EpochKernel;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.EpochSource;
import org.cellarius.study.result.Cutflow;

/** Carries a catalogue to the study's epoch: its columns of position and motion are those of that epoch from here on. */
record CatalogueEpoch(EpochSource epoch, Engine engine, StageCache cache, Progress progress, Cutflow cutflow) {

    /** Why a star could not be moved; the {@code status} of phase space is another one. */
    private static final String STATUS = "epoch_status";

    Staged carried(CatalogueSource catalogue, Staged stars) {
        EpochKernel kernel = epoch.kernel(catalogue);
        String where = epoch.place().toString();
        StarTable table = stars.table();
        for (String taken : List.of("status", STATUS)) {
            if (table.column(taken).isPresent()) {
                throw new InputError(
                        "the epoch gives the column '" + STATUS + "' through a column 'status', and the catalogue '"
                                + catalogue.name() + "' has '" + taken + "'",
                        where,
                        "Give the catalogue's column another name, for example " + taken + "_published");
            }
        }
        List<String> expressions = kernel.inputs().stream()
                .map(name -> Sql.name(table.require(name, where).name()))
                .toList();
        List<OutputColumn> moved = kernel.outputs();
        List<String> kept = table.names().stream()
                .filter(name -> moved.stream().noneMatch(m -> m.name().equals(name)))
                .toList();
        String key = cache.key(
                "epoch", List.of(stars.key(), moved.toString(), epoch.settings(), String.valueOf(kernel.inputs())));
        StarTable apart = cache.table(
                engine, "moved", key, path -> engine.applyKernel(table, kernel, expressions, kept, path, progress));
        List<TableColumn> columns = columns(table, apart);
        String select = columns.stream()
                .map(c -> c.name().equals(STATUS) ? "status AS " + STATUS : Sql.name(c.name()))
                .collect(Collectors.joining(", "));
        StarTable carried = cache.table(
                engine, "epoch", key, path -> engine.write("SELECT " + select + " FROM " + apart.sql(), columns, path));
        for (List<Optional<String>> row : engine.rows(
                "SELECT " + STATUS + ", count(*) FROM " + carried.sql() + " GROUP BY ALL ORDER BY " + STATUS)) {
            cutflow.counted(
                    "epoch",
                    catalogue.name() + ": J" + catalogue.epochYear().orElseThrow() + " to " + epoch.settings()
                            + ", status " + row.get(0).orElse(""),
                    carried.rows(),
                    Long.parseLong(row.get(1).orElse("0")));
        }
        return new Staged(carried, key);
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
