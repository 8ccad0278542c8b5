package org.cellarius.galaxy.age;

import java.util.Arrays;
import java.util.Optional;
import org.cellarius.galaxy.kernel.CurveIntegrals;
import org.cellarius.galaxy.kernel.DrawMath;
import org.cellarius.galaxy.kernel.NormalTails;

/**
 * Interpolated stretches of curves side by side, and the sum of a star's likelihood over them with the means of what is told.
 *
 * <p>Not for several threads at once.
 */
final class CurvePieces {

    /** No exponent goes above it: its power of e is a number. */
    private static final double MOST = 690;
    /** Nor below it: its power is nothing, and its products are no numbers of reduced precision, which are slow. */
    private static final double NOTHING = -300;

    /** On pieces shorter than this many errors a star is as likely at any place. */
    private static final double SHORT = 1e-3;

    /** Pieces with so small a share of a sum tell nothing of masses. */
    private static final double NEGLIGIBLE = 1e-8;

    private static final int POINTS = CurveIntegrals.POINTS;

    private final CurveCells cells;
    private final Optional<DistanceAlongCurve> distance;
    private final CurveIntegrals integrals = CurveIntegrals.best();
    private final DrawMath math = DrawMath.best();
    private final NormalTails tails = NormalTails.best();

    private Whitening star;
    private double distanceScaleKpc;
    private int count;
    private double[] curves = new double[0];
    private double[] weight = new double[0];
    private double[] square = new double[0];
    private double[] exponent = new double[0];
    private double[] across = new double[0];
    private double[] lower = new double[0];
    private double[] upper = new double[0];
    private double[] lowerDensity = new double[0];
    private double[] upperDensity = new double[0];
    private double[] lowerTail = new double[0];
    private double[] upperTail = new double[0];
    private double[] means = new double[0];
    private final double[] told;
    private final double[] fainter = new double[POINTS];
    private double place;
    private double variance;
    private double leastSquare;

    CurvePieces(CurveCells cells, Optional<DistanceAlongCurve> distance, Whitening star) {
        this.cells = cells;
        this.distance = distance;
        this.star = star;
        told = new double[2 * cells.told()];
    }

    /**
     * Takes a star.
     *
     * @param scaleKpc its distance if its luminosity were 1
     */
    void about(Whitening measured, double scaleKpc) {
        star = measured;
        distanceScaleKpc = scaleKpc;
        clear();
    }

