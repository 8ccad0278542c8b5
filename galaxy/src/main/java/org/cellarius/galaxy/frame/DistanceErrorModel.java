package org.cellarius.galaxy.frame;

import java.util.List;

/**
 * How the true distance scatters about the catalogue's. Draws that are not positive are rejected and drawn again.
 *
 * <p>Of the two-sided ones the lower and upper widths are &sigma;_lo = m &minus; lo and &sigma;_hi = hi &minus; m, with lo
 * and hi the catalogue's 16 and 84 per cent bounds. The variances do not contain the rejection.
 */
public enum DistanceErrorModel {
    /** Independent normal of width {@code distance_error} (Hawkins 2023, MNRAS, Sec. 3). */
    NORMAL {
        @Override
        double varianceKpc2(double loKpc, double hiKpc) {
            return loKpc * hiKpc;
        }
    },
    /**
     * Two-piece Gaussian of Vickers, Shen and Li (2021, ApJ 922, 189): half of the probability on each side of the median m,
     * |N(0, 1)| times the width of that side, hence a jump of the density at m. Mean m + (&sigma;_hi &minus; &sigma;_lo)/&radic;(2&pi;),
     * variance (&sigma;_lo&sup2; + &sigma;_hi&sup2;)/2 &minus; (&sigma;_hi &minus; &sigma;_lo)&sup2;/(2&pi;).
     */
    TWO_PIECE {
        @Override
        double varianceKpc2(double loKpc, double hiKpc) {
            double skew = hiKpc - loKpc;
            return (loKpc * loKpc + hiKpc * hiKpc) / 2 - skew * skew / (2 * Math.PI);
        }
    },
    /**
     * Fechner's: the two halves joined at the peak m, P(upper) = &sigma;_hi/(&sigma;_lo + &sigma;_hi). Mean m +
     * &radic;(2/&pi;) (&sigma;_hi &minus; &sigma;_lo), variance (1 &minus; 2/&pi;) (&sigma;_hi &minus; &sigma;_lo)&sup2; +
     * &sigma;_lo &sigma;_hi (John 1982, Commun. Stat. 11, 879).
     */
    FECHNER {
        @Override
        double varianceKpc2(double loKpc, double hiKpc) {
            double skew = hiKpc - loKpc;
            return (1 - 2 / Math.PI) * skew * skew + loKpc * hiKpc;
        }
    };

    /** Variance of the distance, kpc&sup2;, from the widths of the two sides, kpc. */
    abstract double varianceKpc2(double loKpc, double hiKpc);

    /** The columns read: an error, or the bounds of an interval; kpc. */
    List<String> columns() {
        return this == NORMAL ? List.of("distance_error") : List.of("distance_lo", "distance_hi");
    }

    /** Widths below and above the distance, kpc; NaN where the columns do not make sense. */
    double[] widthsKpc(double distanceKpc, double[][] in, int from, int row) {
        if (this == NORMAL) {
            double width = in[from][row] >= 0 ? in[from][row] : Double.NaN;
            return new double[] {width, width};
        }
        double loKpc = in[from][row];
        double hiKpc = in[from + 1][row];
        boolean makesSense = 0 < loKpc && loKpc <= distanceKpc && distanceKpc <= hiKpc && Double.isFinite(hiKpc);
        return makesSense
                ? new double[] {distanceKpc - loKpc, hiKpc - distanceKpc}
                : new double[] {Double.NaN, Double.NaN};
    }
}
