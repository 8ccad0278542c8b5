package org.cellarius.galaxy.kernel;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Blocks of stars by the Vector API. Each step is a small method that leaves its results in arrays: the compiler turns vector calls
 * into instructions only where it can take a method whole, and one large method for everything runs thirty times slower.
 */
final class VectorMeridionalTableReader implements MeridionalTableReader {

    static final VectorSpecies<Double> STARS = DoubleVector.SPECIES_PREFERRED;

    private final MeridionalTable table;
    /** Those of the table, and room behind them for registers longer than a row. */
    private final double[] coefficients;

    VectorMeridionalTableReader(MeridionalTable table) {
        this.table = table;
        this.coefficients = Arrays.copyOf(table.coefficients(), table.coefficients().length + WideSixRows.BEHIND);
    }

    /** Whether registers hold a row of four. */
    static boolean isWorthwhile() {
        return STARS.length() >= 4 && TableBlock.STARS % STARS.length() == 0;
    }

    @Override
    public void accelerations(
            int n, double[] radiusKpc, double[] zKpc, double[] accelerationR, double[] accelerationZ) {
        TableBlock block = TableBlock.ofThisThread();
        for (int from = 0; from < n; from += TableBlock.STARS) {
            int count = Math.min(TableBlock.STARS, n - from);
            block.load(count, radiusKpc, zKpc, from);
            descend(block);
            System.arraycopy(block.valueR, 0, accelerationR, from, count);
            System.arraycopy(block.valueZ, 0, accelerationZ, from, count);
        }
    }

    @Override
    public void potentials(int n, double[] radiusKpc, double[] zKpc, double[] phi) {
        TableBlock block = TableBlock.ofThisThread();
        for (int from = 0; from < n; from += TableBlock.STARS) {
            int count = Math.min(TableBlock.STARS, n - from);
            block.load(count, radiusKpc, zKpc, from);
            read(block, block.splines(table.degree()));
            potentials(count, block, phi, from);
        }
    }

    @Override
    public void potentialsAndAccelerations(
            int n, double[] radiusKpc, double[] zKpc, double[] phi, double[] accelerationR, double[] accelerationZ) {
        TableBlock block = TableBlock.ofThisThread();
        for (int from = 0; from < n; from += TableBlock.STARS) {
            int count = Math.min(TableBlock.STARS, n - from);
            block.load(count, radiusKpc, zKpc, from);
            descend(block);
            potentials(count, block, phi, from);
            System.arraycopy(block.valueR, 0, accelerationR, from, count);
            System.arraycopy(block.valueZ, 0, accelerationZ, from, count);
        }
    }

    /** Values and accelerations of a block that is loaded. */
    private void descend(TableBlock block) {
        VectorSplines splines = block.splines(table.degree());
        read(block, splines);
        splines.gradients(block);
        descend(block.radial, block.perDistance2, block.value, block.valueR);
        descend(block.vertical, block.perDistance2, block.value, block.valueZ);
    }

    private static void potentials(int count, TableBlock block, double[] phi, int from) {
        for (int i = 0; i < count; i++) {
            phi[from + i] = block.value[i] * Math.sqrt(block.perDistance2[i]);
        }
    }

    /** Everything up to T and 1/(r&sup2;+s&sup2;). */
    private void read(TableBlock b, VectorSplines splines) {
        b.radial.locate(table.radial());
        b.vertical.locate(table.vertical());
        address(b.radial.cell, b.vertical.cell, table.stride(), b.first);
        splines.values(coefficients, table.stride(), b);
        distances(b.radial.lengthKpc, b.vertical.lengthKpc, table.softening2Kpc2(), b.perDistance2);
    }

    /** Where each star's first row begins; NaN goes to 0 and stays NaN by its place in the cell. */
    private static void address(double[] radialCell, double[] verticalCell, int stride, int[] first) {
        for (int s = 0; s < TableBlock.STARS; s++) {
            first[s] = (int) (radialCell[s] * stride + verticalCell[s]);
        }
    }

    private static void distances(double[] radiusKpc, double[] zKpc, double softening2, double[] perDistance2) {
        DoubleVector one = DoubleVector.broadcast(STARS, 1);
        for (int i = 0; i < TableBlock.STARS; i += STARS.length()) {
            DoubleVector r = DoubleVector.fromArray(STARS, radiusKpc, i);
            DoubleVector z = DoubleVector.fromArray(STARS, zKpc, i);
            one.div(r.mul(r).add(z.mul(z)).add(softening2)).intoArray(perDistance2, i);
        }
    }

    private static void descend(VectorAxis axis, double[] perDistance2, double[] value, double[] derivative) {
        descend(axis.lengthKpc, axis.slope, perDistance2, value, derivative);
    }

    /** Minus the derivative of T (r&sup2;+s&sup2;)^&minus;&frac12; along one axis, in the place of the derivative of T. */
    private static void descend(
            double[] xKpc, double[] slope, double[] perDistance2, double[] value, double[] derivative) {
        for (int i = 0; i < TableBlock.STARS; i += STARS.length()) {
            DoubleVector per2 = DoubleVector.fromArray(STARS, perDistance2, i);
            DoubleVector inward =
                    DoubleVector.fromArray(STARS, value, i).mul(per2).mul(DoubleVector.fromArray(STARS, xKpc, i));
            DoubleVector gradient =
                    DoubleVector.fromArray(STARS, derivative, i).mul(DoubleVector.fromArray(STARS, slope, i));
            inward.sub(gradient).mul(per2.sqrt()).intoArray(derivative, i);
        }
    }
}
