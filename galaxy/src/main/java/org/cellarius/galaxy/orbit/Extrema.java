package org.cellarius.galaxy.orbit;

/** The extrema of one orbit so far. Squares of radii, kpc&sup2;, are kept: they stay smooth through a close pericentre. */
final class Extrema {

    private double zmax;
    private double rMin2;
    private double rMax2;
    private double r3dMin2;
    private double r3dMax2;
    private double sumOfMaxima;
    private int maxima;
    private int verticalTurns;
    private int radialTurns;
    private boolean late;
    private double lateZ;
    private double lateMin2;
    private double lateMax2;

    void begin(double r2, double z) {
        zmax = Math.abs(z);
        rMin2 = r2;
        rMax2 = r2;
        r3dMin2 = r2 + z * z;
        r3dMax2 = r3dMin2;
        sumOfMaxima = 0;
        maxima = 0;
        verticalTurns = 0;
        radialTurns = 0;
        late = false;
    }

    /** z turns within a step. */
    void vertical(double z0, double w0, double a0, double z1, double w1, double a1, double h, boolean every) {
        verticalTurns++;
        if (every || Math.max(Math.abs(z0), Math.abs(z1)) + reach(w0, w1, h) > zmax) {
            double top = Math.abs(TurningPoint.value(z0, w0, a0, z1, w1, a1, h));
            zmax = Math.max(zmax, top);
            sumOfMaxima += top;
            maxima++;
        }
    }

    boolean mayBeRadial(double r0, double u0, double r1, double u1, double h) {
        radialTurns++;
        double reach = 2 * reach(u0, u1, h);
        return u0 > 0 ? Math.max(r0, r1) + reach > rMax2 : Math.min(r0, r1) - reach < rMin2;
    }

    void radial(double r2, double u0) {
        if (u0 > 0) {
            rMax2 = Math.max(rMax2, r2);
        } else {
            rMin2 = Math.min(rMin2, Math.max(0, r2));
        }
    }

    boolean mayBeSpherical(double f0, double w0, double f1, double w1, double h) {
        double reach = 2 * reach(w0, w1, h);
        return w0 > 0 ? Math.max(f0, f1) + reach > r3dMax2 : Math.min(f0, f1) - reach < r3dMin2;
    }

    void spherical(double f, double w0) {
        if (w0 > 0) {
            r3dMax2 = Math.max(r3dMax2, f);
        } else {
            r3dMin2 = Math.min(r3dMin2, Math.max(0, f));
        }
    }

    /** Twice what a constant acceleration between these velocities adds to the nearer end. */
    private static double reach(double d0, double d1, double h) {
        double sum = Math.abs(d0) + Math.abs(d1);
        return sum > 0 ? h * Math.abs(d0 * d1) / sum : 0;
    }

    boolean late() {
        return late;
    }

    /** Keeps what is known now, to see what the rest of the orbit changes. */
    void remember() {
        late = true;
        lateZ = zmax;
        lateMin2 = rMin2;
        lateMax2 = rMax2;
    }

    void end(double r2, double z) {
        zmax = Math.max(zmax, Math.abs(z));
        rMin2 = Math.min(rMin2, r2);
        rMax2 = Math.max(rMax2, r2);
        r3dMin2 = Math.min(r3dMin2, r2 + z * z);
        r3dMax2 = Math.max(r3dMax2, r2 + z * z);
    }

    void write(int i, OrbitSummaries out) {
        out.zmax[i] = zmax;
        out.meanMaximum[i] = maxima > 0 ? sumOfMaxima / maxima : Double.NaN;
        out.rPeri[i] = Math.sqrt(rMin2);
        out.rApo[i] = Math.sqrt(rMax2);
        out.r3dPeri[i] = Math.sqrt(r3dMin2);
        out.r3dApo[i] = Math.sqrt(r3dMax2);
        out.verticalTurns[i] = verticalTurns;
        out.radialTurns[i] = radialTurns;
        out.lateChange[i] = late
                ? Math.max(
                        change(lateZ, zmax),
                        Math.max(change(Math.sqrt(lateMin2), out.rPeri[i]), change(Math.sqrt(lateMax2), out.rApo[i])))
                : Double.NaN;
    }

    private static double change(double before, double after) {
        return after == before ? 0 : Math.abs(after - before) / after;
    }
}
