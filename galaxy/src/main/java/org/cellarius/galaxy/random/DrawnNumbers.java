package org.cellarius.galaxy.random;

import org.cellarius.galaxy.kernel.DrawMath;

/** The first uniform and normal numbers of a block of stars, drawn all together and read star by star: those of {@link CounterRandom.OfStar}, to 1e-12. */
public final class DrawnNumbers {

    private final StarNumbers numbers;
    private final long[] keys;
    private final double[][] uniform;
    private final double[][] normal;
    private int star;

    /**
     * @param uniforms how many uniform numbers of each star
     * @param normals how many normal ones
     * @param longest the longest block
     */
    public DrawnNumbers(int uniforms, int normals, int longest) {
        int length = DrawMath.padded(longest);
        numbers = new StarNumbers(DrawMath.best(), longest);
        keys = new long[length];
        uniform = new double[uniforms][length];
        normal = new double[normals][length];
    }

    /** Draws the numbers of n stars: that of the i-th one lies at {@code from + i}, and its generator is that of its number. */
    public void draw(int n, int from, long[] stars, CounterRandom[] generators, int[] generator) {
        for (int i = 0; i < n; i++) {
            keys[i] = generators[generator[from + i]].key(stars[from + i]);
        }
        for (int k = 0; k < uniform.length; k++) {
            numbers.uniform(n, keys, k, uniform[k]);
        }
        for (int k = 0; k < normal.length; k++) {
            numbers.normal(n, keys, k, normal[k]);
        }
    }

    /** Reads the numbers of the i-th star from now on. */
    public DrawnNumbers of(int i) {
        star = i;
        return this;
    }

    public double uniform(int draw) {
        return uniform[draw][star];
    }

    public double normal(int draw) {
        return normal[draw][star];
    }
}
