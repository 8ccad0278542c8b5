package org.cellarius.galaxy.fit;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.Tasks;
import org.cellarius.galaxy.random.CounterRandom;

/** Estimates of a line on stars drawn anew, one row each; an empty row where there is no line. */
final class Replicates {

    private Replicates() {}

    /** The stars that the line can use, and only the columns that it asks for: what would be left out in every replicate is left out once. */
    static LineStars stars(LineEstimator line, LineStars all) {
        LineInputs inputs = line.inputs();
        LineStars s = UsableStars.of(all, UsableStars.needs(inputs)).stars();
        return new LineStars(
                s.x(),
                s.y(),
                kept(inputs.xError(), all.xError(), s.xError()),
                kept(inputs.yError(), all.yError(), s.yError()),
                // A line that warns of covariances it ignores has said so once.
                kept(inputs.xyCovariance(), all.xyCovariance(), s.xyCovariance()),
                kept(inputs.age(), all.ageGyr(), s.ageGyr()),
                kept(inputs.ageError(), all.ageErrorGyr(), s.ageErrorGyr()),
                s.weight());
    }

    private static double[] kept(LineInputs.Need need, double[] given, double[] usable) {
        return need == LineInputs.Need.IGNORED || given.length == 0 ? new double[0] : usable;
    }

    /** With the sandwich errors behind the estimates where they are studentized. */
    static double[][] bootstrap(LineEstimator line, LineStars stars, Resampling.Bootstrap plan, Tasks tasks) {
        var random = new CounterRandom(plan.seed()).forPurpose("bootstrap");
        int n = stars.count();
        return each(tasks, plan.replicates(), replicate -> {
            int[] rows = new int[n];
            for (int i = 0; i < n; i++) {
                rows[i] = (int) Math.unsignedMultiplyHigh(random.bits(replicate, i), n);
            }
            LineStars drawn = stars.rows(rows);
            double[] found = estimates(line, drawn);
            return found.length > 0 && BootstrapQuantiles.studentized(line)
                    ? studentized(line, drawn, found[0], found[1])
                    : found;
        });
    }

    private static double[] studentized(LineEstimator line, LineStars drawn, double slope, double intercept) {
        double[] errors = BootstrapQuantiles.sandwich(line, drawn, slope, intercept);
        return new double[] {slope, intercept, errors[0], errors[1]};
    }

    static double[][] withoutEachStar(LineEstimator line, LineStars stars, Tasks tasks) {
        int n = stars.count();
        return each(
                tasks,
                n,
                out -> estimates(
                        line,
                        stars.rows(IntStream.range(0, n).filter(i -> i != out).toArray())));
    }

    static double[][] withoutEachGroup(LineEstimator line, LineStars stars, int[] group, Tasks tasks) {
        return each(
                tasks,
                Arrays.stream(group).max().orElse(-1) + 1,
                out -> estimates(
                        line,
                        stars.rows(IntStream.range(0, group.length)
                                .filter(i -> group[i] != out)
                                .toArray())));
    }

    /** The group of every star: shuffled as cards are (Fisher and Yates), then dealt in turn. */
    static int[] dealt(int n, Resampling.JackknifeOfGroups plan) {
        var random = new CounterRandom(plan.seed()).forPurpose("jackknife");
        int[] group = new int[n];
        Arrays.setAll(group, i -> i % plan.groups());
        for (int i = n - 1; i > 0; i--) {
            int other = (int) Math.unsignedMultiplyHigh(random.bits(0, i), i + 1L);
            int swapped = group[i];
            group[i] = group[other];
            group[other] = swapped;
        }
        return group;
    }

    private static double[][] each(Tasks tasks, int count, IntFunction<double[]> estimates) {
        double[][] all = new double[count][];
        tasks.each(count, k -> all[k] = estimates.apply(k));
        return all;
    }

    private static double[] estimates(LineEstimator line, LineStars stars) {
        // Without the line's own errors, which cost more than the line.
        if (line instanceof LeastSquares closed) {
            LineFit fit = closed.through(stars);
            return fit.status() == FitStatus.OK ? new double[] {fit.slope(), fit.intercept()} : new double[0];
        }
        return line.fit(stars).estimates().stream().mapToDouble(Estimate::value).toArray();
    }
}
