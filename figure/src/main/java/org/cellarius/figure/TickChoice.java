package org.cellarius.figure;

/** As many ticks as the length of an axis carries. */
final class TickChoice {

    private static final double SPACING_ALONG_Y_PT = 21;
    private static final double SPACING_ALONG_X_PT = 22;

    private TickChoice() {}

    /** Ticks for an upright axis, {@code lengthPt} long. */
    static Ticks upright(Axis axis, double lengthPt) {
        if (!axis.names().isEmpty()) {
            return Ticks.named(axis.names());
        }
        return Ticks.of(axis.min(), axis.max(), Math.max(2, (int) (lengthPt / SPACING_ALONG_Y_PT) + 1));
    }

    /** Ticks for a level axis, {@code lengthPt} long, whose labels do not touch. */
    static Ticks level(Axis axis, double lengthPt) {
        if (!axis.names().isEmpty()) {
            return Ticks.named(axis.names());
        }
        int most = Math.max(2, (int) (lengthPt / SPACING_ALONG_X_PT) + 1);
        Ticks ticks = Ticks.of(axis.min(), axis.max(), most);
        while (most > 2 && crowded(axis, ticks, lengthPt)) {
            most--;
            ticks = Ticks.of(axis.min(), axis.max(), most);
        }
        return ticks;
    }

    private static boolean crowded(Axis axis, Ticks ticks, double lengthPt) {
        if (ticks.major().size() < 2) {
            return false;
        }
        double apart = (ticks.major().get(1) - ticks.major().get(0)) / axis.span() * lengthPt;
        return apart < AxisText.widestTickPt(ticks) + Measures.SMALL_PT;
    }
}
