package org.cellarius.galaxy.kernel;

/**
 * Sums of a disc's density over places. The two forms give the same bits: every step is one rounded operation of the same sequence, and sums go through {@value #SLOTS} partial sums in both.
 * The exponential is a series good to 3e-16 relative, the logarithm one good to 3e-14.
 */
public sealed interface DiscSums permits ScalarDiscSums, VectorDiscSums {

    /** Partial sums; no machine's registers hold more doubles. */
    int SLOTS = 8;

    /** The fastest form that this start of Java and this machine can run. */
    static DiscSums best() {
        return Best.SUMS;
    }

    /**
     * A disc.
     *
     * @param innerPerKpc inverse length inside the break, 1/kpc
     * @param outerPerKpc outside of it, 1/kpc
     * @param breakKpc radius of the break, kpc
     * @param heightKpc scale height at the reference radius, kpc
     * @param flarePerKpc growth of ln height, 1/kpc
     * @param referenceKpc the reference radius, kpc
     * @param sech2 whether the profile in height is sech&sup2;(z/2h)/4h; else exp(&minus;|z|/h)/2h
     */
    record Disc(
            double innerPerKpc,
            double outerPerKpc,
            double breakKpc,
            double heightKpc,
            double flarePerKpc,
            double referenceKpc,
            boolean sech2) {}

    /** &Sigma; w &nu;(R, z) of places with z &ge; 0, kpc. */
    double integral(double[] rKpc, double[] zKpc, double[] weight, Disc disc);

    /** &Sigma; w ln(1 + exp(&minus;s z)), s the inverse height at each place, 1/kpc. */
    double softened(double[] zKpc, double[] weight, double[] inversePerKpc);

    /** Chosen once; the class on the Vector API is not touched where its module is missing. */
    final class Best {
        static final DiscSums SUMS =
                VectorApi.isThere() && VectorDiscSums.fits() ? new VectorDiscSums() : new ScalarDiscSums();

        private Best() {}
    }
}
