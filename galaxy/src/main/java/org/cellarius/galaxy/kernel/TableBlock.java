package org.cellarius.galaxy.kernel;

import java.util.Arrays;

/** The numbers of one block of stars on their way through a {@link VectorMeridionalTableReader}; one block for each thread. */
final class TableBlock {

    static final int STARS = 32;

    private static final ThreadLocal<TableBlock> OF_THREAD = ThreadLocal.withInitial(TableBlock::new);

    final double[] radiusKpc = new double[STARS];
    final double[] zKpc = new double[STARS];
    final double[] radialCell = new double[STARS];
    final double[] verticalCell = new double[STARS];
    final int[] first = new int[STARS];
    final double[] radialPlace = new double[STARS];
    final double[] verticalPlace = new double[STARS];
    final double[] radialSlope = new double[STARS];
    final double[] verticalSlope = new double[STARS];
    final double[][] radialValue = new double[4][STARS];
    final double[][] radialDerivative = new double[4][STARS];
    final double[][] verticalValue = new double[4][STARS];
    final double[][] verticalDerivative = new double[4][STARS];
    /** The four sums over rows of every star, one star after the other. */
    final double[] rowSum = new double[4 * STARS];

    final double[] rowSlope = new double[4 * STARS];
    final double[] value = new double[STARS];
    final double[] valueR = new double[STARS];
    final double[] valueZ = new double[STARS];
    private final double[] distance2 = new double[STARS];

    private TableBlock() {}

    static TableBlock ofThisThread() {
        return OF_THREAD.get();
    }

    double[] distance2() {
        return distance2;
    }

    /** Fills the block; stars that are not there stand in the centre. */
    void load(int count, double[] fromRadiusKpc, double[] fromZKpc, int from) {
        System.arraycopy(fromRadiusKpc, from, radiusKpc, 0, count);
        System.arraycopy(fromZKpc, from, zKpc, 0, count);
        if (count < STARS) {
            Arrays.fill(radiusKpc, count, STARS, 0);
            Arrays.fill(zKpc, count, STARS, 0);
        }
    }
}
