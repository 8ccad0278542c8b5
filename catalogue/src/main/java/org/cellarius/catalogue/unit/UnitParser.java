package org.cellarius.catalogue.unit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.NearestWord;

/** Recursive descent over the grammar in the package description. */
final class UnitParser {
    private static final int LONGEST = 200;
    private static final int DEEPEST = 8;
    private static final int LARGEST_POWER = 20;

    /** Whole texts that the grammar would miss. */
    private static final Map<String, String> WHOLE = Map.ofEntries(
            Map.entry("-", ""),
            Map.entry("--", ""),
            Map.entry("---", ""),
            Map.entry("1", ""),
            Map.entry("kms", "km/s"),
            Map.entry("kms-1", "km/s"),
            Map.entry("kms^-1", "km/s"),
            Map.entry("masyr", "mas/yr"),
            Map.entry("masyr-1", "mas/yr"),
            Map.entry("mag(AB)", "mag"),
            Map.entry("mag(Vega)", "mag"),
            Map.entry("[-]", "dex"),
            Map.entry("log(cgs)", "log(cm/s2)"),
            Map.entry("cgs", "log(cm/s2)"),
            Map.entry("log(-)", "dex"),
            Map.entry("log(Sun)", "dex"),
            Map.entry("[Sun]", "dex"),
            Map.entry("[]", ""),
            Map.entry("dimensionless", ""),
            Map.entry("none", ""));

    private static final Set<String> SEXAGESIMAL =
            Set.of("hourangle", "h:m:s", "d:m:s", "hms", "dms", "hh:mm:ss", "dd:mm:ss", "hh mm ss", "dd mm ss");

    private static final Set<String> LOGARITHMS = Set.of("log", "log10", "dex");

    /** A part of a unit: its symbols with their powers, and size and dimension of the whole. */
    private record Part(List<Power> powers, double size, Dimension dimension) {
        static final Part ONE = new Part(List.of(), 1, Dimension.NONE);

        Part times(Part other, int power) {
            Map<String, Integer> joined = new LinkedHashMap<>();
            powers.forEach(factor -> joined.put(factor.symbol, factor.power));
            other.powers.forEach(factor -> joined.merge(factor.symbol, factor.power * power, Integer::sum));
            joined.values().removeIf(sum -> sum == 0);
            List<Power> factors = new ArrayList<>();
            joined.forEach((symbol, sum) -> factors.add(new Power(symbol, sum)));
            return new Part(factors, size * Math.pow(other.size, power), dimension.times(other.dimension, power));
        }

        String text() {
            StringBuilder text = new StringBuilder();
            boolean anyAbove = powers.stream().anyMatch(factor -> factor.power > 0);
            for (Power factor : powers) {
                if (factor.power > 0 || !anyAbove) {
                    text.append(text.isEmpty() ? "" : " ").append(factor.text(factor.power));
                }
            }
            for (Power factor : powers) {
                if (factor.power < 0 && anyAbove) {
                    text.append('/').append(factor.text(-factor.power));
                }
            }
            return text.toString();
        }
    }

    private record Power(String symbol, int power) {
        String text(int shown) {
            return shown == 1 ? symbol : symbol + shown;
        }
    }

    private final String whole;
    private final String text;
    private int at;

    private UnitParser(String whole, String text) {
        this.whole = whole;
        this.text = text;
    }

    static Unit parse(String written) {
        if (written.length() > LONGEST) {
            throw new InputError("a unit of " + written.length() + " characters", "", "Give a unit such as km/s");
        }
        String text = plain(written);
        text = WHOLE.getOrDefault(text, text);
        if (SEXAGESIMAL.contains(text)) {
            throw new InputError(
                    "unit '" + written + "' is sexagesimal text",
                    "",
                    "Use the catalogue's column in decimal degrees, or convert the column before reading");
        }
        if (text.startsWith("[") && text.endsWith("]")) {
            return logarithm(written, text.substring(1, text.length() - 1));
        }
        int open = text.indexOf('(');
        if (open > 0
                && text.endsWith(")")
                && LOGARITHMS.contains(text.substring(0, open).strip())) {
            return logarithm(written, text.substring(open + 1, text.length() - 1));
        }
        Part part = new UnitParser(written, text).everything();
        return new Unit(part.text(), part.size, part.dimension, false);
    }

