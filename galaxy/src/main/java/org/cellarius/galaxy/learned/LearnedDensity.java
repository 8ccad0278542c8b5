package org.cellarius.galaxy.learned;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.Tasks;

/**
 * The conditional density of a target given labels, learned from training stars.
 *
 * @param stars the training stars
 * @param forest which of them are like a star
 * @param neighbours fewest stars that a tree names as like a star
 * @param ridge of the slopes among these ({@link NeighbourSlopes}), in units of the variances of the labels; infinite for none
 * @param spread of densities of true targets is multiplied by it; 1 where targets have no errors
 * @param calibration of the levels
 * @param space where there are training stars
 */
public record LearnedDensity(
        TrainingStars stars,
        ConditionalForest forest,
        int neighbours,
        double ridge,
        double spread,
        LevelCalibration calibration,
        TrainingSpace space) {

    private static final int[] NEIGHBOURS = {8, 16, 32, 64};
    private static final double[] RIDGES = {Double.POSITIVE_INFINITY, 0.1, 0.01};

    /** So many stars choose neighbours and ridge, and so many calibrate levels. */
    private static final int CHOOSING = 1000;

    private static final int CALIBRATING = 20_000;
    private static final int CALIBRATING_SPREAD = 2000;
    private static final int SPREAD_STEPS = 8;
    private static final int MAP_STEPS = 3;
    private static final int COARSE_KNOTS = 12;
    private static final double LEAST_SPREAD = 0.5;
    private static final double MOST_SPREAD = 2;

    /** Mean squared deviation of uniform levels from a half. */
    private static final double UNIFORM_SQUARE = 1.0 / 12;

    private static final int AT_ONCE = 64;

    /** Learns from stars. Neighbours and ridge are those by which measured targets are best foretold by trees that have not seen them. */
    public static LearnedDensity learned(TrainingStars stars, ForestPlan plan, Tasks tasks) {
        ConditionalForest forest = ConditionalForest.grown(stars, plan, tasks);
        boolean[][] seen = forest.seen(stars.stars());
        TrainingSpace space = TrainingSpace.of(stars);
        // Measured targets are foretold with their errors in them.
        var asMeasured = new TrainingStars(stars.labels(), stars.targets(), new double[stars.stars()]);
        LearnedDensity best =
                new LearnedDensity(stars, forest, NEIGHBOURS[0], RIDGES[0], 1, LevelCalibration.NONE, space);
        double least = Double.POSITIVE_INFINITY;
        for (int neighbours : NEIGHBOURS) {
            for (double ridge : RIDGES) {
                var tried = new LearnedDensity(asMeasured, forest, neighbours, ridge, 1, LevelCalibration.NONE, space);
                double score = Arrays.stream(tried.unseen(seen, CHOOSING, tasks, Unseen.SCORE))
                        .average()
                        .orElse(Double.NaN);
                if (score < least) {
                    least = score;
                    best = new LearnedDensity(stars, forest, neighbours, ridge, 1, LevelCalibration.NONE, space);
                }
            }
        }
        if (Arrays.stream(stars.errors()).anyMatch(e -> e > 0)) {
            return best.spread(best.calibratedSpread(seen, tasks)).calibratedAsMeasured(seen, tasks);
        }
        double[] levels = best.unseen(seen, CALIBRATING, tasks, Unseen.LEVEL);
        return new LearnedDensity(stars, forest, best.neighbours, best.ridge, 1, LevelCalibration.of(levels), space);
    }

    /** Maps levels so that those of measured targets become uniform, in steps: each step is widened by the errors, and moves them by less. */
    private LearnedDensity calibratedAsMeasured(boolean[][] seen, Tasks tasks) {
        LearnedDensity density = this;
        for (int k = 0; k < MAP_STEPS; k++) {
            double[] levels = density.unseen(seen, CALIBRATING, tasks, Unseen.LEVEL);
            density = new LearnedDensity(
                    stars,
                    forest,
                    neighbours,
                    ridge,
                    spread,
                    density.calibration.then(LevelCalibration.of(levels, COARSE_KNOTS)),
                    space);
        }
        return density;
    }

    private LearnedDensity spread(double other) {
        return new LearnedDensity(stars, forest, neighbours, ridge, other, calibration, space);
    }

    /**
     * Levels of measured targets are of densities widened by their errors: a map of them does not hold for densities without. First comes the spread: it is
     * that by which the levels of stars that the trees have not seen deviate from a half as uniform ones do.
     */
    private double calibratedSpread(boolean[][] seen, Tasks tasks) {
        double low = Math.log(LEAST_SPREAD);
        double high = Math.log(MOST_SPREAD);
        for (int k = 0; k < SPREAD_STEPS; k++) {
            double middle = 0.5 * (low + high);
            double square = Arrays.stream(
                            spread(Math.exp(middle)).unseen(seen, CALIBRATING_SPREAD, tasks, Unseen.LEVEL))
                    .map(level -> (level - 0.5) * (level - 0.5))
                    .average()
                    .orElse(UNIFORM_SQUARE);
            // Levels far from a half: too narrow.
            if (square > UNIFORM_SQUARE) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp(0.5 * (low + high));
    }

    /** What is asked of a training star by the trees that have not seen it. */
    private enum Unseen {
        /** How far its density is from its measured target. */
        SCORE,
        /** The level of its target. */
        LEVEL
    }

    private double[] unseen(boolean[][] seen, int most, Tasks tasks, Unseen asked) {
        int n = Math.min(most, stars.stars());
        double[] told = new double[n];
        tasks.each((n + AT_ONCE - 1) / AT_ONCE, part -> {
            var density = new StarDensity(this);
            for (int k = part * AT_ONCE; k < Math.min((part + 1) * AT_ONCE, n); k++) {
                int star = (int) ((long) k * stars.stars() / n);
                double target = stars.targets()[star];
                told[k] = !density.observe(stars.labelsOf(star), tree -> !seen[tree][star])
                        ? Double.NaN
                        : switch (asked) {
                            case SCORE -> density.score(target);
                            case LEVEL -> density.level(target, stars.errors()[star]);
                        };
            }
        });
        return IntStream.range(0, n)
                .mapToDouble(k -> told[k])
                .filter(v -> !Double.isNaN(v))
                .toArray();
    }
}
