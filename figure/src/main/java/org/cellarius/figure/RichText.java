package org.cellarius.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of text with simple markup: <code>_{sub}</code>, <code>^{sup}</code>, <code>*{oblique}</code> and
 * <code>!{bold}</code>, as in <code>*{R}_{g} (kpc^{-1})</code>. A hyphen before a digit in an index becomes a minus sign. Markup
 * that is not closed is shown as it stands.
 */
record RichText(List<Run> runs, double sizePt) {

    /**
     * Letters of one kind.
     *
     * @param text the letters
     * @param face font
     * @param sizePt size of the font, in points
     * @param risePt height of their baseline above that of the line, in points
     */
    record Run(String text, Typeface face, double sizePt, double risePt) {

        double widthPt() {
            return face.widthPt(text, sizePt);
        }
    }

    private static final double INDEX_SIZE = 0.7;
    private static final double SUPERSCRIPT_RISE = 0.36;
    private static final double SUBSCRIPT_RISE = -0.17;

    /** Height of a capital letter of DejaVu Sans, per font size. */
    private static final double CAP_HEIGHT = 0.729;

    static RichText of(String markup, double sizePt) {
        return of(markup, sizePt, Typeface.REGULAR);
    }

    static RichText of(String markup, double sizePt, Typeface face) {
        List<Run> runs = new ArrayList<>();
        int done = 0;
        for (int i = 0; i + 1 < markup.length(); i++) {
            int end =
                    markup.charAt(i + 1) == '{' && "_^*!".indexOf(markup.charAt(i)) >= 0 ? markup.indexOf('}', i) : -1;
            if (end > 0) {
                addPlain(runs, markup.substring(done, i), sizePt, face);
                addMarked(runs, markup.charAt(i), markup.substring(i + 2, end), sizePt, face);
                done = end + 1;
                i = end;
            }
        }
        addPlain(runs, markup.substring(done), sizePt, face);
        return new RichText(List.copyOf(runs), sizePt);
    }

    private static void addPlain(List<Run> runs, String text, double sizePt, Typeface face) {
        if (!text.isEmpty()) {
            runs.add(new Run(face.known(text), face, sizePt, 0));
        }
    }

    private static void addMarked(List<Run> runs, char mark, String text, double sizePt, Typeface face) {
        if (mark == '*') {
            addPlain(runs, text, sizePt, Typeface.OBLIQUE);
        } else if (mark == '!') {
            addPlain(runs, text, sizePt, Typeface.BOLD);
        } else if (!text.isEmpty()) {
            String index = face.known(text.replaceAll("-(?=[0-9])", "\u2212"));
            double rise = mark == '^' ? SUPERSCRIPT_RISE : SUBSCRIPT_RISE;
            runs.add(new Run(index, face, INDEX_SIZE * sizePt, rise * sizePt));
        }
    }

    double widthPt() {
        return runs.stream().mapToDouble(Run::widthPt).sum();
    }

    /** Height of capital letters, in points. */
    double capHeightPt() {
        return CAP_HEIGHT * sizePt;
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }
}