    private static Unit logarithm(String written, String inner) {
        String plain = WHOLE.getOrDefault(inner.strip(), inner.strip());
        Part part = new UnitParser(written, plain).everything();
        String within = part.text();
        if (within.isEmpty() || within.equals("dex")) {
            return new Unit("dex", 1, Dimension.of(Dimension.Base.DEX, 1), false);
        }
        return new Unit("log(" + within + ")", part.size, part.dimension, true);
    }

    /** Quotes off, typographic signs to ASCII, blanks around operators off. */
    private static String plain(String written) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            switch (c) {
                case '\'', '"', '{', '}', '\\', '$' -> {}
                case '\u00b5', '\u03bc' -> text.append('u');
                case '\u2212', '\u2013', '\u207b' -> text.append('-');
                case '\u00b7', '\u22c5' -> text.append('.');
                case '\u00b9' -> text.append('1');
                case '\u00b2' -> text.append('2');
                case '\u00b3' -> text.append('3');
                case '\u00b0' -> text.append("deg");
                case '\u00c5', '\u212b' -> text.append("Angstrom");
                case '\u2609', '\u2299' -> text.append("sun");
                default -> text.append(c);
            }
        }
        return text.toString().strip().replaceAll("\\s+", " ").replaceAll(" ?([/*^()]) ?", "$1");
    }

    private Part everything() {
        if (text.isEmpty()) {
            return Part.ONE;
        }
        Part part = unit(0);
        if (at < text.length()) {
            throw unknown(text.substring(at));
        }
        return part;
    }

    private Part unit(int depth) {
        if (depth > DEEPEST) {
            throw unknown(text);
        }
        Part part = factor(depth);
        boolean divided = false;
        while (at < text.length() && text.charAt(at) != ')') {
            if (text.charAt(at) == '/') {
                at++;
                part = part.times(factor(depth), -1);
                divided = true;
                continue;
            }
            if (divided) {
                throw new InputError(
                        "unit '" + whole + "' can be read in two ways: is the last part above or below the stroke?",
                        "",
                        "Write it with one stroke per divisor, as in kpc km/s or km/s/kpc");
            }
            if (text.charAt(at) == '.' || text.charAt(at) == '*' || text.charAt(at) == ' ') {
                at++;
            }
            part = part.times(factor(depth), 1);
        }
        return part;
    }

    private Part factor(int depth) {
        if (at >= text.length()) {
            throw unknown(text);
        }
        Part part;
        if (text.charAt(at) == '(') {
            at++;
            part = unit(depth + 1);
            if (at >= text.length() || text.charAt(at) != ')') {
                throw unknown(text);
            }
            at++;
        } else if (text.startsWith("1/", at)) {
            at++;
            return Part.ONE;
        } else {
            part = symbol();
        }
        return Part.ONE.times(part, power());
    }

    private Part symbol() {
        int start = at;
        while (at < text.length() && isSymbolCharacter(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at);
        UnitSymbols.Symbol symbol =
                UnitSymbols.find(name).orElseThrow(() -> unknown(name.isEmpty() ? text.substring(start) : name));
        return new Part(List.of(new Power(symbol.name(), 1)), symbol.size(), symbol.dimension());
    }

    private static boolean isSymbolCharacter(char c) {
        return Character.isLetter(c) || c == '_' || c == '%';
    }

    private int power() {
        boolean marked = true;
        if (text.startsWith("**", at)) {
            at += 2;
        } else if (text.startsWith("^", at)) {
            at++;
        } else {
            marked = false;
        }
        boolean bracketed = marked && text.startsWith("(", at);
        if (bracketed) {
            at++;
        }
        int start = at;
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            at++;
        }
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        String digits = text.substring(start, at);
        if (bracketed) {
            if (!text.startsWith(")", at)) {
                throw unknown(text);
            }
            at++;
        }
        if (digits.isEmpty() && !marked) {
            return 1;
        }
        try {
            int power = Integer.parseInt(digits);
            if (power != 0 && Math.abs(power) <= LARGEST_POWER) {
                return power;
            }
        } catch (NumberFormatException notANumber) {
            throw unknown(text.substring(Math.min(start, text.length() - 1)));
        }
        throw unknown(text.substring(start));
    }

    private InputError unknown(String part) {
        String guess = NearestWord.in(UnitSymbols.spellings(), part.strip())
                .map(near -> "Did you mean '" + near + "'? ")
                .orElse("");
        String where = part.equals(whole) ? "" : "'" + part.strip() + "' in it";
        return new InputError(
                "unknown unit '" + whole + "'",
                where,
                guess + "Units look like km/s, mas/yr, kpc, Gyr, deg, dex; state the column's unit with `unit:`");
    }
}
