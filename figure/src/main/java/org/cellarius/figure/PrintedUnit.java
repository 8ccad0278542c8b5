package org.cellarius.figure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Units as journals print them: powers raised, and no unit of a logarithm that its label tells. */
final class PrintedUnit {

    private static final Pattern LOGARITHM = Pattern.compile("log\\(.*\\)");

    /** One over something: a unit, or several in brackets. */
    private static final Pattern INVERSE = Pattern.compile("1/(?:\\(([^()/]+)\\)|([^()/ ]+))");

    private static final Pattern SEPARATOR = Pattern.compile("[ .*]+");

    private static final Pattern POWER = Pattern.compile("(?<![\\^{\\d.])\\b([A-Za-z]+)(-?[1-9])\\b");

    private PrintedUnit() {}

    /**
     * A unit behind a label.
     *
     * @return empty where there is nothing to say
     */
    static String of(String label, String unit) {
        if (LOGARITHM.matcher(unit).matches() && label.contains("log")) {
            return "";
        }
        Matcher inverse = INVERSE.matcher(unit);
        if (inverse.matches()) {
            String below = inverse.group(1) == null ? inverse.group(2) : inverse.group(1);
            var all = new StringBuilder();
            for (String one : SEPARATOR.splitAsStream(below.strip()).toList()) {
                all.append(all.isEmpty() ? "" : " ").append(inverted(one));
            }
            return all.toString();
        }
        return POWER.matcher(unit)
                .replaceAll(m -> m.group(1) + "^{" + m.group(2).replace("-", "\u2212") + "}");
    }

    private static String inverted(String unit) {
        Matcher power = POWER.matcher(unit);
        return power.matches()
                ? power.group(2).startsWith("-")
                        ? unit.replace("-", "")
                        : power.group(1) + "^{\u2212" + power.group(2) + "}"
                : unit + "^{\u22121}";
    }
}
