package org.cellarius.study.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
import org.cellarius.engine.Aggregate;
import org.cellarius.engine.Engine;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Call;
import org.cellarius.engine.expression.Column;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.StarFunction;
import org.cellarius.study.ColumnSource.Origin;
import org.cellarius.study.StatedUnit;
import org.cellarius.study.draft.ColumnRanges.Range;

/** The columns of a table that no survey dictionary knows, as a draft names them. */
final class RecognisedColumns {

    /** Given by phase space: the catalogue's own ones get another name beside it. */
    private static final Set<String> DERIVED = Set.of("l", "b", "x", "y", "z", "r", "phi", "v_r", "v_phi");

    /** Columns that are taken of a table in which nothing is recognised. */
    private static final int AS_THEY_ARE = 20;

    private final StarTable table;
    private final MissingUnits missingUnits;
    private final Map<String, Range> ranges = new HashMap<>();

    RecognisedColumns(StarTable table, MissingUnits missingUnits) {
        this.table = table;
        this.missingUnits = missingUnits;
    }

    /** Ranges of the file's columns that were looked at, for nobody to ask the table again. */
    Map<String, Range> ranges() {
        return ranges;
    }

    List<DraftColumn> of(Engine engine) {
        List<Recognised> recognised = UsualNames.of(table.columns().stream()
                .map(c -> new ColumnDescription(c.name(), c.type(), c.unit(), c.description(), c.ucd()))
                .toList());
        Set<String> names = new HashSet<>();
        recognised.forEach(r -> names.add(r.canonical()));
        List<DraftColumn> sky = names.contains("ra") ? List.of() : sky(recognised, engine);
        boolean placed = (names.containsAll(Set.of("ra", "dec")) || !sky.isEmpty())
                && (names.contains("distance") || names.contains("parallax") || names.contains("distance_modulus"));
        ranges.putAll(ColumnRanges.of(
                table, recognised.stream().map(Recognised::column).toList(), engine));
        var columns = new ArrayList<DraftColumn>();
        text(List.of("name", "cluster", "star", "object", "id", "ocl"))
                .ifPresent(c -> columns.add(DraftColumn.of("name", c)));
        for (Recognised r : recognised) {
            String quantity = r.canonical().replaceAll("_(error|lo|hi)$", "");
            boolean published = placed && DERIVED.contains(quantity);
            Range range = ranges.get(r.column());
            if (range != null && !range.isEmpty()) {
                columns.add(column(r, published, range));
            }
        }
        columns.addAll(0, sky);
        return columns.isEmpty() || columns.stream().allMatch(c -> c.name().equals("name"))
                ? asTheyAre(columns)
                : columns;
    }

    /** Places on the sky that the table has as texts, or in Galactic coordinates. */
    private List<DraftColumn> sky(List<Recognised> recognised, Engine engine) {
        Optional<String> ra = sexagesimal("ra", engine);
        Optional<String> dec = sexagesimal("dec", engine);
        if (ra.isPresent() && dec.isPresent()) {
            return SkyExpressions.sexagesimal(ra.get(), dec.get());
        }
        String l = inDegrees("l", recognised);
        String b = inDegrees("b", recognised);
        return l.isEmpty() || b.isEmpty() ? List.of() : SkyExpressions.galactic(l, b);
    }

    /** A text column of that meaning whose every value is sexagesimal. */
    private Optional<String> sexagesimal(String canonical, Engine engine) {
        return UsualNames.ofTexts(
                        canonical,
                        table.columns().stream()
                                .filter(c -> c.type() == ColumnType.TEXT)
                                .map(TableColumn::name)
                                .toList())
                .filter(c -> {
                    Expression text = new Call(StarFunction.TRIM, List.of(table.value(c)));
                    double[] counts = engine.answers(
                            table,
                            List.of(
                                    Aggregate.count("texts", text.differsFrom(Expression.of(""))),
                                    Aggregate.count(
                                            "sexagesimal",
                                            new Call(
                                                    StarFunction.MATCHES_WHOLLY,
                                                    List.of(text, Expression.of(SkyExpressions.SEXAGESIMAL))))));
                    return counts[0] > 0 && counts[0] == counts[1];
                });
    }

    /** The column as expressions write it; empty if it is not in degrees. */
    private String inDegrees(String canonical, List<Recognised> recognised) {
        return recognised.stream()
                .filter(r -> r.canonical().equals(canonical))
                .flatMap(r -> table.column(r.column()).stream())
                .filter(c -> c.unit().isBlank()
                        || Unit.tryParse(c.unit())
                                .map(u -> u.equals(Unit.parse("deg")))
                                .orElse(false))
                .map(c -> Column.written(c.name()))
                .findFirst()
                .orElse("");
    }

    /** Columns of numbers under their own names, where nothing was recognised. */
    private List<DraftColumn> asTheyAre(List<DraftColumn> before) {
        Set<String> used = new HashSet<>(Set.of("catalogue", "file_row_number", "name"));
        var columns = new ArrayList<>(before);
        table.columns().stream()
                .filter(c -> c.type() == ColumnType.DOUBLE || c.type() == ColumnType.LONG)
                .limit(AS_THEY_ARE)
                .forEach(c -> {
                    String name = c.name()
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^a-z0-9_]+", "_")
                            .replaceAll("^[^a-z]+|_+$", "");
                    String own = name.isEmpty() || CanonicalColumns.unitOf(name).isPresent() ? "column_" + name : name;
                    if (used.add(own)) {
                        columns.add(DraftColumn.of(own, c.name()));
                    }
                });
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
            }
            Optional<String> only = onlyUnit(r.canonical(), canonical, range);
            boolean byName = unit.isPresent()
                    && (endsWith(r.column(), unit.get()) || Plausible.in(unit.get(), r.canonical(), range));
            if (!byName && inFile.unit().isBlank() && only.isPresent() && missingUnits == MissingUnits.REFUSE) {
                unit = only;
                remark = "no other unit is in use";
            } else if (!byName
                    && (unit.isPresent()
                            || missingUnits == MissingUnits.REFUSE
                            || !inFile.unit().isBlank()
                            || !Plausible.in(canonical, r.canonical(), range))) {
                unit = Optional.of(StatedUnit.FILL_IN);
                remark = "which unit? the star table's is " + canonical + "; values " + range.text()
                        + (inFile.unit().isBlank() ? "" : "; the file says '" + inFile.unit() + "'");
            }
        }
        boolean target = published && !canonical.isEmpty() && (told.isPresent() || unit.isPresent());
        return new DraftColumn(
                published ? r.canonical() + "_published" : r.canonical(),
                new Origin.FileColumn(r.column()),
                unit,
                target ? Optional.of(canonical) : Optional.empty(),
                fillers,
                remark);
    }

    /** Whether the unit itself stands in the name; what values of a name always have is a convention that a file may not keep. */
    private static boolean endsWith(String column, String unit) {
        return letters(column).endsWith(letters(unit));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    /** The unit of quantities that are published in no other: abundances, surface gravities, brightnesses, temperatures. */
    private static Optional<String> onlyUnit(String canonical, String unit, Range range) {
        boolean one = unit.equals("dex") || unit.equals("log(cm/s2)") || unit.equals("mag") || unit.equals("K");
        return Optional.of(unit).filter(u -> one && Plausible.in(u, canonical, range));
    }

    private Optional<String> text(List<String> names) {
        return names.stream()
                .flatMap(n -> table.columns().stream()
                        .filter(c -> c.type() == ColumnType.TEXT && c.name().equalsIgnoreCase(n)))
                .map(TableColumn::name)
                .findFirst();
    }
}
