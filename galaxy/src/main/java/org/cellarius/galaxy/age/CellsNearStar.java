package org.cellarius.galaxy.age;

import java.util.Arrays;
import org.cellarius.galaxy.kernel.CurveIntegrals;
import org.cellarius.galaxy.kernel.SegmentDistances;
import org.cellarius.galaxy.kernel.SegmentDistances.Measured;

/**
 * How far the cells of a homologous grid are from a star, at least, and how its curves move there.
 *
 * <p>Not for several threads at once.
 */
final class CellsNearStar {

    /** Axes along which isochrones differ. */
    enum Axis {
        IRON,
        ALPHA,
        AGE
    }

    private static final int POINTS = CurveIntegrals.POINTS;

    private final CurveCells cells;
    private final SegmentDistances distances = SegmentDistances.best();
    private final double[] axisLnAge;
    private final double[] compositionSquare;
    private final double[] boxes;
    private double[] groups = new double[64];
    private Measured curve = new Measured(new double[0], new double[0]);
    private Whitening star;
    private final double[] away;
    private final double[] step;

    CellsNearStar(CurveCells cells, Whitening star) {
        this.cells = cells;
        this.star = star;
        away = new double[cells.dims()];
        step = new double[cells.dims()];
        axisLnAge = Arrays.stream(cells.grid().agesGyr()).map(Math::log).toArray();
        compositionSquare = new double[cells.irons() * cells.alphas()];
        boxes = new double[cells.lowest()[0].length];
    }

    /** Takes a star: compositions are measured at once, boxes by {@link #reach}. */
    void about(Whitening measured) {
        star = measured;
        curve = measured.boundsAlongCurves();
        StarComposition composition = measured.bounds();
        for (int c = 0; c < compositionSquare.length; c++) {
            compositionSquare[c] = StarComposition.square(
                            cells.grid().feH(), c / cells.alphas(), composition.feH(), composition.feHError())
                    + StarComposition.square(
                            cells.grid().alphaFe(),
                            c % cells.alphas(),
                            composition.alphaFe(),
                            composition.alphaFeError());
        }
    }

    /** Measures the boxes of all compositions within a squared distance. */
    void reach(double square) {
        for (int c = 0; c < compositionSquare.length; c++) {
            if (compositionSquare[c] <= square) {
                measure(c);
            }
        }
    }

    private int first(int composition) {
        return composition * cells.ages() * cells.stretches();
    }

    private void measure(int composition) {
        int from = first(composition);
        int to = first(composition + 1);
        // Boxes are measured in whole groups, which may begin with cells of another composition.
        int low = from / SegmentDistances.BOXES * SegmentDistances.BOXES;
        int high = Math.ceilDiv(to, SegmentDistances.BOXES) * SegmentDistances.BOXES;
        if (groups.length < high - low) {
            groups = new double[high - low];
        }
        distances.boxes(cells.lowest(), cells.highest(), low, high, curve, groups);
        System.arraycopy(groups, from - low, boxes, from, to - from);
    }

    /** Squared distance of the box of a cell, of a composition within {@link #reach}: of the observables along curves alone. */
    double box(int cell) {
        return boxes[cell];
    }

    /**
     * The cell that can come nearest.
     *
     * @param beyond how much further than the nearest composition others are looked at, squared errors
     */
    CellPlace nearest(double beyond) {
        double reach = Arrays.stream(compositionSquare).min().orElseThrow() + beyond;
        reach(reach);
        double least = Double.POSITIVE_INFINITY;
        int nearest = 0;
        for (int c = 0; c < compositionSquare.length; c++) {
            if (compositionSquare[c] <= reach) {
                for (int n = first(c); n < first(c + 1); n++) {
                    if (boxes[n] + compositionSquare[c] < least) {
                        least = boxes[n] + compositionSquare[c];
                        nearest = n;
                    }
                }
            }
        }
        int perComposition = cells.ages() * cells.stretches();
        int composition = nearest / perComposition;
        int within = nearest % perComposition;
        return new CellPlace(
                composition / cells.alphas(),
                composition % cells.alphas(),
                within / cells.stretches(),
                within % cells.stretches());
    }

    /** Squared distance of a cell's compositions from what is measured, at least. */
    double compositionSquare(CellPlace cell) {
        return compositionSquare[cell.iron() * cells.alphas() + cell.alpha()];
    }

    /** Whether an interval of ages has a cell within a squared distance, which boxes have been measured to. */
    boolean has(int age, double square) {
        for (int c = 0; c < compositionSquare.length; c++) {
            if (compositionSquare[c] <= square) {
                int from = first(c) + age * cells.stretches();
                for (int n = from; n < from + cells.stretches(); n++) {
                    if (boxes[n] + compositionSquare[c] <= square) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /**
     * By how many errors a curve moves to its side where an axis changes by one (dex, or 1 of ln age): how far a point of one isochrone is from
     * the whole of the next. How far the point itself goes would say too much, as most of that is along the curve.
     *
     * @param point of the cell's stretch
     */
    double sidewardsPerUnit(CellPlace cell, int point, Axis axis) {
        HomologousGrid grid = cells.grid();
        double[] values = switch (axis) {
            case IRON -> grid.feH();
            case ALPHA -> grid.alphaFe();
            case AGE -> axisLnAge;
        };
        int interval = switch (axis) {
            case IRON -> cell.iron();
            case ALPHA -> cell.alpha();
            case AGE -> cell.age();
        };
        if (values.length == 1) {
            return Double.MIN_NORMAL;
        }
        int own = grid.number(cell.iron(), cell.alpha(), cell.age());
        int next = grid.number(
                cell.iron() + (axis == Axis.IRON ? 1 : 0),
                cell.alpha() + (axis == Axis.ALPHA ? 1 : 0),
                cell.age() + (axis == Axis.AGE ? 1 : 0));
        double least = Double.POSITIVE_INFINITY;
        int from = cells.offset(own, cell.stretch()) + point;
        for (int s = 0; s < cells.stretches(); s++) {
            for (int p = 0; p < POINTS - 1; p++) {
                least = Math.min(least, square(from, cells.offset(next, s) + p));
            }
        }
        // Next to a hole of the grid nothing is known: the star's own errors set the steps.
        return Double.isInfinite(least)
                ? Double.MIN_NORMAL
                : Math.max(Math.sqrt(least) / (values[interval + 1] - values[interval]), Double.MIN_NORMAL);
    }

    /** Squared distance of a point from a piece, in errors; infinite where one of them is missing. */
    private double square(int point, int piece) {
        double[] values = cells.values();
        for (int d = 0; d < cells.dims(); d++) {
            double begin = values[piece + d * POINTS];
            away[d] = values[point + d * POINTS] - begin;
            step[d] = values[piece + d * POINTS + 1] - begin;
        }
        star.turn(away);
        star.turn(step);
        double away2 = 0;
        double along = 0;
        double length2 = 0;
        for (int d = 0; d < cells.dims(); d++) {
            away2 += away[d] * away[d];
            along += away[d] * step[d];
            length2 += step[d] * step[d];
        }
        if (Double.isNaN(away2 + along + length2)) {
            return Double.POSITIVE_INFINITY;
        }
        double place = length2 > 0 ? Math.min(Math.max(along / length2, 0), 1) : 0;
        return Math.max(away2 - place * (2 * along - place * length2), 0);
    }
}
