package org.cellarius.galaxy.mock;

import org.cellarius.galaxy.kernel.DrawMath;
import org.cellarius.galaxy.random.StarNumbers;

/** Tries at stars, side by side: what is drawn of each up to now. Those that the survey does not see are dropped, the others move together. */
final class Tries {

    /** Numbers of one try. */
    static final int DRAWS = 24;

    final DrawMath math = DrawMath.best();
    final StarNumbers numbers;

    /** How many are left. */
    int count;

    /** Number of the place in flight, of the sample, population, particle. */
    final int[] place;

    final int[] sample;
    final int[] population;
    final int[] particle;
    /** Where the uniform and normal numbers of the try begin. */
    final long[] uniformKey;

    final long[] normalKey;

    final double[] kind;
    final double[] ageGyr;
    final double[] birthKpc;
    final double[] guidingKpc;
    final double[] eccentricity;
    final double[] meanActionKpcKms;
    final double[] cosTheta;
    final double[] sinTheta;
    final double[] radiusKpc;
    final double[] phiRad;
    final double[] xKpc;
    final double[] yKpc;
    final double[] actionKpcKms;
    final double[] zKpc;
    final double[] vZKms;
    final double[] distanceKpc;

    /** Numbers of one step, kept by none. */
    final double[] u;

    final double[] v;
    final double[] w;
    final double[] youngest;
    final double[] oldest;
    final double[] first;
    final double[] second;
    final double[] lnDistance;
    final boolean[] passes;
    final int[] list;
    final long[] listedKeys;

    private final double[][] drawn;
    private final int[][] numbered;
    private final int[] kept;

    Tries(int most) {
        numbers = new StarNumbers(math, most);
        int length = DrawMath.padded(most);
        place = new int[length];
        sample = new int[length];
        population = new int[length];
        particle = new int[length];
        uniformKey = new long[length];
        normalKey = new long[length];
        kind = new double[length];
        ageGyr = new double[length];
        birthKpc = new double[length];
        guidingKpc = new double[length];
        eccentricity = new double[length];
        meanActionKpcKms = new double[length];
        cosTheta = new double[length];
        sinTheta = new double[length];
        radiusKpc = new double[length];
        phiRad = new double[length];
        xKpc = new double[length];
        yKpc = new double[length];
        actionKpcKms = new double[length];
        zKpc = new double[length];
        vZKms = new double[length];
        distanceKpc = new double[length];
        u = new double[length];
        v = new double[length];
        w = new double[length];
        youngest = new double[length];
        oldest = new double[length];
        first = new double[length];
        second = new double[length];
        lnDistance = new double[length];
        passes = new boolean[length];
        list = new int[length];
        listedKeys = new long[length];
        kept = new int[length];
        numbered = new int[][] {place, sample, population, particle};
        drawn = new double[][] {
            kind,
            ageGyr,
            birthKpc,
            guidingKpc,
            eccentricity,
            meanActionKpcKms,
            cosTheta,
            sinTheta,
            radiusKpc,
            phiRad,
            xKpc,
            yKpc,
            actionKpcKms,
            zKpc,
            vZKms,
            distanceKpc
        };
    }

    void uniform(int draw, double[] uniform) {
        numbers.uniform(count, uniformKey, draw, uniform);
    }

    void normal(int draw, double[] normal) {
        numbers.normal(count, normalKey, draw, normal);
    }

    /** Drops those that do not pass. */
    void keepThosePassing() {
        int left = 0;
        for (int i = 0; i < count; i++) {
            kept[left] = i;
            left += passes[i] ? 1 : 0;
        }
        if (left < count) {
            for (int[] column : numbered) {
                for (int k = 0; k < left; k++) {
                    column[k] = column[kept[k]];
                }
            }
            for (double[] column : drawn) {
                for (int k = 0; k < left; k++) {
                    column[k] = column[kept[k]];
                }
            }
            for (int k = 0; k < left; k++) {
                uniformKey[k] = uniformKey[kept[k]];
                normalKey[k] = normalKey[kept[k]];
            }
        }
        count = left;
    }
}
