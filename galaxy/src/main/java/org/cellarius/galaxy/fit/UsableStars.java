package org.cellarius.galaxy.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cellarius.galaxy.kernel.DrawMath;
import org.cellarius.galaxy.kernel.LineColumns;

/**
 * The stars that can enter a fit, with every column filled, and what kept the others out.
 *
 * @param stars all columns that the fit needs have a usable value
 * @param exclusions sentences with counts
 * @param withValues stars of finite x and y, whatever their errors
 * @param meanX mean of x: the pivot about which likelihoods count x
 * @param meanY mean of y
 * @param rows where the stars stood among those given
 */
record UsableStars(LineStars stars, List<String> exclusions, int withValues, double meanX, double meanY, int[] rows) {

    /** What a fit asks of its stars. */
    enum Needs {
        VALUES,
        Y_ERRORS,
        ERRORS_AND_COVARIANCES
    }

    /** Fewer stars have no line with an error. */
    private static final double FEWEST_EFFECTIVE = 3;

    private static final double LEAST = 1e-100;
    private static final double MOST = 1e100;

    static UsableStars of(LineStars all, Needs needs) {
        int n = all.count();
        int[] kept = new int[n];
        int count = 0;
        int withValues = 0;
        int noError = 0;
        int noWeight = 0;
        int badCovariance = 0;
        for (int i = 0; i < n; i++) {
            if (!(Math.abs(all.x()[i]) < MOST) || !(Math.abs(all.y()[i]) < MOST)) {
                continue;
            }
            withValues++;
            boolean usable = switch (needs) {
                case VALUES -> true;
                case Y_ERRORS -> positive(at(all.yError(), i, Double.NaN));
                case ERRORS_AND_COVARIANCES ->
                    positive(at(all.yError(), i, Double.NaN)) && positiveOrZero(at(all.xError(), i, 0));
            };
            if (!usable) {
                noError++;
            } else if (!positive(at(all.weight(), i, 1))) {
                noWeight++;
            } else if (needs == Needs.ERRORS_AND_COVARIANCES && !possible(all, i)) {
                badCovariance++;
            } else {
                kept[count++] = i;
            }
        }
        var exclusions = new ArrayList<String>();
        said(exclusions, n - withValues, n, LineStars.MISSING_VALUE);
        said(exclusions, noError, n, "an error that is missing, zero or negative");
        said(
                exclusions,
                badCovariance,
                n,
                "a covariance that is missing, singular (correlation of 1) or beyond its errors (correlation outside [-1, 1])");
        said(exclusions, noWeight, n, "a weight that is missing, zero or negative");
        int[] rows = count == n ? EVERY : Arrays.copyOf(kept, count);
        return of(all, rows, count, exclusions, withValues);
    }

    /** Stands for all rows in their order: nothing is copied. */
    private static final int[] EVERY = {-1};

    private static UsableStars of(LineStars s, int[] rows, int count, List<String> exclusions, int withValues) {
        var stars = new LineStars(
                chosen(s.x(), rows, count, 0),
                chosen(s.y(), rows, count, 0),
                chosen(s.xError(), rows, count, 0),
                chosen(s.yError(), rows, count, 0),
                chosen(s.xyCovariance(), rows, count, 0),
                chosen(s.ageGyr(), rows, count, Double.NaN),
                chosen(s.ageErrorGyr(), rows, count, Double.NaN),
                unequal(s.weight().length == 0 ? s.weight() : chosen(s.weight(), rows, count, 1)));
        return new UsableStars(
                stars, exclusions, withValues, mean(stars.x(), stars.weight()), mean(stars.y(), stars.weight()), rows);
    }

    /** Weights that are all the same are none. */
    private static double[] unequal(double[] weights) {
        return LeastSquares.unequal(weights) ? weights : new double[0];
    }

