package org.cellarius.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Sql;
import org.cellarius.engine.StageCache;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.distance.DistanceMethod;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.DistanceSource;
import org.cellarius.study.result.Cutflow;

/** Gives a catalogue distances from its parallaxes, moduli or periods. */
record CatalogueDistance(Engine engine, StageCache cache, Progress progress, Cutflow cutflow) {

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
        StarTable table = stars.table();
        refuseTaken(catalogue, kernel, table, where);
        List<String> expressions = kernel.inputs().stream()
                .map(name -> Sql.name(table.require(name, where).name()))
                .toList();
        String key = cache.key(
                "distance",
                List.of(stars.key(), method.toString(), kernel.inputs().toString()));
        StarTable apart = cache.table(
                engine,
                "distances",
                key,
                path -> engine.applyKernel(table, kernel, expressions, table.names(), path, progress));
        List<TableColumn> columns = apart.columns().stream()
                .map(c -> c.name().equals(KERNEL_STATUS)
                        ? new TableColumn(STATUS, c.type(), c.unit(), "why a distance is missing")
                        : c)
                .toList();
        String select = columns.stream()
                .map(c -> c.name().equals(STATUS) ? KERNEL_STATUS + " AS " + STATUS : Sql.name(c.name()))
                .collect(Collectors.joining(", "));
        StarTable placed = cache.table(
                engine,
                "distance",
                key,
                path -> engine.write("SELECT " + select + " FROM " + apart.sql(), columns, path));
        for (List<Optional<String>> row : engine.rows(
                "SELECT " + STATUS + ", count(*) FROM " + placed.sql() + " GROUP BY ALL ORDER BY " + STATUS)) {
            cutflow.counted(
                    "distance",
                    catalogue.name() + ": " + source.settings() + ", status "
                            + row.get(0).orElse(""),
                    placed.rows(),
                    Long.parseLong(row.get(1).orElse("0")));
        }
        return new Staged(placed, key);
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
