package org.cellarius.galaxy.smooth;

import java.util.Arrays;

/**
 * A smooth function with its posterior: coefficients are normal about &#265; with covariance V = (B&#7488;WB + S&#955;)&#8315;&sup1;, at fixed smoothing and scatter (Wahba 1983,
 * 1983JRSSB..45..133W). Everything linear in the coefficients has an exact mean and covariance.
 */
public final class SmoothSurface {

    private final SplineBasis basis;
    private final double[] coefficients;
    private final BandCholesky factor;
    private final BandMatrix covariance;

    SmoothSurface(
            SplineBasis basis, double[] aboutReference, double reference, BandCholesky factor, BandMatrix covariance) {
        this.basis = basis;
        // The splines at a place add up to 1: a constant is one of every coefficient.
        this.coefficients =
                Arrays.stream(aboutReference).map(c -> c + reference).toArray();
        this.factor = factor;
        this.covariance = covariance;
    }

    public SplineBasis basis() {
        return basis;
    }

    /** The posterior mean of the coefficients, unit of the value. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** A reader of the surface, for one thread. */
    public Reader reader() {
        return new Reader();
    }

    /** Reads the surface place by place. */
    public final class Reader {
        private final SplineBasis.Place place = basis.place();
        private final int[] numbers = new int[basis.local()];

        /** Moves to a place, in the units of the coordinates; false outside their range. */
        public boolean at(double... x) {
            boolean inside = place.at(x);
            if (inside) {
                place.numbers(numbers);
            }
            return inside;
        }

        boolean at(double[][] columns, int row) {
            boolean inside = place.at(columns, row);
            if (inside) {
                place.numbers(numbers);
            }
            return inside;
        }

        /** The posterior mean there. */
        public double value() {
            double[] weights = place.weights();
            double sum = 0;
            for (int a = 0; a < weights.length; a++) {
                sum += weights[a] * coefficients[numbers[a]];
            }
            return sum;
        }

        /** The posterior variance of the function there. */
        public double variance() {
            double[] weights = place.weights();
            double sum = 0;
            for (int a = 0; a < weights.length; a++) {
                double half = 0.5 * weights[a] * covariance.get(numbers[a], numbers[a]);
                for (int b = 0; b < a; b++) {
                    half += weights[b] * covariance.get(numbers[a], numbers[b]);
                }
                sum += 2 * weights[a] * half;
            }
            return Math.max(0, sum);
        }

        /** Adds the function there, so many times, to a combination. */
        public void addTo(double[] combination, double times) {
            double[] weights = place.weights();
            for (int a = 0; a < weights.length; a++) {
                combination[numbers[a]] += times * weights[a];
            }
        }

        /** A combination of coefficients at the place: &Sigma; B u. */
        double of(double[] u) {
            double[] weights = place.weights();
            double sum = 0;
            for (int a = 0; a < weights.length; a++) {
                sum += weights[a] * u[numbers[a]];
            }
            return sum;
        }
    }

    /** A combination of the function at some places, empty so far: see {@link Reader#addTo}. */
    public double[] nothing() {
        return new double[basis.coefficients()];
    }

    /** The posterior mean of a combination. */
    public double mean(double[] combination) {
        return dot(combination, coefficients);
    }

    /** V u: of two combinations the covariance is v&#7488; V u. */
    public double[] spread(double[] combination) {
        return factor.solve(combination);
    }

    /** A function drawn from the posterior: its coefficients. */
    double[] drawn(double[] standardNormals) {
        double[] draw = factor.backward(standardNormals);
        for (int i = 0; i < draw.length; i++) {
            draw[i] += coefficients[i];
        }
        return draw;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
