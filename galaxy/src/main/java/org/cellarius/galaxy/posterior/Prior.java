package org.cellarius.galaxy.posterior;

import java.util.Locale;
import org.cellarius.galaxy.kernel.StandardNormal;

/** What is believed of one parameter before the stars are seen; in the parameter's units. */
public sealed interface Prior {

    /** ln of the normalised density; &minus;&infin; outside the support. */
    double lnDensity(double value);

    /** The coordinate without edges of a value inside the support. */
    double coordinate(double value);

    /** The value at a coordinate. */
    double value(double coordinate);

    /** ln |d value/d coordinate|. */
    double lnStretch(double coordinate);

    /** As written on the command line and in results, for example {@code uniform(-2,2)}. */
    String text();

    /** Equal density between two values. */
    record Uniform(double low, double high) implements Prior {
        public Uniform {
            if (!(low < high) || Double.isInfinite(high - low)) {
                throw new IllegalArgumentException("a uniform prior needs two finite edges, the lower first");
            }
        }

        @Override
        public double lnDensity(double value) {
            return value >= low && value <= high ? -Math.log(high - low) : Double.NEGATIVE_INFINITY;
        }

        @Override
        public double coordinate(double value) {
            return Math.log((value - low) / (high - value));
        }

        @Override
        public double value(double coordinate) {
            // From the nearer edge, so that a scatter near zero keeps its digits.
            return coordinate < 0
                    ? low + (high - low) / (1 + Math.exp(-coordinate))
                    : high - (high - low) / (1 + Math.exp(coordinate));
        }

        @Override
        public double lnStretch(double coordinate) {
            return Math.log(high - low) - Math.abs(coordinate) - 2 * Math.log1p(Math.exp(-Math.abs(coordinate)));
        }

        @Override
        public String text() {
            return written("uniform", low, high);
        }
    }

    /**
     * Equal density of the square root between zero and that of {@code high}: density 1/(2 &radic;(value high)), half-way between a uniform prior and 1/value, and
     * none of its lower edge to choose ("sqrt" of R&ouml;ver 2020, J. Stat. Softw. 93, 6, for the scatter of few measurements with errors).
     */
    record RootUniform(double high) implements Prior {
        public RootUniform {
            checkScale(high);
        }

        @Override
        public double lnDensity(double value) {
            return value >= 0 && value <= high
                    ? -0.5 * (Math.log(value) + Math.log(high)) - Math.log(2)
                    : Double.NEGATIVE_INFINITY;
        }

        // The prior is a standard normal of the coordinate: a posterior that allows no scatter has no long tail there.

        @Override
        public double coordinate(double value) {
            return StandardNormal.quantile(Math.sqrt(value / high));
        }

        @Override
        public double value(double coordinate) {
            double root = StandardNormal.below(coordinate);
            return high * root * root;
        }

        @Override
        public double lnStretch(double coordinate) {
            return Math.log(2 * high)
                    + StandardNormal.lnBelow(coordinate)
                    - 0.5 * coordinate * coordinate
                    - StandardNormal.LN_ROOT_TWO_PI;
        }

        @Override
        public String text() {
            return written("root-uniform", high);
        }
    }

    /** Normal. */
    record Normal(double mean, double sd) implements Prior {
        public Normal {
            checkScale(sd);
            if (!Double.isFinite(mean)) {
                throw new IllegalArgumentException("a normal prior needs a finite mean");
            }
        }

        @Override
        public double lnDensity(double value) {
            double t = (value - mean) / sd;
            return -0.5 * t * t - Math.log(sd) - 0.5 * Math.log(2 * Math.PI);
        }

        @Override
        public double coordinate(double value) {
            return value;
        }

        @Override
        public double value(double coordinate) {
            return coordinate;
        }

        @Override
        public double lnStretch(double coordinate) {
            return 0;
        }

        @Override
        public String text() {
            return written("normal", mean, sd);
        }
    }

    /** The upper half of a normal about zero of standard deviation {@code scale}. */
    record HalfNormal(double scale) implements Prior {
        public HalfNormal {
            checkScale(scale);
        }

        @Override
        public double lnDensity(double value) {
            double t = value / scale;
            return value >= 0 ? -0.5 * t * t - Math.log(scale) + 0.5 * Math.log(2 / Math.PI) : Double.NEGATIVE_INFINITY;
        }

        @Override
        public double coordinate(double value) {
            return Math.log(value);
        }

        @Override
        public double value(double coordinate) {
            return Math.exp(coordinate);
        }

        @Override
        public double lnStretch(double coordinate) {
            return coordinate;
        }

        @Override
        public String text() {
            return written("half-normal", scale);
        }
    }

    /** The upper half of a Cauchy distribution about zero. */
    record HalfCauchy(double scale) implements Prior {
        public HalfCauchy {
            checkScale(scale);
        }

        @Override
        public double lnDensity(double value) {
            double t = value / scale;
            return value >= 0 ? Math.log(2 / (Math.PI * scale)) - Math.log1p(t * t) : Double.NEGATIVE_INFINITY;
        }

        @Override
        public double coordinate(double value) {
            return Math.log(value);
        }

        @Override
        public double value(double coordinate) {
            return Math.exp(coordinate);
        }

        @Override
        public double lnStretch(double coordinate) {
            return coordinate;
        }

        @Override
        public String text() {
            return written("half-cauchy", scale);
        }
    }

    private static void checkScale(double scale) {
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("the width of a prior must be a positive number");
        }
    }

    private static String written(String name, double... numbers) {
        var text = new StringBuilder(name);
        char before = '(';
        for (double number : numbers) {
            text.append(before);
            text.append(
                    number == Math.rint(number) && Math.abs(number) < 1e6
                            ? String.format(Locale.ROOT, "%.0f", number)
                            : Double.toString(number));
            before = ',';
        }
        return text.append(')').toString();
    }
}
