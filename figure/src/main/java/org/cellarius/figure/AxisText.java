package org.cellarius.figure;

import java.util.List;

/** The words along an axis. */
final class AxisText {

    /** Text that would not fit is set smaller, but not below this fraction of its size. */
    private static final double SMALLEST = 0.6;

    private AxisText() {}

    /** The label along x of a panel {@code widthPt} wide: one line, or two where it is long. */
    static List<RichText> xLabel(PanelPlan plan, double widthPt) {
        return lines(plan.x(), plan.xTicks(), 1.12 * widthPt);
    }

    /** The label along y of a panel {@code heightPt} high. */
    static List<RichText> yLabel(PanelPlan plan, double heightPt) {
        return lines(plan.y(), plan.yTicks(), 1.05 * heightPt);
    }

    private static List<RichText> lines(Axis axis, Ticks ticks, double roomPt) {
        String text = words(axis, ticks);
        if (RichText.of(text, Measures.SMALL_PT).widthPt() <= roomPt || !text.contains(" ")) {
            return List.of(fitted(text, Measures.LABEL_PT, Typeface.REGULAR, roomPt));
        }
        return broken(text).stream()
                .map(line -> fitted(line, Measures.SMALL_PT, Typeface.REGULAR, roomPt))
                .toList();
    }

    /** Two lines about as long. */
    private static List<String> broken(String text) {
        int best = text.indexOf(' ');
        for (int i = best; i >= 0; i = text.indexOf(' ', i + 1)) {
            // Not within the braces of an index.
            boolean open = text.lastIndexOf('{', i) > text.lastIndexOf('}', i);
            if (!open && Math.abs(2 * i - text.length()) < Math.abs(2 * best - text.length())) {
                best = i;
            }
        }
        return List.of(text.substring(0, best), text.substring(best + 1));
    }

    /** {@code label (unit)}, with the power of ten taken out of the tick labels, in at most {@code roomPt}. */
    static RichText of(Axis axis, Ticks ticks, double roomPt) {
        return fitted(words(axis, ticks), Measures.LABEL_PT, Typeface.REGULAR, roomPt);
    }

    private static String words(Axis axis, Ticks ticks) {
        String power = ticks.exponent() == 0 ? "" : "10^{" + ticks.exponent() + "}";
        String inner = (power + " " + axis.unit()).strip();
        return inner.isEmpty() ? axis.label() : (axis.label() + " (" + inner + ")").strip();
    }

    static RichText fitted(String markup, double sizePt, Typeface face, double roomPt) {
        RichText text = RichText.of(markup, sizePt, face);
        double factor = Math.max(SMALLEST, roomPt / text.widthPt());
        return factor < 1 ? RichText.of(markup, sizePt * factor, face) : text;
    }

    /** Tick labels are set in the small size. */
    static RichText tick(String label) {
        return RichText.of(label, Measures.SMALL_PT);
    }

    static double widestTickPt(Ticks ticks) {
        return ticks.labels().stream()
                .mapToDouble(label -> tick(label).widthPt())
                .max()
                .orElse(0);
    }
}
