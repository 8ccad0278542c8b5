package org.cellarius.galaxy.potential;

/**
 * Legendre polynomials of even degree l = 0, 2, &hellip; as functions of t = &mu;&sup2;, by &mu;&sup2; P_l = A P_(l+2) + B P_l + C
 * P_(l&minus;2): half the steps of the usual recurrence, and nothing singular on the axis.
 */
final class EvenLegendre {

    final int count;
    private final double[] perA;
    private final double[] b;
    private final double[] c;

    EvenLegendre(int lmax) {
        count = lmax / 2 + 1;
        perA = new double[count];
        b = new double[count];
        c = new double[count];
        for (int k = 0; k < count; k++) {
            double l = 2.0 * k;
            perA[k] = (2 * l + 1) * (2 * l + 3) / ((l + 1) * (l + 2));
            b[k] = (2 * l * l + 2 * l - 1) / ((2 * l - 1) * (2 * l + 3));
            c[k] = l * (l - 1) / ((2 * l - 1) * (2 * l + 1));
        }
    }

    /** P_2k at t. */
    void values(double t, double[] p) {
        p[0] = 1;
        double before = 0;
        for (int k = 0; k + 1 < count; k++) {
            p[k + 1] = ((t - b[k]) * p[k] - c[k] * before) * perA[k];
            before = p[k];
        }
    }

    /** Sums of P, dP/dt and d&sup2;P/dt&sup2;, weighted as a multipole expansion and its derivatives in x need them. */
    void sum(double t, int upTo, double[] weight, double[] dx, double[] dxx, double[] sums) {
        double p0 = 1;
        double q0 = 0;
        double s0 = 0;
        double pBefore = 0;
        double qBefore = 0;
        double sBefore = 0;
        double f = 0;
        double fx = 0;
        double fxx = 0;
        double ft = 0;
        double fxt = 0;
        double ftt = 0;
        for (int k = 0; k < upTo; k++) {
            f += weight[k] * p0;
            fx += dx[k] * p0;
            fxx += dxx[k] * p0;
            ft += weight[k] * q0;
            fxt += dx[k] * q0;
            ftt += weight[k] * s0;
            double p = ((t - b[k]) * p0 - c[k] * pBefore) * perA[k];
            double q = ((t - b[k]) * q0 + p0 - c[k] * qBefore) * perA[k];
            double s = ((t - b[k]) * s0 + 2 * q0 - c[k] * sBefore) * perA[k];
            pBefore = p0;
            qBefore = q0;
            sBefore = s0;
            p0 = p;
            q0 = q;
            s0 = s;
        }
        sums[0] = f;
        sums[1] = fx;
        sums[2] = fxx;
        sums[3] = ft;
        sums[4] = fxt;
        sums[5] = ftt;
    }
}
