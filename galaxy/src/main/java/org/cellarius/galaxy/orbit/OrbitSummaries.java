package org.cellarius.galaxy.orbit;

import java.util.Arrays;

/** What is known of many orbits after they have been followed: a column each, kpc and kpc/(km/s), NaN where not known. */
final class OrbitSummaries {

    final double[] zmax;
    final double[] meanMaximum;
    final double[] rPeri;
    final double[] rApo;
    final double[] r3dPeri;
    final double[] r3dApo;
    final double[] meanRadius;
    /** Energy at the start, km&sup2;/s&sup2;. */
    final double[] energy;

    /** Energy at the end, km&sup2;/s&sup2;. */
    final double[] lastEnergy;
    /** Largest relative change of zmax, r_peri and r_apo in the last quarter of the span. */
    final double[] lateChange;
    /** How long the orbit was followed, Gyr; not negative. */
    final double[] followedGyr;

    final int[] verticalTurns;
    final int[] radialTurns;
    final int[] steps;
    final OrbitEnd[] ends;

    OrbitSummaries(int stars) {
        zmax = unknown(stars);
        meanMaximum = unknown(stars);
        rPeri = unknown(stars);
        rApo = unknown(stars);
        r3dPeri = unknown(stars);
        r3dApo = unknown(stars);
        meanRadius = unknown(stars);
        energy = unknown(stars);
        lastEnergy = unknown(stars);
        lateChange = unknown(stars);
        followedGyr = unknown(stars);
        verticalTurns = new int[stars];
        radialTurns = new int[stars];
        steps = new int[stars];
        ends = new OrbitEnd[stars];
        Arrays.fill(ends, OrbitEnd.NOT_STARTED);
    }

    /** Relative change of a star's energy over the span. */
    double energyDrift(int i) {
        return Math.abs((lastEnergy[i] - energy[i]) / energy[i]);
    }

    private static double[] unknown(int stars) {
        double[] column = new double[stars];
        Arrays.fill(column, Double.NaN);
        return column;
    }
}
