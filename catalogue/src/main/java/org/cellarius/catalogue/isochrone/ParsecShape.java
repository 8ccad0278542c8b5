package org.cellarius.catalogue.isochrone;

import java.util.List;

/**
 * Phases of PARSEC isochrones whose files do not tell them, by their shape: the main sequence (1) ends at its hottest point, behind the hook where there is
 * one; subgiants (2) end at the knee, the point furthest from the straight line to the brightest point before the helium flash; red giants
 * (3) end at the flash, a fall of log L in one step. What follows is 4. Isochrones too young for a flash have their later phases in 3.
 */
final class ParsecShape {

    /** A fall of log L from a point to the next that is a helium flash, dex. */
    private static final double FLASH = 0.3;
    /** The hook is looked for above this log of surface gravity, cm/s&sup2;. */
    private static final double DWARF_LOG_G = 3.4;
    /** A hook is one if log T_eff rises again by so much. */
    private static final double HOOK = 5e-4;
    /** Units of log T_eff and log L in which curves are drawn. */
    private static final double UNIT_LOG_TEFF = 0.1;

    private final int light;
    private final int logTeff;
    private final int logG;

    ParsecShape(int light, int logTeff, int logG) {
        this.light = light;
        this.logTeff = logTeff;
        this.logG = logG;
    }

    /** The phase of each point. */
    double[] phases(List<double[]> rows) {
        int end = rows.size() - 1;
        int turn = mainSequenceEnd(rows);
        int flash = end;
        for (int i = end - 1; i > turn; i--) {
            flash = rows.get(i)[light] - rows.get(i + 1)[light] > FLASH ? i : flash;
        }
        int tip = turn;
        for (int i = turn; i <= flash; i++) {
            tip = rows.get(i)[light] > rows.get(tip)[light] ? i : tip;
        }
        int knee = knee(rows, turn, tip);
        double[] phases = new double[rows.size()];
        for (int i = 0; i <= end; i++) {
            phases[i] = i <= turn ? 1 : i <= knee ? 2 : i <= flash ? 3 : 4;
        }
        return phases;
    }

    private int mainSequenceEnd(List<double[]> rows) {
        int last = 0;
        while (last + 1 < rows.size() && rows.get(last + 1)[logG] > DWARF_LOG_G) {
            last++;
        }
        int hottest = hottest(rows, 0, last);
        double deepest = HOOK;
        int coolest = -1;
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= last; i++) {
            before = Math.max(before, rows.get(i)[logTeff]);
            double depth = Math.min(before, rows.get(hottest(rows, i, last))[logTeff]) - rows.get(i)[logTeff];
            if (depth > deepest) {
                deepest = depth;
                coolest = i;
            }
        }
        return coolest < 0 ? hottest : hottest(rows, coolest, last);
    }

    private int hottest(List<double[]> rows, int from, int to) {
        int hottest = from;
        for (int i = from; i <= to; i++) {
            hottest = rows.get(i)[logTeff] > rows.get(hottest)[logTeff] ? i : hottest;
        }
        return hottest;
    }

    private int knee(List<double[]> rows, int from, int to) {
        double x = (rows.get(to)[logTeff] - rows.get(from)[logTeff]) / UNIT_LOG_TEFF;
        double y = rows.get(to)[light] - rows.get(from)[light];
        double furthest = 0;
        int knee = from;
        for (int i = from; i <= to; i++) {
            double dx = (rows.get(i)[logTeff] - rows.get(from)[logTeff]) / UNIT_LOG_TEFF;
            double dy = rows.get(i)[light] - rows.get(from)[light];
            // On the cool side: metal-rich giants bend to the other one.
            double off = x * dy - y * dx;
            if (off > furthest) {
                furthest = off;
                knee = i;
            }
        }
        return knee;
    }
}
