package org.cellarius.duckdb;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.NearestWord;
import org.cellarius.catalogue.survey.FlagNames;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;

/**
 * Flags by name in expressions: {@code flag(aspcap, STAR_BAD)} says whether a bit is set, {@code flag(gspspec, vbroadT)} which digit a
 * character of a text is; both are missing where the flag is. The call becomes SQL over the flag's column before the database reads
 * the expression, which then goes through the same checks as any other.
 *
 * <p>Bits are exact in all 64: masks are 64-bit numbers, bit 63 the sign. In a column of floating-point numbers, which some programs make
 * of whole numbers with gaps, flags are missing from 2<sup>53</sup> on, where such numbers are not exact any more.
 */
final class FlagCalls {

    /** What may hold the word without meaning the call (texts, quoted names, comments), or the call itself with its words. */
    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\\n]*|/\\*.*?\\*/"
                    + "|(?<![A-Za-z0-9_.$])flag\\s*\\((?<words>[^()'\"]*)\\)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern WORDS =
            Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*,\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*");
    private static final String EXACT_BELOW = "9007199254740992";

    private FlagCalls() {}

    /** The expression with each call of {@code flag} as SQL. */
    static String expanded(String text, StarTable table, String where) {
        var expanded = new StringBuilder();
        Matcher tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            String words = tokens.group("words");
            tokens.appendReplacement(
                    expanded, Matcher.quoteReplacement(words == null ? tokens.group() : sql(words, table, where)));
        }
        return tokens.appendTail(expanded).toString();
    }

    private static String sql(String words, StarTable table, String where) {
        Matcher m = WORDS.matcher(words);
        if (!m.matches()) {
            throw new InputError(
                    "'flag(" + words + ")' is not a flag by name",
                    where,
                    "Write the flag and one of its names, for example  flag(aspcap, STAR_BAD)");
        }
        TableColumn column = column(m.group(1), table, where);
        FlagNames names = column.flags().orElseThrow();
        int place = names.place(m.group(2))
                .orElseThrow(() -> new InputError(
                        "the flag '" + names.flag() + "' has nothing named '" + m.group(2) + "'"
                                + near(names.names(), m.group(2)),
                        where,
                        "Its names are " + String.join(", ", names.names())));
        String value = Sql.name(column.name());
        return switch (names.reading()) {
            case BIT -> "((" + whole(column, where) + " & CAST('" + FlagNames.mask(place) + "' AS BIGINT)) <> 0)";
            case DIGIT -> {
                if (column.type() != ColumnType.TEXT) {
                    throw new InputError(
                            "the flag '" + names.flag() + "' is a text of digits, but the column '" + column.name()
                                    + "' holds numbers, and its zeros are lost",
                            where,
                            "Take the table as FITS, VOTable or ECSV, where the column is a text");
                }
                yield "TRY_CAST(substr(" + value + ", " + (place + 1) + ", 1) AS BIGINT)";
            }
        };
    }

    private static String whole(TableColumn column, String where) {
        String value = Sql.name(column.name());
        return switch (column.type()) {
            case LONG -> "CAST(" + value + " AS BIGINT)";
            case DOUBLE ->
                "CAST(CASE WHEN abs(" + value + ") < " + EXACT_BELOW + " AND floor(" + value + ") = " + value + " THEN "
                        + value + " END AS BIGINT)";
            case TEXT, BOOLEAN ->
                throw new InputError(
                        "the column '" + column.name() + "' is no number, and has no bits",
                        where,
                        "Check the file's column");
        };
    }

    private static TableColumn column(String flag, StarTable table, String where) {
        List<TableColumn> flags =
                table.columns().stream().filter(c -> c.flags().isPresent()).toList();
        Optional<TableColumn> found = flags.stream()
                .filter(c -> c.flags().orElseThrow().flag().equalsIgnoreCase(flag))
                .findFirst();
        List<String> known =
                flags.stream().map(c -> c.flags().orElseThrow().flag()).toList();
        return found.orElseThrow(() -> new InputError(
                "there is no flag named '" + flag + "'" + near(known, flag),
                where,
                known.isEmpty()
                        ? "No column here has named flags: say  survey: NAME  of the catalogue, or --survey NAME"
                        : "The flags are " + String.join(", ", known)));
    }

    private static String near(List<String> words, String word) {
        return NearestWord.question(words, word);
    }
}
