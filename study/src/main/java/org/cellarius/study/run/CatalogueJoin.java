package org.cellarius.study.run;

import java.util.List;
import java.util.OptionalInt;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.Aggregate;
import org.cellarius.engine.Derived;
import org.cellarius.engine.Relation;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.RowNumber;
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
        String key = workshop.cache()
                .key(
                        "join",
                        List.of(
                                first.key(),
                                second.key(),
                                join.on(),
                                on.toString(),
                                join.unmatched().name()));
        Relation both = joined(
                first,
                second,
                on,
                join.unmatched() == Unmatched.KEEP ? Relation.Partnerless.KEPT : Relation.Partnerless.LEFT_OUT);
        StarTable joined = workshop.cache()
                .table(workshop.engine(), "join", key, path -> workshop.engine().write(both, path));
        String with = source.name() + ": with " + join.file().path();
        cutflow.step(
                "join", with + " on " + join.on() + on.told(), first.table().rows(), joined.rows());
        long alone = join.unmatched() == Unmatched.KEEP
                ? (long) workshop.engine()
                        .read(joined(first, second, on, Relation.Partnerless.ALONE)
                                .answers(List.of(Aggregate.count("alone", Expression.always()))))
                        .numbers(0)[0]
                : 0;
        cutflow.counted("join", with + ", rows with a partner", joined.rows(), joined.rows() - alone);
        if (join.unmatched() == Unmatched.KEEP) {
            cutflow.counted("join", with + ", rows kept without a partner", joined.rows(), alone);
        }
        return Staged.of(workshop, joined, key);
    }

    private static Relation joined(Staged first, Staged second, JoinKey on, Relation.Partnerless partnerless) {
        return new Relation.Join(
                Relation.of(first.table()), on.first(), Relation.of(second.table()), on.second(), partnerless);
    }

    private void checkUnique(Join join, JoinKey on, StarTable second) {
        double[] unique = workshop.engine()
                .answers(
                        second,
                        List.of(
                                Aggregate.of("keys", Aggregate.Of.COUNT, on.second()),
                                Aggregate.of("different", Aggregate.Of.DIFFERENT, on.second())));
        if (unique[0] == unique[1]) {
            return;
        }
        var key = new TableColumn("key", ColumnType.TEXT, "", "");
        Aggregate rows = Aggregate.count("rows", Expression.always());
        Aggregate earliest = Aggregate.of("earliest", Aggregate.Of.LEAST, new RowNumber());
        Relation repeated = new Relation.Groups(
                        Relation.of(second).filter(on.second().isMissing().negated()),
                        List.of(new Derived(key, on.second())),
                        List.of(rows, earliest))
                .filter(rows.column().value().isAbove(Expression.of(1L)))
                .sorted(List.of(earliest.column().value()))
                .first(1);
        List<SmallTable.Value> first = workshop.engine().read(repeated).rows().getFirst();
        throw new InputError(
                "'%s' is repeated in %s: %d values, %d different ones; the first that is repeated is %s (%d rows)"
                        .formatted(
                                join.on(),
                                join.file().path(),
                                (long) unique[0],
                                (long) unique[1],
                                SmallTable.text(first, OptionalInt.of(0)),
                                (long) SmallTable.number(first, OptionalInt.of(1))),
                join.file().place().toString(),
                "Join on a key that is unique in the joined file");
    }
}
