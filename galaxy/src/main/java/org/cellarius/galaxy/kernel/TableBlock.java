package org.cellarius.galaxy.kernel;

import java.util.Arrays;

/** The numbers of one block of stars on their way through a {@link VectorMeridionalTableReader}; one block for each thread. */
final class TableBlock {

    static final int STARS = 32;

    private static final ThreadLocal<TableBlock> OF_THREAD = ThreadLocal.withInitial(TableBlock::new);

    final VectorAxis radial = new VectorAxis();
    final VectorAxis vertical = new VectorAxis();
    private final VectorCubics cubics = new VectorCubics();
    private final VectorQuintics quintics = new VectorQuintics();
    final int[] first = new int[STARS];
    final double[] perDistance2 = new double[STARS];
    /** T, then its derivatives along R and z. */
    final double[] value = new double[STARS];

    final double[] valueR = new double[STARS];
    final double[] valueZ = new double[STARS];

    private TableBlock() {}

    VectorSplines splines(SplineDegree degree) {
        return switch (degree) {
            case CUBIC -> cubics;
            case QUINTIC -> quintics;
        };
    }

    static TableBlock ofThisThread() {
        return OF_THREAD.get();
    }

    /** Fills the block; stars that are not there stand in the centre. */
    void load(int count, double[] radiusKpc, double[] zKpc, int from) {
        load(count, radiusKpc, from, radial.lengthKpc);
        load(count, zKpc, from, vertical.lengthKpc);
    }

    private static void load(int count, double[] source, int from, double[] target) {
        System.arraycopy(source, from, target, 0, count);
        if (count < STARS) {
            Arrays.fill(target, count, STARS, 0);
        }
    }
}