    private static double mean(double[] column, double[] weights) {
        if (weights.length == 0) {
            return mean(column);
        }
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < column.length; i++) {
            sum += weights[i] * (column[i] - column[0]);
            weight += weights[i];
        }
        return column[0] + sum / weight;
    }

    /** How many stars that count the same would tell as much, (&Sigma; w)&sup2;/&Sigma; w&sup2;. */
    double effective() {
        double sum = 0;
        double squares = 0;
        for (double w : stars.weight()) {
            sum += w;
            squares += w * w;
        }
        return stars.weighted() ? sum * sum / squares : count();
    }

    /** Whether one or two stars have nearly all the weight. */
    boolean fewByWeight() {
        return stars.weighted() && effective() < FEWEST_EFFECTIVE;
    }

    /** The weights scaled so that their sum is the effective number of stars: how often each counts in a likelihood; empty where all count once. */
    double[] counts() {
        double sum = Arrays.stream(stars.weight()).sum();
        double scale = effective() / sum;
        return Arrays.stream(stars.weight()).map(w -> w * scale).toArray();
    }

    private static double mean(double[] column) {
        return column.length == 0 ? 0 : DrawMath.best().sum(column.length, column) / column.length;
    }

    /** What kept stars out that lack a value. */
    static List<String> missing(long missing, long all) {
        var exclusions = new ArrayList<String>();
        said(exclusions, missing, all, LineStars.MISSING_VALUE);
        return exclusions;
    }

    private static void said(List<String> exclusions, long count, long all, String reason) {
        if (count > 0) {
            exclusions.add(count + " of " + all + " rows have " + reason + ", and do not enter");
        }
    }

    private static boolean positive(double error) {
        return error > LEAST && error < MOST;
    }

    private static boolean positiveOrZero(double error) {
        return error == 0 || positive(error);
    }

    private static boolean possible(LineStars s, int i) {
        double covariance = at(s.xyCovariance(), i, 0);
        double most = at(s.xError(), i, 0) * s.yError()[i];
        return covariance == 0 || Math.abs(covariance) < most * (1 - 1e-12);
    }

    private static double at(double[] column, int i, double otherwise) {
        return column.length == 0 ? otherwise : column[i];
    }

    private static double[] chosen(double[] column, int[] rows, int count, double otherwise) {
        if (column.length == 0) {
            double[] filled = new double[count];
            if (otherwise != 0) {
                Arrays.fill(filled, otherwise);
            }
            return filled;
        }
        if (rows == EVERY) {
            return column;
        }
        double[] out = new double[count];
        for (int k = 0; k < count; k++) {
            out[k] = column[rows[k]];
        }
        return out;
    }

    /** Only the stars of these rows: the others lack something else than errors. */
    UsableStars only(int[] rows) {
        int[] given = Arrays.stream(rows).map(this::row).toArray();
        UsableStars few = of(stars, rows, rows.length, exclusions, rows.length);
        return new UsableStars(few.stars, few.exclusions, few.withValues, few.meanX, few.meanY, given);
    }

    int count() {
        return stars.count();
    }

    /** Where a star stood among those given. */
    int row(int star) {
        return rows == EVERY ? star : rows[star];
    }

    /** What a line asks of its stars. */
    static Needs needs(LineInputs inputs) {
        return inputs.xError() != LineInputs.Need.IGNORED
                ? Needs.ERRORS_AND_COVARIANCES
                : inputs.yError() != LineInputs.Need.IGNORED ? Needs.Y_ERRORS : Needs.VALUES;
    }

    /**
     * The line through them, or why there is none.
     *
     * @param method the word of the line
     * @param parameters how many it has
     */
    FittedLine fitted(String method, int parameters, Function<UsableStars, FittedLine> line) {
        return obstacle(parameters)
                .map(o -> FittedLine.failed(method, o, "", count(), exclusions))
                .orElseGet(() -> line.apply(this));
    }

    /** Why no line can be fitted to so many parameters, if so. */
    Optional<FitStatus> obstacle(int parameters) {
        int least = Math.max(3, parameters);
        if (count() < least) {
            return Optional.of(withValues < least ? FitStatus.TOO_FEW_STARS : FitStatus.UNUSABLE_ERRORS);
        }
        if (fewByWeight()) {
            return Optional.of(FitStatus.TOO_FEW_STARS);
        }
        double first = stars.x()[0];
        return Arrays.stream(stars.x()).allMatch(v -> v == first)
                ? Optional.of(FitStatus.ALL_X_EQUAL)
                : Optional.empty();
    }

    /** x and y counted from their means, errors as variances. */
    LineColumns columns() {
        int n = count();
        double[] x = new double[n];
        double[] y = new double[n];
        double[] yVariance = new double[n];
        double[] xyTwice = new double[n];
        double[] xVariance = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = stars.x()[i] - meanX;
            y[i] = stars.y()[i] - meanY;
            yVariance[i] = stars.yError()[i] * stars.yError()[i];
            xyTwice[i] = 2 * stars.xyCovariance()[i];
            xVariance[i] = stars.xError()[i] * stars.xError()[i];
        }
        return new LineColumns(x, y, yVariance, xyTwice, xVariance, counts());
    }

    /** A first guess: least squares of equal weights, and the scatter that the errors of y leave. */
    FirstGuess firstGuess() {
        double[] counts = counts();
        double n = effective();
        double sxx = 0;
        double sxy = 0;
        double syy = 0;
        double errors = 0;
        for (int i = 0; i < count(); i++) {
            double counted = counts.length == 0 ? 1 : counts[i];
            double dx = stars.x()[i] - meanX;
            double dy = stars.y()[i] - meanY;
            sxx += counted * dx * dx;
            sxy += counted * dx * dy;
            syy += counted * dy * dy;
            errors += counted * stars.yError()[i] * stars.yError()[i];
        }
        double slope = sxy / sxx;
        double residual = Math.max(1e-12, (syy - slope * sxy) / Math.max(0.5, n - 2));
        double scatter = Math.sqrt(Math.max(0.04 * residual, residual - errors / n));
        return new FirstGuess(slope, scatter, Math.sqrt(residual / sxx), Math.sqrt(residual / n));
    }

    /**
     * Where searches begin.
     *
     * @param slope of least squares
     * @param scatter along y beyond the errors
     * @param slopeWidth error of the slope
     * @param heightWidth error of the line's height at the mean x
     */
    record FirstGuess(double slope, double scatter, double slopeWidth, double heightWidth) {}
}
