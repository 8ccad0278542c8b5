package org.cellarius.galaxy.learned;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * From levels of densities as the forest gives them to levels that hold as often as they say: the distribution of the levels at which training stars
 * lie by the trees that have not seen them (Kuleshov et al. 2018, arXiv:1807.00263). Straight between knots.
 *
 * @param raw levels of the forest, rising from 0 to 1
 * @param calibrated how many of the training stars lie below each, rising from 0 to 1
 */
public record LevelCalibration(double[] raw, double[] calibrated) {

    /** Levels stay what they are. */
    static final LevelCalibration NONE = new LevelCalibration(new double[] {0, 1}, new double[] {0, 1});

    private static final int MOST_KNOTS = 40;
    private static final int STARS_A_KNOT = 25;
    private static final double LEAST_STEP = 1e-9;

    public LevelCalibration {
        int n = raw.length;
        if (n < 2 || calibrated.length != n || raw[0] != 0 || raw[n - 1] != 1) {
            throw new IllegalArgumentException("levels that do not go from 0 to 1");
        }
        for (int k = 1; k < n; k++) {
            if (!(raw[k] > raw[k - 1]) || !(calibrated[k] >= calibrated[k - 1])) {
                throw new IllegalArgumentException("levels that do not rise");
            }
        }
    }

    /** From the levels of stars that were not seen. */
    static LevelCalibration of(double[] levels) {
        return of(levels, MOST_KNOTS);
    }

    /** The same with fewer knots. */
    static LevelCalibration of(double[] levels, int mostKnots) {
        double[] sorted = levels.clone();
        Arrays.sort(sorted);
        int parts = Math.clamp(sorted.length / STARS_A_KNOT, 1, mostKnots);
        double[] raw = new double[parts + 1];
        double[] calibrated = new double[parts + 1];
        for (int k = 1; k < parts; k++) {
            double level = sorted[(int) Math.round((double) k / parts * (sorted.length - 1))];
            raw[k] = Math.clamp(level, raw[k - 1] + LEAST_STEP, 1 - (parts - k) * LEAST_STEP);
            calibrated[k] = (double) k / parts;
        }
        raw[parts] = 1;
        calibrated[parts] = 1;
        return new LevelCalibration(raw, calibrated);
    }

    /** This one and then another. */
    LevelCalibration then(LevelCalibration next) {
        double[] levels = IntStream.rangeClosed(0, MOST_KNOTS)
                .mapToDouble(k -> (double) k / MOST_KNOTS)
                .toArray();
        return new LevelCalibration(
                levels, Arrays.stream(levels).map(level -> next.of(of(level))).toArray());
    }

    /** The calibrated level. */
    double of(double level) {
        int place = Arrays.binarySearch(raw, level);
        if (place >= 0) {
            return calibrated[place];
        }
        int above = Math.clamp(-place - 1, 1, raw.length - 1);
        double share = (level - raw[above - 1]) / (raw[above] - raw[above - 1]);
        return calibrated[above - 1] + share * (calibrated[above] - calibrated[above - 1]);
    }
}
