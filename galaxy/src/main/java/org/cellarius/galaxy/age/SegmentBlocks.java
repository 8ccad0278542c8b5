package org.cellarius.galaxy.age;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.kernel.SegmentDistances;

/**
 * The straight pieces between neighbouring points of all isochrones, in blocks as {@link SegmentDistances} reads them, each with
 * its box in the space of the observables and the number of stars born on each piece.
 *
 * <p>Blocks of a composition stand in groups of {@value SegmentDistances#BOXES}: the same stretch of curves of neighbouring ages,
 * which lie close together, so that a box about all of them says much.
 */
final class SegmentBlocks {

    private final int dims;
    private final double[] points;
    private final double[] births;
    private final double[] birthsOfBlock;
    private final double[][] lowest;
    private final double[][] highest;
    private final double[][] lowestOfGroup;
    private final double[][] highestOfGroup;
    private final int[] age;
    private final int[] first;

    /**
     * The blocks.
     *
     * @param columns the grid's columns that are the dimensions
     */
    SegmentBlocks(IsochroneGrid grid, int[] columns) {
        dims = columns.length;
        int compositions = grid.compositions().size();
        int perStretch = Math.ceilDiv(grid.ages(), SegmentDistances.BOXES);
        first = new int[compositions + 1];
        for (int c = 0; c < compositions; c++) {
            int groups = stretches(grid, c) * perStretch;
            first[c + 1] = first[c] + Math.ceilDiv(groups, SegmentDistances.BOXES) * SegmentDistances.BOXES;
        }
        int groups = first[compositions];
        int all = groups * SegmentDistances.BOXES;
        long numbers = (long) all * dims * SegmentDistances.POINTS;
        if (numbers > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("the isochrones have too many points for one table: " + grid.points());
        }
        points = new double[(int) numbers];
        births = new double[all * SegmentDistances.BLOCK];
        birthsOfBlock = new double[all];
        lowest = boxes(all);
        highest = boxes(all);
        lowestOfGroup = boxes(groups);
        highestOfGroup = boxes(groups);
        age = new int[all];
        for (int c = 0; c < compositions; c++) {
            for (int a = 0; a < grid.ages(); a++) {
                Optional<Isochrone> isochrone = grid.isochrone(c, a);
                if (isochrone.isPresent()) {
                    lay(isochrone.get(), columns, a, first[c] * SegmentDistances.BOXES + a, perStretch);
                }
            }
        }
        for (int d = 0; d < dims; d++) {
            for (int g = 0; g < groups; g++) {
                double low = Double.POSITIVE_INFINITY;
                double high = Double.NEGATIVE_INFINITY;
                for (int b = g * SegmentDistances.BOXES; b < (g + 1) * SegmentDistances.BOXES; b++) {
                    if (lowest[d][b] < Double.POSITIVE_INFINITY) {
                        low = Math.min(low, lowest[d][b]);
                        high = Math.max(high, highest[d][b]);
                    }
                }
                lowestOfGroup[d][g] = low;
                highestOfGroup[d][g] = low == Double.POSITIVE_INFINITY ? low : high;
            }
        }
    }

    /** Boxes that hold nothing are infinitely far. */
    private double[][] boxes(int count) {
        double[][] sides = new double[dims][count];
        for (double[] side : sides) {
            Arrays.fill(side, Double.POSITIVE_INFINITY);
        }
        return sides;
    }

    private static int stretches(IsochroneGrid grid, int composition) {
        int most = 0;
        for (int a = 0; a < grid.ages(); a++) {
            most = Math.max(
                    most,
                    grid.isochrone(composition, a).map(SegmentBlocks::blocksOf).orElse(0));
        }
        return most;
    }

    private static int blocksOf(Isochrone isochrone) {
        return Math.ceilDiv(isochrone.points() - 1, SegmentDistances.BLOCK);
    }

    private void lay(Isochrone isochrone, int[] columns, int ageNumber, int from, int groupsPerStretch) {
        List<double[]> wanted =
                Arrays.stream(columns).mapToObj(isochrone.columns()::get).toList();
        double[] mass = isochrone.massSun();
        int block = from;
        for (int start = 0; start < isochrone.points() - 1; start += SegmentDistances.BLOCK) {
            int end = Math.min(start + SegmentDistances.BLOCK, isochrone.points() - 1);
            age[block] = ageNumber;
            for (int d = 0; d < dims; d++) {
                double[] column = wanted.get(d);
                int base = (block * dims + d) * SegmentDistances.POINTS;
                double low = column[start];
                double high = column[start];
                for (int i = start; i < end; i++) {
                    points[base + i - start] = column[i];
                    low = Math.min(low, column[i + 1]);
                    high = Math.max(high, column[i + 1]);
                }
                // The end, and places of the block that hold no piece and no births.
                Arrays.fill(points, base + end - start, base + SegmentDistances.POINTS, column[end]);
                lowest[d][block] = low;
                highest[d][block] = high;
            }
            for (int i = start; i < end; i++) {
                double born = KroupaMassFunction.below(mass[i + 1]) - KroupaMassFunction.below(mass[i]);
                births[block * SegmentDistances.BLOCK + i - start] = born;
                birthsOfBlock[block] += born;
            }
            block += groupsPerStretch * SegmentDistances.BOXES;
        }
    }

    int blocks() {
        return age.length;
    }

    /** Number of the age of a block. */
    int age(int block) {
        return age[block];
    }

    /** First group of a composition, whose blocks begin at that times {@link SegmentDistances#BOXES}; of their number, the number of groups. */
    int first(int composition) {
        return first[composition];
    }

    double[] points() {
        return points;
    }

    /** Stars born on each piece, in units of {@link KroupaMassFunction}. */
    double[] births() {
        return births;
    }

    /** Stars born on all pieces of a block. */
    double births(int block) {
        return birthsOfBlock[block];
    }

    double[][] lowest() {
        return lowest;
    }

    double[][] highest() {
        return highest;
    }

    double[][] lowestOfGroup() {
        return lowestOfGroup;
    }

    double[][] highestOfGroup() {
        return highestOfGroup;
    }
}
