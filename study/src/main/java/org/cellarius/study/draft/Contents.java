package org.cellarius.study.draft;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.survey.SurveyColumn;
import org.cellarius.catalogue.survey.SurveyMatch;
import org.cellarius.catalogue.unit.Unit;
import org.cellarius.engine.Engine;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.study.ColumnSource.Origin;
import org.cellarius.study.StatedUnit;
import org.cellarius.study.draft.ColumnRanges.Range;

/**
 * What the values of a table tell about the study to be drafted.
 *
 * @param empty star-table columns that hold nothing
 * @param ranges of the star-table columns that hold numbers, in the units of the file
 * @param farKpc the 98th percentile of the distances, kpc; NaN where it is not known
 */
record Contents(Set<String> empty, Map<String, Range> ranges, double farKpc) {

    /** A column of the file behind one of the star table, with its unit as far as it is known. */
    private record Behind(String column, String unit) {}

    /**
     * Asks the table for what is not known yet.
     *
     * @param known ranges of columns of the file
     */
    static Contents of(
            StarTable table,
            Optional<SurveyMatch> survey,
            List<DraftColumn> columns,
            Map<String, Range> known,
            Engine engine) {
        Map<String, Behind> behind = new LinkedHashMap<>();
        survey.ifPresent(s -> s.columns().forEach(c -> behind(c, table).ifPresent(b -> behind.put(c.name(), b))));
        columns.forEach(c -> behind(c, table).ifPresent(b -> behind.put(c.name(), b)));
        Map<String, Range> ranges = new HashMap<>(known);
        ranges.putAll(ColumnRanges.of(
                table,
                behind.values().stream()
                        .map(Behind::column)
                        .filter(c -> !known.containsKey(c))
                        .distinct()
                        .toList(),
                engine));
        Set<String> empty = new HashSet<>();
        Map<String, Range> named = new LinkedHashMap<>();
        behind.forEach((name, b) -> {
            Range range = ranges.getOrDefault(b.column(), Range.NONE);
            if (range.isEmpty()) {
                empty.add(name);
            } else {
                named.put(name, range);
            }
        });
        double farKpc = Optional.ofNullable(behind.get("distance"))
                .flatMap(b -> Unit.tryParse(b.unit())
                        .filter(u -> u.convertsTo(Unit.parse("kpc")))
                        .map(u -> u.factorTo(Unit.parse("kpc"))
                                * ranges.getOrDefault(b.column(), Range.NONE).far()))
                .orElse(Double.NaN);
        return new Contents(empty, named, farKpc);
    }

    private static Optional<Behind> behind(SurveyColumn column, StarTable table) {
        return switch (column.origin()) {
            case SurveyColumn.Origin.Spelled o ->
                o.spellings().stream()
                        .flatMap(s -> table.column(s).stream())
                        .filter(Contents::isNumber)
                        .findFirst()
                        .map(c -> new Behind(
                                c.name(),
                                Unit.tryParse(c.unit()).isPresent() && !c.unit().isBlank()
                                        ? c.unit()
                                        : column.unit().orElse("")));
            case SurveyColumn.Origin.Computed o -> Optional.empty();
        };
    }

    private static Optional<Behind> behind(DraftColumn column, StarTable table) {
        return switch (column.origin()) {
            case Origin.FileColumn o ->
                table.column(o.column())
                        .filter(Contents::isNumber)
                        .map(c -> new Behind(
                                c.name(),
                                column.unit()
                                        .filter(u -> !u.equals(StatedUnit.FILL_IN))
                                        .orElse(
                                                c.unit().isBlank()
                                                                && column.unit().isEmpty()
                                                        ? "kpc"
                                                        : c.unit())));
            case Origin.Computed o -> Optional.empty();
        };
    }

    private static boolean isNumber(TableColumn column) {
        return column.type() == ColumnType.DOUBLE || column.type() == ColumnType.LONG;
    }
}
