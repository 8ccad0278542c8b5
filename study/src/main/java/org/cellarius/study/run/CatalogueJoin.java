package org.cellarius.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.Sql;
import org.cellarius.engine.StarTable;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.CatalogueSource.Join;
import org.cellarius.study.CatalogueSource.Unmatched;
import org.cellarius.study.result.Cutflow;

/** Joins a catalogue, as it is by then, with a file by a key that is unique there; rows lost, or kept without a partner, are counted. */
record CatalogueJoin(Workshop workshop, Cutflow cutflow) {

    Staged joined(CatalogueSource source, Join join, Staged first, Staged second) {
        JoinKey on = JoinKey.of(
                workshop.engine(),
                first.table(),
                second.table(),
                join.on(),
                join.file().place().toString());
        checkUnique(join, on, second.table());
        var columns = new ArrayList<>(first.table().columns());
        second.table().columns().stream()
                .filter(c -> !c.name().equals(join.on()))
                .forEach(columns::add);
        String key = workshop.cache()
                .key(
                        "join",
                        List.of(
                                first.key(),
                                second.key(),
                                join.on(),
                                on.toString(),
                                join.unmatched().name()));
        String query = """
                SELECT a.* EXCLUDE (file_row_number, join_key_), b.* EXCLUDE (join_key_, %s) FROM
                (SELECT *, %s AS join_key_ FROM %s) a %s JOIN (SELECT *, %s AS join_key_ FROM %s) b ON a.join_key_ = b.join_key_
                ORDER BY a.file_row_number""".formatted(
                        Sql.name(join.on()),
                        on.first(),
                        first.table().numberedSql(),
                        join.unmatched() == Unmatched.KEEP ? "LEFT" : "",
                        on.second(),
                        second.table().sql());
        StarTable joined = workshop.cache()
                .table(workshop.engine(), "join", key, path -> workshop.engine().write(query, columns, path));
        String with = source.name() + ": with " + join.file().path();
        cutflow.step(
                "join", with + " on " + join.on() + on.told(), first.table().rows(), joined.rows());
        long alone = join.unmatched() == Unmatched.KEEP
                ? (long) workshop.engine()
                        .numbers(
                                "SELECT count(*) FROM (SELECT %s AS k FROM %s) a ANTI JOIN (SELECT %s AS k FROM %s) b ON a.k = b.k"
                                        .formatted(
                                                on.first(),
                                                first.table().sql(),
                                                on.second(),
                                                second.table().sql()))[0]
                : 0;
        cutflow.counted("join", with + ", rows with a partner", joined.rows(), joined.rows() - alone);
        if (join.unmatched() == Unmatched.KEEP) {
            cutflow.counted("join", with + ", rows kept without a partner", joined.rows(), alone);
        }
        return Staged.of(workshop, joined, key);
    }

    private void checkUnique(Join join, JoinKey on, StarTable second) {
        double[] unique = workshop.engine()
                .numbers("SELECT count(k), count(DISTINCT k) FROM (SELECT " + on.second() + " AS k FROM " + second.sql()
                        + ")");
        if (unique[0] == unique[1]) {
            return;
        }
        List<Optional<String>> first = workshop.engine()
                .rows("""
                        SELECT CAST(k AS VARCHAR), count(*) FROM (SELECT %s AS k, file_row_number AS n FROM %s)
                        WHERE k IS NOT NULL GROUP BY k HAVING count(*) > 1 ORDER BY min(n) LIMIT 1""".formatted(on.second(), second.numberedSql()))
                .getFirst();
        throw new InputError(
                "'%s' is repeated in %s: %d values, %d different ones; the first that is repeated is %s (%s rows)"
                        .formatted(
                                join.on(),
                                join.file().path(),
                                (long) unique[0],
                                (long) unique[1],
                                first.getFirst().orElse(""),
                                first.getLast().orElse("")),
                join.file().place().toString(),
                "Join on a key that is unique in the joined file");
    }
}
