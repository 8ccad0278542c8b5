package org.cellarius.duckdb;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.catalogue.ColumnType;

/** What the type of a column in a file of another program and its values say. */
sealed interface ColumnLook {
    /** A column with its value in SQL. */
    record Delivered(ColumnType type, String sql) implements ColumnLook {}

    /** A column that cannot be delivered. */
    record LeftOut(String reason) implements ColumnLook {}

    /** Looks at all columns: at the types, and where these leave it open at the values, in one pass. */
    static List<ColumnLook> at(Database database, String source, List<String> names, List<String> types) {
        List<ForeignType> meant = types.stream().map(ForeignType::of).toList();
        var asked = new ArrayList<String>();
        for (int k = 0; k < names.size(); k++) {
            String name = Sql.name(names.get(k));
            switch (meant.get(k)) {
                case ForeignType.WideInteger w ->
                    asked.add(
                            "count(*) FILTER (" + name + " IS NOT NULL AND TRY_CAST(" + name + " AS BIGINT) IS NULL)");
                case ForeignType.VeryWideInteger w ->
                    asked.add("count(*) FILTER (abs(" + name + ") > 9007199254740992)");
                case ForeignType.Bytes b ->
                    asked.add("count(*) FILTER (" + name + " IS NOT NULL AND TRY(decode(" + name + ")) IS NULL)");
                case ForeignType.Plain p -> {}
                case ForeignType.NoValue n -> {}
            }
        }
        double[] found = asked.isEmpty()
                ? new double[0]
                : database.numbers("SELECT " + String.join(", ", asked) + " FROM " + source);
        var looks = new ArrayList<ColumnLook>();
        int at = 0;
        for (int k = 0; k < names.size(); k++) {
            String name = Sql.name(names.get(k));
            looks.add(
                    switch (meant.get(k)) {
                        case ForeignType.Plain p ->
                            new Delivered(p.type(), ForeignType.value(name, types.get(k), p.type()));
                        case ForeignType.NoValue n -> new LeftOut(n.reason());
                        case ForeignType.WideInteger w ->
                            found[at++] == 0
                                    ? new Delivered(ColumnType.LONG, "CAST(" + name + " AS BIGINT)")
                                    : new Delivered(ColumnType.TEXT, "CAST(" + name + " AS VARCHAR)");
                        case ForeignType.VeryWideInteger w ->
                            found[at++] == 0
                                    ? new Delivered(ColumnType.LONG, "CAST(" + name + " AS BIGINT)")
                                    : new LeftOut("its integers have more than 38 digits;"
                                            + " write them as text with the program that made the file");
                        case ForeignType.Bytes b ->
                            found[at++] == 0
                                    ? new Delivered(ColumnType.TEXT, "nullif(rtrim(decode(" + name + "), chr(0)), '')")
                                    : new LeftOut("it holds bytes that are no UTF-8 text");
                    });
        }
        return looks;
    }
}
