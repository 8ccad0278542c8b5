package org.cellarius.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cellarius.catalogue.CanonicalColumns;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.MissingColumn;
import org.cellarius.catalogue.NearestWord;
import org.cellarius.catalogue.UsualNames;

/** Columns in order, to be found by name. */
public record ColumnList(List<TableColumn> all) {
    public ColumnList {
        all = List.copyOf(all);
    }

    /** The column of that name; upper and lower case are not told apart, as in SQL. */
    public Optional<TableColumn> find(String name) {
        return all.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
    }

    /** The column of that name, or an error that tells the nearest one. */
    public TableColumn require(String name, String where) {
        return find(name).orElseThrow(() -> {
            Optional<String> usual = usual(name);
            String near = usual.map(n -> "; '" + n + "' looks like it")
                    .or(() -> bracketed(names(), name))
                    .orElseGet(() -> near(names(), name));
            return new MissingColumn(
                    name,
                    "there is no column '" + name + "'" + near,
                    where,
                    (usual.isPresent() ? "Rename it, or name it in a study (`cellarius init TABLE` writes one). " : "")
                            + "The columns are " + listed(names()));
        });
    }

    /** The column that a canonical name is likely to mean. */
    private Optional<String> usual(String canonical) {
        return UsualNames.of(all.stream()
                        .map(c -> new ColumnDescription(c.name(), c.type(), c.unit(), c.description(), c.ucd()))
                        .toList())
                .stream()
                .filter(r -> r.canonical().equals(canonical))
                .map(UsualNames.Recognised::column)
                .findFirst();
    }

    public List<String> names() {
        return all.stream().map(TableColumn::name).toList();
    }

    /** A column name[text] whose text is no known unit, and so part of the name. */
    public static Optional<String> bracketed(List<String> names, String name) {
        return names.stream()
                .filter(n -> n.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + "["))
                .findFirst()
                .map(n -> "; '" + n.substring(name.length()) + "' of the column '" + n + "' is not a known unit");
    }

    /** "Did you mean": the name in the brackets that abundances are often written with, or the nearest one. */
    public static String near(List<String> names, String name) {
        return names.stream()
                .filter(n -> n.equalsIgnoreCase("[" + name + "]") || ("[" + n + "]").equalsIgnoreCase(name))
                .findFirst()
                .or(() -> NearestWord.in(names, name)
                        // Two columns that both have a meaning of their own are no slips of the pen: ra and r.
                        .filter(n -> CanonicalColumns.unitOf(n).isEmpty()
                                || CanonicalColumns.unitOf(name).isEmpty()))
                .map(n -> "; did you mean '" + n + "'?")
                .orElse("");
    }

    public static String listed(List<String> names) {
        var shown = new ArrayList<>(names.subList(0, Math.min(40, names.size())));
        if (names.size() > shown.size()) {
            shown.add("… (" + names.size() + " in all)");
        }
        return String.join(", ", shown);
    }
}
