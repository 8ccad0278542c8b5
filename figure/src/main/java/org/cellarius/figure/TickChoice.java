package org.cellarius.figure;

import java.util.List;

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
        return ticks(axis, Math.max(2, (int) (lengthPt / SPACING_ALONG_Y_PT) + 1));
    }

    /** Ticks for a level axis, {@code lengthPt} long, whose labels do not touch. */
    static Ticks level(Axis axis, double lengthPt) {
        if (!axis.names().isEmpty()) {
            return Ticks.named(axis.names());
        }
        int most = Math.max(2, (int) (lengthPt / SPACING_ALONG_X_PT) + 1);
        Ticks ticks = ticks(axis, most);
        while (most > 2 && crowded(axis, ticks, lengthPt)) {
            most--;
            ticks = ticks(axis, most);
        }
        return ticks;
    }

    private static Ticks ticks(Axis axis, int most) {
        if (axis.spacing() == Axis.Spacing.PROJECTED) {
            return Ticks.named(List.of());
        }
        return axis.logarithmic() ? LogTicks.of(axis.min(), axis.max(), most) : Ticks.of(axis.min(), axis.max(), most);
    }

    /** Whether labels touch. */
    static boolean crowded(Axis axis, Ticks ticks, double lengthPt) {
        double room = AxisText.widestTickPt(ticks) + Measures.SMALL_PT;
        for (int i = 1; i < ticks.major().size(); i++) {
            double apart = Math.abs(axis.fraction(ticks.major().get(i))
                    - axis.fraction(ticks.major().get(i - 1)));
            if (apart * lengthPt < room) {
                return true;
            }
        }
        return false;
    }
}
