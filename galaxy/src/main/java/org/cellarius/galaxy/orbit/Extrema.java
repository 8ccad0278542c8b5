package org.cellarius.galaxy.orbit;

/**
 * The extrema of many orbits so far, one lane each. Squares of radii, kpc&sup2;, are kept: they stay smooth through a close
 * pericentre. Most turning points cannot beat what is known already; whether one may is decided for all lanes at once.
 */
public final class Extrema {

    /** One half, and half as much again for a second derivative that changes within the step. */
    private static final double REACH = 0.75;

    private final double[] zmax;
    private final double[] rMin2;
    private final double[] rMax2;
    private final double[] r3dMin2;
    private final double[] r3dMax2;
    private final double[] sumOfMaxima;
    private final double[] maxima;
    private final double[] verticalTurns;
    private final double[] radialTurns;
    private final double[] lateZ;
    private final double[] lateMin;
    private final double[] lateMax;
    private final double[][] all;

    Extrema(int lanes) {
        all = new double[12][lanes];
        zmax = all[0];
        rMin2 = all[1];
        rMax2 = all[2];
        r3dMin2 = all[3];
        r3dMax2 = all[4];
        sumOfMaxima = all[5];
        maxima = all[6];
        verticalTurns = all[7];
        radialTurns = all[8];
        lateZ = all[9];
        lateMin = all[10];
        lateMax = all[11];
    }

    void begin(int lane, double r2, double z) {
        for (double[] column : all) {
            column[lane] = 0;
        }
        zmax[lane] = Math.abs(z);
        rMin2[lane] = r2;
        rMax2[lane] = r2;
        r3dMin2[lane] = r2 + z * z;
        r3dMax2[lane] = r3dMin2[lane];
        lateZ[lane] = Double.NaN;
    }

    void move(int from, int to) {
        for (double[] column : all) {
            column[to] = column[from];
        }
    }

    /** Counts turns of z; out is not positive where z turns and may go beyond zmax. */
    void vertical(int n, double[] z0, double[] w0, double[] z1, double[] w1, double[] h, double[] out) {
        count(n, w0, w1, verticalTurns);
        heights(n, z0, w0, z1, w1, h, zmax, out);
    }

    /** Counts turns of R; out becomes not positive where R turns and may go beyond its extrema. u is R dR/dt. */
    void radial(int n, double[] r0, double[] u0, double[] r1, double[] u1, double[] h, double[] out) {
        count(n, u0, u1, radialTurns);
        radii(n, r0, u0, r1, u1, h, rMin2, rMax2, out);
    }

    /** The same for the spherical radius. */
    void spherical(int n, double[] r0, double[] u0, double[] r1, double[] u1, double[] h, double[] out) {
        radii(n, r0, u0, r1, u1, h, r3dMin2, r3dMax2, out);
    }

    private static void count(int n, double[] d0, double[] d1, double[] turns) {
        for (int i = 0; i < n; i++) {
            turns[i] += 0.5 - Math.copySign(0.5, d0[i] * d1[i]);
        }
    }

    private static void heights(
            int n, double[] z0, double[] w0, double[] z1, double[] w1, double[] h, double[] zmax, double[] out) {
        for (int i = 0; i < n; i++) {
            double reach = REACH * h[i] * least(w0[i], w1[i]);
            out[i] = Math.max(w0[i] * w1[i], zmax[i] - Math.max(Math.abs(z0[i]), Math.abs(z1[i])) - reach);
        }
    }

    private static void radii(
            int n,
            double[] f0,
            double[] u0,
            double[] f1,
            double[] u1,
            double[] h,
            double[] min,
            double[] max,
            double[] out) {
        for (int i = 0; i < n; i++) {
            // The slopes are 2 u.
            double reach = 2 * REACH * h[i] * least(u0[i], u1[i]);
            double above = max[i] - Math.max(f0[i], f1[i]) - reach;
            double below = Math.min(f0[i], f1[i]) - reach - min[i];
            out[i] = Math.min(out[i], Math.max(u0[i] * u1[i], Math.min(above, below)));
        }
    }

    /** With a constant second derivative the turning point lies h/2 times this beyond the nearer end. */
    private static double least(double d0, double d1) {
        double a = Math.abs(d0);
        double b = Math.abs(d1);
        double m = Math.min(a, b);
        return m * m / (a + b + Double.MIN_NORMAL);
    }

    void maximum(int lane, double top) {
        zmax[lane] = Math.max(zmax[lane], top);
        sumOfMaxima[lane] += top;
        maxima[lane]++;
    }

    void radius2(int lane, double r2) {
        rMax2[lane] = Math.max(rMax2[lane], r2);
        rMin2[lane] = Math.min(rMin2[lane], Math.max(0, r2));
    }

    void sphericalRadius2(int lane, double r2) {
        r3dMax2[lane] = Math.max(r3dMax2[lane], r2);
        r3dMin2[lane] = Math.min(r3dMin2[lane], Math.max(0, r2));
    }

    boolean isLate(int lane) {
        return !Double.isNaN(lateZ[lane]);
    }

    /** Keeps what is known now, to see what the rest of the orbit changes. */
    void remember(int lane) {
        lateZ[lane] = zmax[lane];
        lateMin[lane] = Math.sqrt(rMin2[lane]);
        lateMax[lane] = Math.sqrt(rMax2[lane]);
    }

    void end(int lane, double r2, double z, int i, OrbitSummaries out) {
        radius2(lane, r2);
        sphericalRadius2(lane, r2 + z * z);
        out.zmax[i] = Math.max(zmax[lane], Math.abs(z));
        out.meanMaximum[i] = maxima[lane] > 0 ? sumOfMaxima[lane] / maxima[lane] : Double.NaN;
        out.rPeri[i] = Math.sqrt(rMin2[lane]);
        out.rApo[i] = Math.sqrt(rMax2[lane]);
        out.r3dPeri[i] = Math.sqrt(r3dMin2[lane]);
        out.r3dApo[i] = Math.sqrt(r3dMax2[lane]);
        out.verticalTurns[i] = (int) verticalTurns[lane];
        out.radialTurns[i] = (int) radialTurns[lane];
        if (isLate(lane)) {
            out.lateChange[i] = Math.max(
                    change(lateZ[lane], out.zmax[i]),
                    Math.max(change(lateMin[lane], out.rPeri[i]), change(lateMax[lane], out.rApo[i])));
        }
    }

    private static double change(double before, double after) {
        return after == before ? 0 : Math.abs(after - before) / after;
    }
}
