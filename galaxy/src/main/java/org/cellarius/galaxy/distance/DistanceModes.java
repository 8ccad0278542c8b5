package org.cellarius.galaxy.distance;

/**
 * Where the posterior of a distance has its maxima: roots of r&sup3;/L &minus; 2 r&sup2; + &varpi; r/&sigma;&sup2; &minus; 1/&sigma;&sup2; = 0
 * (Bailer-Jones 2015, 2015PASP..127..994B, eq. 19). There are one or two: at middling errors one near 1/&varpi; and one near 2 L.
 *
 * @param nearKpc the nearer maximum, kpc
 * @param farKpc the farther one, the same where there is one only
 */
record DistanceModes(double nearKpc, double farKpc) {

    private static final int MOST_STEPS = 200;

    static DistanceModes of(double parallaxMas, double errorMas, double lengthKpc) {
        double weight = 1 / (errorMas * errorMas);
        var cubic = new Cubic(1 / lengthKpc, parallaxMas * weight, weight);
        double beyond = 3 * lengthKpc;
        while (cubic.at(beyond) <= 0) {
            beyond *= 2;
        }
        // Where the cubic turns: 3 r^2/L - 4 r + parallax/error^2 = 0.
        double discriminant = 4 - 3 * parallaxMas * weight / lengthKpc;
        if (!(parallaxMas > 0) || discriminant <= 0) {
            return one(cubic.root(0, beyond));
        }
        double top = (2 - Math.sqrt(discriminant)) * lengthKpc / 3;
        double bottom = (2 + Math.sqrt(discriminant)) * lengthKpc / 3;
        if (cubic.at(top) <= 0) {
            return one(cubic.root(bottom, beyond));
        }
        double near = cubic.root(0, top);
        return cubic.at(bottom) >= 0 ? one(near) : new DistanceModes(near, cubic.root(bottom, beyond));
    }

    private static DistanceModes one(double kpc) {
        return new DistanceModes(kpc, kpc);
    }

    /** a r&sup3; &minus; 2 r&sup2; + b r &minus; c: negative where the posterior rises. */
    private record Cubic(double a, double b, double c) {

        double at(double r) {
            return ((a * r - 2) * r + b) * r - c;
        }

        private double slope(double r) {
            return (3 * a * r - 4) * r + b;
        }

        /** The root between a place where it is negative and one where it is positive: Newton's steps, kept inside by halving. */
        double root(double from, double to) {
            double low = from;
            double high = to;
            double r = 0.5 * (low + high);
            for (int step = 0; step < MOST_STEPS; step++) {
                double value = at(r);
                if (value < 0) {
                    low = r;
                } else {
                    high = r;
                }
                double next = r - value / slope(r);
                if (!(low < next && next < high)) {
                    next = 0.5 * (low + high);
                }
                if (Math.abs(next - r) <= 2 * Math.ulp(r)) {
                    return next;
                }
                r = next;
            }
            return r;
        }
    }
}
