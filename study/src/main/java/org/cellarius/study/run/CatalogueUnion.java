package org.cellarius.study.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.survey.FlagNames;
import org.cellarius.engine.Relation;
import org.cellarius.engine.TableColumn;
import org.cellarius.study.Study;
import org.cellarius.study.result.Cutflow;

/** Catalogues one below the other; columns that one lacks are missing there. */
record CatalogueUnion(Study study, Workshop workshop, Cutflow cutflow) {

    Staged of(List<Staged> catalogues) {
        var columns = new LinkedHashMap<String, TableColumn>();
        for (Staged catalogue : catalogues) {
            for (TableColumn column : catalogue.shape().columns()) {
                TableColumn before = columns.putIfAbsent(column.name(), column);
                if (before != null) {
                    columns.put(column.name(), withFlags(before, column));
                }
                if (before != null && before.unit().equals(column.unit()) && areNumbers(before, column)) {
                    TableColumn named = withFlags(before, column);
                    columns.put(
                            column.name(),
                            new TableColumn(
                                    named.name(),
                                    before.type() == ColumnType.DOUBLE ? before.type() : column.type(),
                                    named.unit(),
                                    named.description(),
                                    named.ucd(),
                                    named.flags()));
                } else if (before != null && (!before.unit().equals(column.unit()) || before.type() != column.type())) {
                    throw new InputError(
                            "the column '" + column.name() + "' is " + before.type() + " in '" + before.unit()
                                    + "' in one catalogue and " + column.type() + " in '" + column.unit()
                                    + "' in another",
                            study.document().placeOf("/catalogues").toString(),
                            "Give them one unit and type (with an expression), or different names");
                }
            }
        }
        String key = workshop.cache()
                .key("united", catalogues.stream().map(Staged::key).toList());
        Staged united = Staged.kept(
                workshop,
                catalogues,
                "united",
                key,
                path -> workshop.engine()
                        .write(
                                new Relation.Union(
                                        catalogues.stream()
                                                .map(c -> Relation.of(c.table()))
                                                .toList(),
                                        List.copyOf(columns.values())),
                                path));
        long rows = united.table().rows();
        cutflow.counted("unite", study.catalogues().size() + " catalogues one below the other", rows, rows);
        return united;
    }

    /** The first of two columns with the names of both flags, which must not disagree. */
    private TableColumn withFlags(TableColumn before, TableColumn column) {
        if (column.flags().isEmpty()) {
            return before;
        }
        FlagNames theirs = column.flags().get();
        try {
            return before.flagged(before.flags().map(f -> f.with(theirs)).orElse(theirs));
        } catch (IllegalArgumentException e) {
            throw new InputError(
                            "two catalogues have the flag '" + theirs.flag() + "' with different meanings: "
                                    + e.getMessage(),
                            study.document().placeOf("/catalogues").toString(),
                            "Leave it out of one (survey: {name: …, except: [" + theirs.column()
                                    + "]}) and give it another name there under 'flags'")
                    .withCause(e);
        }
    }

    /** Whole numbers and others go together as the latter. */
    private static boolean areNumbers(TableColumn one, TableColumn other) {
        return one.type() != other.type()
                && Stream.of(one, other).allMatch(c -> c.type() == ColumnType.LONG || c.type() == ColumnType.DOUBLE);
    }
}
