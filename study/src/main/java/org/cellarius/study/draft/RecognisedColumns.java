package org.cellarius.study.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cellarius.catalogue.CanonicalColumns;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.MissingUnits;
import org.cellarius.catalogue.UsualNames;
import org.cellarius.catalogue.UsualNames.Recognised;
import org.cellarius.catalogue.unit.Unit;
import org.cellarius.engine.Engine;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.study.draft.ColumnRanges.Range;
import org.cellarius.study.run.StatedUnit;

/** The columns of a table that no survey dictionary knows, as a draft names them. */
final class RecognisedColumns {

    /** Given by phase space: the catalogue's own ones get another name beside it. */
    private static final Set<String> DERIVED = Set.of("l", "b", "x", "y", "z", "r", "phi", "v_r", "v_phi");

    private final StarTable table;
    private final MissingUnits missingUnits;

    RecognisedColumns(StarTable table, MissingUnits missingUnits) {
        this.table = table;
        this.missingUnits = missingUnits;
    }

    List<DraftColumn> of(Engine engine) {
        List<Recognised> recognised = UsualNames.of(table.columns().stream()
                .map(c -> new ColumnDescription(c.name(), c.type(), c.unit(), c.description(), c.ucd()))
                .toList());
        Set<String> names = new HashSet<>();
        recognised.forEach(r -> names.add(r.canonical()));
        boolean placed = names.containsAll(Set.of("ra", "dec"))
                && (names.contains("distance") || names.contains("parallax") || names.contains("distance_modulus"));
        Map<String, Range> ranges = ColumnRanges.of(
                table, recognised.stream().map(Recognised::column).toList(), engine);
        var columns = new ArrayList<DraftColumn>();
        text(List.of("name", "cluster", "star", "object", "id", "ocl"))
                .ifPresent(c ->
                        columns.add(new DraftColumn("name", c, Optional.empty(), Optional.empty(), List.of(), "")));
        for (Recognised r : recognised) {
            String quantity = r.canonical().replaceAll("_(error|lo|hi)$", "");
            boolean published = placed && DERIVED.contains(quantity);
            Range range = ranges.get(r.column());
            if (range != null && !range.isEmpty()) {
                columns.add(column(r, published, range));
            }
        }
        return columns;
    }

    private DraftColumn column(Recognised r, boolean published, Range range) {
        TableColumn inFile = table.column(r.column()).orElseThrow();
        String canonical =
                CanonicalColumns.unitOf(r.canonical()).map(Unit::canonicalText).orElse("");
        Optional<Unit> told =
                Unit.tryParse(inFile.unit()).filter(u -> !inFile.unit().isBlank());
        var fillers = new ArrayList<>(range.fillers());
        String remark = "";
        if (r.canonical().endsWith("_error") && range.zeros()) {
            fillers.add("0");
            remark = "an error of exactly 0 is no error";
        }
        Optional<String> unit = Optional.empty();
        if (told.isEmpty() && !canonical.isEmpty()) {
            if (r.unitInName().isPresent()) {
                unit = r.unitInName();
                remark = "unit by the column's name";
            } else if (missingUnits == MissingUnits.REFUSE || !inFile.unit().isBlank()) {
                unit = Optional.of(StatedUnit.FILL_IN);
                remark = "which unit? the star table's is " + canonical + "; values " + range.text()
                        + (inFile.unit().isBlank() ? "" : "; the file says '" + inFile.unit() + "'");
            }
        }
        boolean target = published && !canonical.isEmpty() && (told.isPresent() || unit.isPresent());
        return new DraftColumn(
                published ? r.canonical() + "_published" : r.canonical(),
                r.column(),
                unit,
                target ? Optional.of(canonical) : Optional.empty(),
                fillers,
                remark);
    }

    private Optional<String> text(List<String> names) {
        return names.stream()
                .flatMap(n -> table.columns().stream()
                        .filter(c -> c.type() == ColumnType.TEXT && c.name().equalsIgnoreCase(n)))
                .map(TableColumn::name)
                .findFirst();
    }
}
