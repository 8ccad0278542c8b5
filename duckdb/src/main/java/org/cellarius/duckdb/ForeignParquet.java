package org.cellarius.duckdb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.Precision;
import org.cellarius.catalogue.Unreadable;
import org.cellarius.engine.DistinctNames;
import org.cellarius.engine.StarTable;

/**
 * A Parquet file of another program, by the meaning of its columns: masks as astropy writes them ({@code x.mask} beside {@code x})
 * make values missing, unsigned and decimal integers are exact, what no column can hold is left out with the reason.
 *
 * @param columns the columns by the names that the file gives them; some may differ only in upper and lower case
 * @param expressions their values in SQL, over the names that {@link DistinctNames} gives to all columns of the file
 * @param all the names of all columns of the file in SQL
 * @param leftOut the columns left out
 */
record ForeignParquet(
        Path parquet,
        List<ColumnDescription> columns,
        List<String> expressions,
        List<String> all,
        List<Unreadable> leftOut) {

    private static final String MASK = ".mask";

    /** Reads the meaning of columns; the values of wide integers and of bytes are looked through. */
    static ForeignParquet of(
            Database database, Path parquet, List<ColumnDescription> described, List<String> types, boolean masks) {
        List<String> names =
                DistinctNames.of(described.stream().map(ColumnDescription::name).toList());
        Map<String, String> maskOf = masks ? masks(described, types, names) : Map.of();
        List<ColumnLook> looks = ColumnLook.at(database, source(parquet, names), names, types);
        var columns = new ArrayList<ColumnDescription>();
        var expressions = new ArrayList<String>();
        var leftOut = new ArrayList<Unreadable>();
        Set<String> maskColumns = Set.copyOf(maskOf.values());
        for (int k = 0; k < names.size(); k++) {
            ColumnDescription d = described.get(k);
            if (maskColumns.contains(Sql.name(names.get(k)))) {
                continue;
            }
            switch (looks.get(k)) {
                case ColumnLook.Delivered r -> {
                    String mask = maskOf.get(d.name());
                    columns.add(new ColumnDescription(d.name(), r.type(), d.unit(), d.description(), d.ucd())
                            .inSinglePrecision(d.precision() == Precision.SINGLE));
                    expressions.add(
                            mask == null ? r.sql() : "CASE WHEN " + mask + " THEN NULL ELSE " + r.sql() + " END");
                }
                case ColumnLook.LeftOut l -> leftOut.add(new Unreadable(d.name(), l.reason()));
            }
        }
        return new ForeignParquet(parquet, columns, expressions, names, leftOut);
    }

    /** The columns of truth values that say where another one is missing, by the name of the other. */
    private static Map<String, String> masks(
            List<ColumnDescription> described, List<String> types, List<String> names) {
        Set<String> there = described.stream().map(ColumnDescription::name).collect(Collectors.toSet());
        Map<String, String> masks = new HashMap<>();
        for (int k = 0; k < names.size(); k++) {
            String name = described.get(k).name();
            String masked = name.endsWith(MASK) ? name.substring(0, name.length() - MASK.length()) : "";
            if (types.get(k).equals("BOOLEAN") && there.contains(masked)) {
                masks.put(masked, Sql.name(names.get(k)));
            }
        }
        return masks;
    }

    /** The columns as a source in SQL, by the names given. */
    String sql(List<String> given) {
        var values = new ArrayList<String>();
        for (int k = 0; k < expressions.size(); k++) {
            values.add(expressions.get(k) + " AS " + Sql.name(given.get(k)));
        }
        return "(SELECT " + String.join(", ", values) + " FROM " + source(parquet, all) + ")";
    }

    private static String source(Path parquet, List<String> names) {
        return Sql.parquet(List.of(parquet)) + " AS file("
                + names.stream().map(Sql::name).collect(Collectors.joining(", ")) + ")";
    }

    /** How {@link StarTable} reads the file where it lies. */
    DuckDbTable.Reading reading() {
        Map<String, String> values = new LinkedHashMap<>();
        for (int k = 0; k < expressions.size(); k++) {
            values.put(columns.get(k).name(), expressions.get(k));
        }
        return new DuckDbTable.Reading(values);
    }
}
