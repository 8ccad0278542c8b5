package org.cellarius.figure;

import java.util.List;

/** The words along an axis. */
final class AxisText {

    /** The label along x of a panel {@code widthPt} wide: one line, or two where it is long. */
    static List<RichText> xLabel(PanelPlan plan, double widthPt) {
        return lines(plan.x(), plan.xTicks(), 1.12 * widthPt);
    }

    /** The label along y of a panel {@code heightPt} high. */
    static List<RichText> yLabel(PanelPlan plan, double heightPt) {
        return lines(plan.y(), plan.yTicks(), 1.05 * heightPt);
    }

    private static List<RichText> lines(Axis axis, Ticks ticks, double roomPt) {
        return lines(words(axis, ticks), Measures.LABEL_PT, Typeface.REGULAR, roomPt);
    }

    /** The label along a colour bar {@code heightPt} high. */
    static List<RichText> barLabel(Axis axis, Ticks ticks, double heightPt) {
        return lines(axis, ticks, heightPt);
    }

    /** One line in its size or a little smaller, but not below {@link Measures#SMALL_PT}; more lines of that where it is longer. */
    static List<RichText> lines(String markup, double sizePt, Typeface face, double roomPt) {
        if (RichText.of(markup, Measures.SMALL_PT, face).widthPt() <= roomPt) {
            RichText text = RichText.of(markup, sizePt, face);
            return List.of(
                    text.widthPt() <= roomPt ? text : RichText.of(markup, sizePt * roomPt / text.widthPt(), face));
        }
        return BrokenText.within(markup, Measures.SMALL_PT, face, roomPt);
    }

    private static String words(Axis axis, Ticks ticks) {
        String power = ticks.exponent() == 0 ? "" : "10^{" + ticks.exponent() + "}";
        String inner = (power + " " + PrintedUnit.of(axis.label(), axis.unit())).strip();
        return inner.isEmpty() ? axis.label() : (axis.label() + " (" + inner + ")").strip();
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