    void clear() {
        count = 0;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /**
     * Adds a stretch of an isochrone between those of the grid.
     *
     * @param isochrone between its corners
     * @param stretch its number
     * @param share of the prior of compositions
     * @param compositionSquare squared distance of the composition from what is measured, in errors
     */
    void add(IsochroneBetween isochrone, int stretch, double share, double compositionSquare) {
        int length = cells.rows() * POINTS;
        makeRoom();
        int group = count * length;
        isochrone.mix(integrals, stretch, curves, group);
        if (!star.isStraight() || distance.isPresent()) {
            star.turn(curves, group, isochrone.feH(), isochrone.alphaFe());
            distance.ifPresent(d -> d.weigh(
                    star,
                    curves,
                    group,
                    cells.dims(),
                    distanceScaleKpc,
                    isochrone.feH(),
                    isochrone.alphaFe(),
                    fainter));
        }
        weight[count] = share;
        square[count] = compositionSquare;
        count++;
    }

    private void makeRoom() {
        if (count == weight.length) {
            int most = Math.max(16, 2 * count);
            weight = Arrays.copyOf(weight, most);
            square = Arrays.copyOf(square, most);
            curves = Arrays.copyOf(curves, most * cells.rows() * POINTS + POINTS);
            exponent = new double[most * POINTS];
            across = new double[most * POINTS];
            lower = new double[most * POINTS];
            upper = new double[most * POINTS];
            lowerDensity = new double[most * POINTS];
            upperDensity = new double[most * POINTS];
            lowerTail = new double[most * POINTS];
            upperTail = new double[most * POINTS];
            means = new double[most * POINTS];
        }
    }

    /** The piece nearest to a star. */
    Nearest nearest() {
        integrals.project(count, cells.rows(), curves, star.star(), exponent, lower, upper);
        Nearest nearest = new Nearest(Double.POSITIVE_INFINITY, 0);
        for (int n = 0; n < count * POINTS; n++) {
            double own = square[n / POINTS] + square(n);
            if (n % POINTS != POINTS - 1 && own < nearest.square()) {
                nearest = new Nearest(own, n % POINTS);
            }
        }
        return nearest;
    }

    /**
     * A piece.
     *
     * @param square &chi;&sup2; of its nearest point
     * @param point where it begins in its stretch
     */
    record Nearest(double square, int point) {}

    /** Squared distance of a piece's nearest point: from its line, and beyond its ends. */
    private double square(int n) {
        double before = Math.max(lower[n], 0);
        double behind = Math.max(-upper[n], 0);
        return -2 * exponent[n] + before * before + behind * behind;
    }

    /**
     * The sum of the likelihood over all stretches, with the stars born on their pieces.
     *
     * @param reference the &chi;&sup2; whose likelihood counts as 1
     * @param moments receives mean and mean square of each quantity told, times the sum
     */
    double sum(double reference, double[] moments) {
        integrals.project(count, cells.rows(), curves, star.star(), exponent, lower, upper);
        leastSquare = Double.POSITIVE_INFINITY;
        for (int item = 0; item < count; item++) {
            double shift = -0.5 * (square[item] - reference);
            for (int n = item * POINTS; n < (item + 1) * POINTS; n++) {
                if (n % POINTS != POINTS - 1) {
                    leastSquare = Math.min(leastSquare, square[item] + square(n));
                }
                exponent[n] = Math.min(Math.max(exponent[n] + shift, NOTHING), MOST);
            }
        }
        int numbers = count * POINTS;
        math.exponentials(numbers, exponent, across);
        tails.of(numbers, lower, lowerDensity, lowerTail);
        tails.of(numbers, upper, upperDensity, upperTail);
        integrals.means(numbers, across, lower, upper, lowerTail, upperTail, means);
        Arrays.fill(moments, 0);
        double all = 0;
        for (int item = 0; item < count; item++) {
            double own = births(item);
            all += own * weight[item];
            if (own * weight[item] > NEGLIGIBLE * all) {
                tell(item, NEGLIGIBLE * own);
                for (int t = 0; t < told.length; t++) {
                    moments[t] += told[t] * weight[item];
                }
            }
        }
        return all;
    }

    /** Least &chi;&sup2; of the last sum. */
    double leastSquare() {
        return leastSquare;
    }

    private int birthsRow(int item) {
        return (item * cells.rows() + cells.dims()) * POINTS;
    }

    private double births(int item) {
        int row = birthsRow(item);
        double all = 0;
        for (int p = 0; p < POINTS - 1; p++) {
            all += curves[row + p] * means[item * POINTS + p];
        }
        return all;
    }

    /** Sums what is told over the pieces of a stretch that hold more than an amount. */
    private void tell(int item, double least) {
        Arrays.fill(told, 0);
        int row = birthsRow(item);
        for (int p = 0; p < POINTS - 1; p++) {
            double mass = curves[row + p] * means[item * POINTS + p];
            if (mass > least) {
                locate(item * POINTS + p);
                for (int t = 0; t < cells.told(); t++) {
                    int at = row + (1 + t) * POINTS + p;
                    double step = curves[at + 1] - curves[at];
                    double value = curves[at] + place * step;
                    told[2 * t] += mass * value;
                    told[2 * t + 1] += mass * (value * value * (1 + unknown(t)) + variance * step * step);
                }
            }
        }
    }

    /** The squared relative error that a quantity has beside its place along the curve: a distance, as its magnitude has one. */
    private double unknown(int t) {
        return distance.isPresent() && t == cells.told() - 1
                ? DistancePrior.PER_MAGNITUDE
                        * DistancePrior.PER_MAGNITUDE
                        * star.faintness().varianceLeft()
                : 0;
    }

    /** Finds mean and variance of the star's place on piece n, from 0 to 1: those of a normal distribution between its ends. */
    private void locate(int n) {
        double length = upper[n] - lower[n];
        double between = means[n] * length / (across[n] * CurveIntegrals.ROOT_TWO_PI);
        if (!(length > SHORT) || !(between > 0)) {
            place = 0.5;
            variance = 1.0 / 12;
            return;
        }
        double mean = (lowerDensity[n] - upperDensity[n]) / between;
        double spread = 1 + (lower[n] * lowerDensity[n] - upper[n] * upperDensity[n]) / between - mean * mean;
        place = Math.min(Math.max((mean - lower[n]) / length, 0), 1);
        variance = Math.min(Math.max(spread / (length * length), 0), 0.25);
    }
}
