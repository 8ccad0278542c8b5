package org.cellarius.galaxy.density;

/** What dust takes between the Sun and a star. */
public sealed interface Extinction {

    /**
     * What it adds to a number of a star, mag.
     *
     * @param number of the magnitude or colour
     * @param distanceKpc from the Sun, kpc
     * @param upKpc height above the Sun, kpc
     */
    double mag(int number, double distanceKpc, double upKpc);

    /** There is none, or magnitudes and colours are free of it. */
    record None() implements Extinction {
        @Override
        public double mag(int number, double distanceKpc, double upKpc) {
            return 0;
        }
    }

    /**
     * A flat layer, exponential in height about the Sun's own: k d (1 &minus; e<sup>&minus;s</sup>)/s, s = |z &minus; z<sub>Sun</sub>|/h (Parenago 1940, Astron. Zh. 17, 3).
     *
     * @param perKpc k of each magnitude (extinction) and colour (reddening), mag/kpc
     * @param heightKpc h, kpc
     */
    record Layer(double[] perKpc, double heightKpc) implements Extinction {
        public Layer {
            if (!(heightKpc > 0)) {
                throw new IllegalArgumentException("a layer of dust " + heightKpc + " kpc high: it must be above 0");
            }
        }

        @Override
        public double mag(int number, double distanceKpc, double upKpc) {
            double scales = Math.abs(upKpc) / heightKpc;
            double mean = scales < 1e-6 ? 1 : -Math.expm1(-scales) / scales;
            return perKpc[number] * distanceKpc * mean;
        }
    }
}
