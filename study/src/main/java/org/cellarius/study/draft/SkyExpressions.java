package org.cellarius.study.draft;

import java.util.List;
import java.util.Optional;
import org.cellarius.engine.expression.Column;
import org.cellarius.study.ColumnSource.Origin;

/** Right ascension and declination computed of what a table has in their place. */
final class SkyExpressions {

    /** Degrees or hours, minutes and seconds, with colons or blanks between them. */
    static final String SEXAGESIMAL = "[+-]?[0-9]{1,3}[: ]+[0-9]{1,2}[: ]+[0-9]{1,2}([.][0-9]*)?";

    private SkyExpressions() {}

    /** Of Galactic coordinates in degrees, names as expressions write them: the rotation of the phase space, with its pole in ICRS. */
    static List<DraftColumn> galactic(String l, String b) {
        String cosine = "cos(radians(" + b + "))";
        String sine = "sin(radians(" + b + "))";
        String fromPole = "radians(122.93192525541662 - " + l + ")";
        String pole = "radians(27.128252414968028)";
        String declination = "degrees(asin(greatest(-1, least(1, " + sine + " * sin(" + pole + ") + " + cosine
                + " * cos(" + pole + ") * cos(" + fromPole + ")))))";
        String rightAscension = "(192.85947789477606 + degrees(atan2(" + cosine + " * sin(" + fromPole + "), " + sine
                + " * cos(" + pole + ") - " + cosine + " * sin(" + pole + ") * cos(" + fromPole + "))) + 360) % 360";
        return List.of(
                computed("ra", rightAscension, "from " + l + " and " + b + " in degrees"),
                computed("dec", declination, ""));
    }

    /** Of texts such as 10:41:38.9 and -03 15 20. */
    static List<DraftColumn> sexagesimal(String ra, String dec) {
        return List.of(
                computed("ra", "15 * (" + summed(ra) + ")", "hours, minutes and seconds of " + ra),
                computed(
                        "dec",
                        "CASE WHEN starts_with(" + text(dec) + ", '-') THEN -1 ELSE 1 END * (" + summed(dec) + ")",
                        "degrees, minutes and seconds of " + dec));
    }

    private static String summed(String column) {
        return "abs(" + part(column, 1) + ") + " + part(column, 2) + " / 60 + " + part(column, 3) + " / 3600";
    }

    private static String part(String column, int number) {
        return "TRY_CAST(split_part(replace(replace(" + text(column) + ", ':', ' '), '  ', ' '), ' ', " + number
                + ") AS DOUBLE)";
    }

    private static String text(String column) {
        return "trim(" + Column.written(column) + ")";
    }

    private static DraftColumn computed(String name, String expression, String remark) {
        return new DraftColumn(
                name, new Origin.Computed(expression), Optional.of("deg"), Optional.empty(), List.of(), remark);
    }
}
