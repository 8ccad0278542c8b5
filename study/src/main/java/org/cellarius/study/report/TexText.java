package org.cellarius.study.report;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as LaTeX sets it: special characters disarmed, the markup of figures and the field's symbols in mathematics. */
final class TexText {

    /** The markup of figures: subscripts, powers, oblique and bold letters. */
    private static final Pattern RAISED = Pattern.compile("([_^*!])\\{([^}]*)}");

    private static final Map<Integer, String> SYMBOLS = Map.ofEntries(
            symbol('α', "\\alpha"),
            symbol('β', "\\beta"),
            symbol('γ', "\\gamma"),
            symbol('δ', "\\delta"),
            symbol('θ', "\\theta"),
            symbol('λ', "\\lambda"),
            symbol('μ', "\\mu"),
            symbol('ν', "\\nu"),
            symbol('ρ', "\\rho"),
            symbol('σ', "\\sigma"),
            symbol('φ', "\\phi"),
            symbol('χ', "\\chi"),
            symbol('Δ', "\\Delta"),
            symbol('Σ', "\\Sigma"),
            symbol('≤', "\\le"),
            symbol('≥', "\\ge"),
            symbol('≠', "\\ne"),
            symbol('±', "\\pm"),
            symbol('−', "-"),
            symbol('×', "\\times"),
            symbol('·', "\\cdot"),
            symbol('∞', "\\infty"),
            symbol('√', "\\surd"),
            symbol('⊙', "\\odot"),
            symbol('°', "^\\circ"),
            symbol('²', "^2"),
            symbol('³', "^3"),
            symbol('<', "<"),
            symbol('>', ">"),
            symbol('|', "|"));

    private TexText() {}

    private static Map.Entry<Integer, String> symbol(int character, String tex) {
        return Map.entry(character, "$" + tex + "$");
    }

    static String of(String text) {
        var out = new StringBuilder();
        Matcher raised = RAISED.matcher(text);
        int done = 0;
        while (raised.find()) {
            plain(text.substring(done, raised.start()), out);
            var inner = new StringBuilder();
            plain(raised.group(2), inner);
            switch (raised.group(1)) {
                case "*" -> out.append("\\textit{").append(inner).append('}');
                case "!" -> out.append("\\textbf{").append(inner).append('}');
                default ->
                    out.append('$')
                            .append(raised.group(1))
                            .append("{\\rm ")
                            .append(inner.toString().replace("$", ""))
                            .append("}$");
            }
            done = raised.end();
        }
        plain(text.substring(done), out);
        return out.toString();
    }

    private static void plain(String text, StringBuilder out) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> out.append("\\textbackslash{}");
                case '&', '%', '$', '#', '_', '{', '}' -> out.append('\\').appendCodePoint(c);
                case '~' -> out.append("\\textasciitilde{}");
                case '^' -> out.append("\\textasciicircum{}");
                case '–' -> out.append("--");
                case '’' -> out.append('\'');
                default -> {
                    String symbol = SYMBOLS.get(c);
                    if (symbol == null) {
                        out.appendCodePoint(c);
                    } else {
                        out.append(symbol);
                    }
                }
            }
        });
    }
}
