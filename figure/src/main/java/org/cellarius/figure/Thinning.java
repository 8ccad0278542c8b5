package org.cellarius.figure;

import java.util.Arrays;

/**
 * Leaves out corners of a curve that nobody can see. Of the corners in a column of paper a tenth of a point wide the first, the last, the lowest and the
 * highest stay, and so the ink that a dense curve leaves; then those that lie on the straight line between their neighbours go (Douglas and Peucker 1973).
 */
final class Thinning {

    /** A third of a pixel of 300 to the inch. */
    private static final double COLUMN_PT = 0.1;

    private static final double TOLERANCE_PT = 0.02;

    /** Shorter curves stay as they are. */
    private static final int SHORT = 100;

    private final double[] x;
    private final double[] y;
    private final boolean[] kept;

    private Thinning(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        this.kept = new boolean[x.length];
    }

    /**
     * Which corners stay: all missing ones, which part pieces, and enough of each piece.
     *
     * @param x abscissae on the paper, in points
     * @param y ordinates
     */
    static int[] kept(double[] x, double[] y) {
        var thinning = new Thinning(x, y);
        int start = 0;
        for (int i = 0; i <= x.length; i++) {
            if (i == x.length || Double.isNaN(x[i] + y[i])) {
                thinning.piece(start, i);
                start = i + 1;
                if (i < x.length) {
                    thinning.kept[i] = true;
                }
            }
        }
        return java.util.stream.IntStream.range(0, x.length)
                .filter(i -> thinning.kept[i])
                .toArray();
    }

    private void piece(int from, int to) {
        if (to - from <= SHORT) {
            Arrays.fill(kept, Math.min(from, to), to, true);
            return;
        }
        int[] seen = new int[to - from];
        int n = 0;
        for (int i = from; i < to; ) {
            int first = i;
            int lowest = i;
            int highest = i;
            double left = x[i];
            double right = x[i];
            while (i < to && Math.max(right, x[i]) - Math.min(left, x[i]) <= COLUMN_PT) {
                left = Math.min(left, x[i]);
                right = Math.max(right, x[i]);
                lowest = y[i] < y[lowest] ? i : lowest;
                highest = y[i] > y[highest] ? i : highest;
                i++;
            }
            int[] corners = {first, lowest, highest, i - 1};
            Arrays.sort(corners);
            for (int c : corners) {
                if (n == 0 || seen[n - 1] != c) {
                    seen[n++] = c;
                }
            }
        }
        straighten(Arrays.copyOf(seen, n));
    }

    /** Keeps the ends, and the corner farthest from the line between them while it is off that line. */
    private void straighten(int[] seen) {
        var open = new java.util.ArrayDeque<int[]>();
        open.push(new int[] {0, seen.length - 1});
        kept[seen[0]] = true;
        kept[seen[seen.length - 1]] = true;
        while (!open.isEmpty()) {
            int[] span = open.pop();
            int farthest = -1;
            double distance = TOLERANCE_PT;
            for (int k = span[0] + 1; k < span[1]; k++) {
                double off = distance(seen[k], seen[span[0]], seen[span[1]]);
                if (off > distance) {
                    distance = off;
                    farthest = k;
                }
            }
            if (farthest >= 0) {
                kept[seen[farthest]] = true;
                open.push(new int[] {span[0], farthest});
                open.push(new int[] {farthest, span[1]});
            }
        }
    }

    /** From a corner to the piece of line between two others. */
    private double distance(int of, int from, int to) {
        return java.awt.geom.Line2D.ptSegDist(x[from], y[from], x[to], y[to], x[of], y[of]);
    }
}
