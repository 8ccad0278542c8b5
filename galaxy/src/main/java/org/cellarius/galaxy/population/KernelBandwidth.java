package org.cellarius.galaxy.population;

/** How wide the kernels of a density estimate are: a factor of n, times the standard deviation (n &minus; 1) of the sample. */
public enum KernelBandwidth {
    /** n<sup>&minus;1/5</sup>: Scott (1992, Multivariate Density Estimation, Wiley), the usual one of scipy. */
    SCOTT1992("Scott's bandwidth (1992)") {
        @Override
        double factor(double n) {
            return Math.pow(n, -0.2);
        }
    },
    /** (3 n/4)<sup>&minus;1/5</sup>: Silverman (1986, Density Estimation for Statistics and Data Analysis, eq. 3.28), 6 per cent wider. */
    SILVERMAN1986("Silverman's bandwidth (1986)") {
        @Override
        double factor(double n) {
            return Math.pow(0.75 * n, -0.2);
        }
    };

    private final String title;

    KernelBandwidth(String title) {
        this.title = title;
    }

    /** As captions write it. */
    public String title() {
        return title;
    }

    abstract double factor(double n);

    /** The bandwidth, in the unit of the standard deviation; n is the effective number of weighted stars. */
    public double of(double n, double standardDeviation) {
        return factor(n) * standardDeviation;
    }
}
