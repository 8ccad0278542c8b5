package org.cellarius.galaxy.population;

/** The range that a count of n stars stands for, by the statistics of Poisson. */
public enum CountInterval {
    /** n &plusmn; &radic;n: for many. Of none it says nothing: 0 to 0. */
    SQRT_N("√n") {
        @Override
        public double low(long n) {
            return n - Math.sqrt((double) n);
        }

        @Override
        public double high(long n) {
            return n + Math.sqrt((double) n);
        }
    },
    /**
     * The exact limits of one sigma on either side: as many stars or more come of the lower one in 15.87 per cent of cases, as many or fewer of the
     * upper one. Gehrels (1986, ApJ 303, 336), equations 1 and 2, tables 1 and 2.
     */
    GEHRELS1986("Gehrels 1986") {
        @Override
        public double low(long n) {
            return n == 0 ? 0 : meanWithTail(n - 1, 1 - ONE_SIDE);
        }

        @Override
        public double high(long n) {
            return meanWithTail(n, ONE_SIDE);
        }
    };

    /** What a normal distribution has beyond one standard deviation on one side. */
    private static final double ONE_SIDE = 0.158655253931457;

    private final String title;

    CountInterval(String title) {
        this.title = title;
    }

    /** As captions write it. */
    public String title() {
        return title;
    }

    /** The lower end, stars. */
    public abstract double low(long n);

    /** The upper end, stars. */
    public abstract double high(long n);

    /** The mean of a Poisson distribution that has the share {@code tail} at k and below. */
    private static double meanWithTail(long k, double tail) {
        // The chi-square quantile of 2(k + 1) degrees of freedom, halved, by Wilson and Hilferty: where the search
        // begins.
        double z = tail < 0.5 ? 1 : -1;
        double shape = k + 1.0;
        double cube = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
        double mean = shape * cube * cube * cube;
        double low = 0;
        double high = 2 * mean + 10;
        for (int round = 0; round < 200 && high - low > 1e-15 * high; round++) {
            double share = atMost(k, mean);
            if (share > tail) {
                low = mean;
            } else {
                high = mean;
            }
            // d share / d mean is minus the probability of k.
            double newton = mean + (share - tail) / probability(k, mean);
            if (newton == mean) {
                break;
            }
            mean = newton > low && newton < high ? newton : 0.5 * (low + high);
        }
        return mean;
    }

    /** The share of a Poisson distribution at k and below. */
    private static double atMost(long k, double mean) {
        // From k down: terms fall quickly where k is below the mean, and there are at most k.
        double term = probability(k, mean);
        double sum = term;
        for (long j = k; j > 0 && term > 1e-18 * sum; j--) {
            term *= j / mean;
            sum += term;
        }
        return Math.min(1, sum);
    }

    private static double probability(long k, double mean) {
        return Math.exp(k * Math.log(mean) - mean - logFactorial(k));
    }

    /** ln k!, by Stirling's series above a few. */
    private static double logFactorial(long k) {
        if (k < 20) {
            double product = 1;
            for (long j = 2; j <= k; j++) {
                product *= j;
            }
            return Math.log(product);
        }
        double x = k;
        return x * Math.log(x)
                - x
                + 0.5 * Math.log(2 * Math.PI * x)
                + 1 / (12 * x)
                - 1 / (360 * x * x * x)
                + 1 / (1260 * Math.pow(x, 5));
    }
}
