package org.cellarius.galaxy.kernel;

/** &Sigma; ln of many positive numbers with one logarithm every few of them. */
public final class LogProduct {

    private static final double MOST = 1e150;
    private static final double LEAST = 1e-150;

    private double product = 1;
    private double sum;

    /** Adds ln of a positive number between 1e-150 and 1e150; others at the price of a logarithm. */
    public void times(double factor) {
        if (!(factor < MOST && factor > LEAST)) {
            sum += Math.log(factor);
            return;
        }
        product *= factor;
        if (product > MOST || product < LEAST) {
            sum += Math.log(product);
            product = 1;
        }
    }

    /** Adds ln of a positive number so many times. */
    public void times(double factor, double count) {
        if (count == 1) {
            times(factor);
        } else {
            sum += count * Math.log(factor);
        }
    }

    public double ln() {
        return sum + Math.log(product);
    }
}
