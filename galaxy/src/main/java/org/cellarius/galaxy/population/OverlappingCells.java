package org.cellarius.galaxy.population;

import java.util.ArrayList;
import java.util.List;

/**
 * Running windows in a plane: cells [k s, k s + w), whose width w is a whole number of steps s, so that each star lies in several. They are
 * made of {@link #parts() parts} without overlap, each of which can be measured in a pass.
 */
public final class OverlappingCells implements PlaneTiling {

    /** Width over step may be off a whole number by so much. */
    private static final double ROUNDING = 1e-9;

    /** More overlaps than these are a smoothing that costs more than it tells. */
    private static final int MOST = 20;

    private final Windows x;
    private final Windows y;

    private OverlappingCells(Windows x, Windows y) {
        this.x = x;
        this.y = y;
    }

    /**
     * Windows along an axis.
     *
     * @param first number of the first
     */
    private record Windows(double width, double step, int overlaps, long first, int count) {

        static Windows covering(double width, double step, double min, double max) {
            PlaneCells.refuseWidth(width);
            PlaneCells.refuseWidth(step);
            long overlaps = Math.round(width / step);
            if (overlaps < 1 || Math.abs(width / step - overlaps) > ROUNDING * overlaps) {
                throw new IllegalArgumentException("windows of " + width + " every " + step
                        + ": the width must be a whole number of steps, so that all windows are alike");
            }
            if (overlaps > MOST) {
                throw new IllegalArgumentException("windows of " + width + " every " + step + ": each star lies in "
                        + overlaps + " along one axis, and at most " + MOST + " can be");
            }
            var steps = EvenSteps.multiplesOf(step);
            double first = steps.indexOf(min) - overlaps + 1;
            double count = steps.indexOf(max) - first + 1;
            PlaneCells.refuseCount(count, 1);
            return new Windows(width, step, (int) overlaps, (long) first, (int) count);
        }

        double low(int window) {
            return EvenSteps.multiplesOf(step).at((double) first + window);
        }

        double high(int window) {
            return EvenSteps.multiplesOf(step).at((double) first + window + overlaps);
        }

        /** How many begin at a remainder. */
        int of(int remainder) {
            return remainder >= count ? 0 : (count - remainder - 1) / overlaps + 1;
        }
    }

    /** The windows that cover the given ranges. */
    public static OverlappingCells covering(
            double widthX,
            double stepX,
            double widthY,
            double stepY,
            double minX,
            double maxX,
            double minY,
            double maxY) {
        Windows x = Windows.covering(widthX, stepX, minX, maxX);
        Windows y = Windows.covering(widthY, stepY, minY, maxY);
        PlaneCells.refuseCount(x.count(), y.count());
        return new OverlappingCells(x, y);
    }

    /**
     * Windows that do not overlap.
     *
     * @param windows their numbers among all, by their numbers among these
     */
    public record Part(RectangularCells cells, int[] windows) {}

    /** All windows in parts without overlap. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < Math.min(x.overlaps(), x.count()); i++) {
            for (int j = 0; j < Math.min(y.overlaps(), y.count()); j++) {
                int nx = x.of(i);
                int ny = y.of(j);
                int[] windows = new int[nx * ny];
                for (int k = 0; k < windows.length; k++) {
                    windows[k] = (i + k / ny * x.overlaps()) * y.count() + j + k % ny * y.overlaps();
                }
                parts.add(new Part(
                        RectangularCells.of(
                                new EvenBins(EvenSteps.of(x.low(i), x.width()), 0, nx),
                                x.width(),
                                new EvenBins(EvenSteps.of(y.low(j), y.width()), 0, ny),
                                y.width()),
                        windows));
            }
        }
        return parts;
    }

    @Override
    public int groups() {
        return x.count() * y.count();
    }

    @Override
    public double widthX() {
        return x.width();
    }

    @Override
    public double widthY() {
        return y.width();
    }

    @Override
    public double stepX() {
        return x.step();
    }

    @Override
    public double stepY() {
        return y.step();
    }

    @Override
    public double lowX(int cell) {
        return x.low(cell / y.count());
    }

    @Override
    public double highX(int cell) {
        return x.high(cell / y.count());
    }

    @Override
    public double lowY(int cell) {
        return y.low(cell % y.count());
    }

    @Override
    public double highY(int cell) {
        return y.high(cell % y.count());
    }

    @Override
    public double area() {
        return x.width() * y.width();
    }
}
