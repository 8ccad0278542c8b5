package org.cellarius.galaxy.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The star, or the two, that decide a least-squares line of which only sums were kept: those furthest off in x are left out, and the others are summed again. Stars
 * that decide it by y alone do not show in sums; among a million there is no such star unless the error of the slope tells of it.
 */
public final class InfluenceOnSums {

    /** Two stars of less than this share each of &Sigma; w (x &minus; x&#772;)&sup2; decide nothing. */
    private static final double LEAST_SHARE = 0.4;

    private InfluenceOnSums() {}

    /** Sums the stars again. */
    @FunctionalInterface
    public interface Summing {
        /** The sums of the stars whose x lies in an interval, edges included. */
        LineSums within(double low, double high);
    }

    /** The line with a warning if one or two of its stars decide it. */
    public static FittedLine told(LeastSquares line, LineSums all, FittedLine found, Summing again) {
        return of(line, all, again).map(d -> found.decidedBy(d, d.sentence())).orElse(found);
    }

    static Optional<DecisiveStars> of(LeastSquares line, LineSums all, Summing again) {
        var out = new ArrayList<DecisiveStars.Star>();
        LineSums rest = all;
        Optional<DecisiveStars> found = Optional.empty();
        while (out.size() < 2 && mayDecide(rest)) {
            boolean above = rest.maxX() - rest.meanX() > rest.meanX() - rest.minX();
            double x = above ? rest.maxX() : rest.minX();
            LineSums next = again.within(
                    above ? rest.minX() : Math.nextUp(rest.minX()), above ? Math.nextDown(rest.maxX()) : rest.maxX());
            long gone = rest.n() - next.n();
            if (gone > 2 - out.size() || next.n() < 3) {
                break;
            }
            for (int k = 0; k < gone; k++) {
                out.add(new DecisiveStars.Star(-1, x, Double.NaN));
            }
            if (next.sxx() < (out.size() == 1 ? Influence.LEFT_BY_ONE : Influence.LEFT_BY_TWO) * all.sxx()
                    && (out.size() == 1 || found.isEmpty() || next.sxx() < Influence.LEFT_BY_ONE * rest.sxx())) {
                found = Optional.of(new DecisiveStars(
                        List.copyOf(out),
                        1 - next.sxx() / all.sxx(),
                        Influence.distance(all, next),
                        true,
                        line.fitted(next.fit(line.method(), 3), List.of()),
                        false));
            }
            rest = next;
        }
        return found;
    }

    private static boolean mayDecide(LineSums s) {
        double off = Math.max(s.maxX() - s.meanX(), s.meanX() - s.minX());
        return s.n() > 4 && s.heaviest() * off * (off / s.sxx()) > LEAST_SHARE;
    }
}
