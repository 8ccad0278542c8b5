package org.cellarius.figure;

/** The words along an axis. */
final class AxisText {

    /** Text that would not fit is set smaller, but not below this fraction of its size. */
    private static final double SMALLEST = 0.6;

    private AxisText() {}

    /** {@code label (unit)}, with the power of ten taken out of the tick labels, in at most {@code roomPt}. */
    static RichText of(Axis axis, Ticks ticks, double roomPt) {
        String power = ticks.exponent() == 0 ? "" : "10^{" + ticks.exponent() + "}";
        String inner = (power + " " + axis.unit()).strip();
        String text = inner.isEmpty() ? axis.label() : (axis.label() + " (" + inner + ")").strip();
        return fitted(text, Measures.LABEL_PT, Typeface.REGULAR, roomPt);
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
