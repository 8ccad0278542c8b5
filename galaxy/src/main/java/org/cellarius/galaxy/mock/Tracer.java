package org.cellarius.galaxy.mock;

/**
 * A kind of star by which a survey sees the Galaxy: at which ages it exists, how hot, dense and bright it is. The relations are rough fits to what isochrones and the surveys
 * show; nothing that is measured of the Galaxy rests on them but how far one sees.
 */
public sealed interface Tracer {

    /**
     * What a star is.
     *
     * @param teffK effective temperature, K; NaN for clusters
     * @param loggDex surface gravity, dex of cm/s&sup2;; NaN for clusters
     * @param massMsun mass, M&#9737;
     * @param absoluteG absolute magnitude in Gaia's G
     */
    record Kind(double teffK, double loggDex, double massMsun, double absoluteG) {}

    /** The oldest star of the kind, Gyr, given the uniform number from which its temperature follows. */
    double oldestGyr(double uniform);

    /** Whether {@link #oldestGyr} is a straight line in the uniform number. */
    default boolean oldestOnLine() {
        return true;
    }

    /** The youngest one, Gyr. */
    double youngestGyr();

    /**
     * The star.
     *
     * @param uniform the same uniform number
     * @param another uniform number
     * @param first standard normal number
     * @param second standard normal number
     */
    Kind kind(double ageGyr, double feHDex, double uniform, double another, double first, double second);

    /** Shift of the measured [Fe/H] with temperature, dex. */
    default double feHSystematicDex(double teffK) {
        return 0;
    }

    private static double square(double x) {
        return x * x;
    }

    private static double giantTeffK(double logg, double feH) {
        return 4850 + 480 * (logg - 2.5) - 220 * feH;
    }

    private static double giantG(double teffK, double logg, double mass) {
        double bolometric = 4.74 - 2.5 * (4.438 - logg + Math.log10(mass) + 4 * Math.log10(teffK / 5772));
        return bolometric + 0.1 + 0.35 * Math.max(0, 5000 - teffK) / 1000;
    }

    private static double giantMass(double ageGyr) {
        return Math.pow(Math.max(0.3, ageGyr) / 10, -0.32);
    }

    /**
     * Red giants, more at higher gravity, some of them in the red clump at log g = 2.45.
     *
     * @param lowest log g of the brightest, dex
     * @param highest log g of the faintest, dex
     * @param clumpShare share of red-clump stars
     */
    record RedGiants(double lowest, double highest, double clumpShare) implements Tracer {
        @Override
        public double oldestGyr(double uniform) {
            return 13;
        }

        @Override
        public double youngestGyr() {
            return 0.8;
        }

        @Override
        public Kind kind(double ageGyr, double feHDex, double uniform, double another, double first, double second) {
            double logg =
                    uniform < clumpShare ? 2.45 + 0.08 * first : lowest + (highest - lowest) * Math.pow(another, 0.7);
            double teff = giantTeffK(logg, feHDex) + 40 * second;
            double mass = giantMass(ageGyr);
            return new Kind(teff, logg, mass, giantG(teff, logg, mass));
        }
    }

    /**
     * Hot main-sequence stars, which live the shorter the hotter they are: 2.5 Gyr (T/7000 K)<sup>&minus;4</sup>. Their measured [Fe/H] leans on the temperature, as Long et al. (2025, fig. 2) find.
     *
     * @param coolestK lowest effective temperature, K
     * @param hottestK highest, K
     */
    record HotStars(double coolestK, double hottestK) implements Tracer {

        /** (7000 K/T)<sup>4</sup>: N(T) falls as T<sup>&minus;5</sup>. */
        private double coolness(double uniform) {
            double low = square(square(7000 / coolestK));
            double high = square(square(7000 / hottestK));
            return low + uniform * (high - low);
        }

        private double teffK(double uniform) {
            return 7000 / Math.sqrt(Math.sqrt(coolness(uniform)));
        }

        @Override
        public double oldestGyr(double uniform) {
            return 2.5 * coolness(uniform);
        }

        @Override
        public double youngestGyr() {
            return 0.005;
        }

        @Override
        public Kind kind(double ageGyr, double feHDex, double uniform, double another, double first, double second) {
            double teff = teffK(uniform);
            double evolved = Math.min(1, ageGyr / oldestGyr(uniform));
            double logg = 4.3 - 0.5 * evolved * evolved + 0.08 * first;
            double mass = 1.5 * Math.pow(teff / 7000, 1.7);
            double g = 2.9 - 9.6 * Math.log10(teff / 7000) - 0.8 * evolved;
            return new Kind(teff, logg, mass, g);
        }

        @Override
        public double feHSystematicDex(double teffK) {
            double x = (teffK - 9000) / 3000;
            return x < 3 ? -0.12 * x + 0.05 * x * x - 0.012 * x * x * x : -0.234;
        }
    }

    /** G dwarfs near the main sequence, 5400 to 6100 K. */
    record DwarfsOfTypeG() implements Tracer {
        @Override
        public double oldestGyr(double uniform) {
            return 12;
        }

        @Override
        public double youngestGyr() {
            return 0.3;
        }

        @Override
        public Kind kind(double ageGyr, double feHDex, double uniform, double another, double first, double second) {
            double teff = 5400 + 700 * uniform;
            double logg = 4.42 - 0.12 * uniform + 0.06 * first;
            return new Kind(teff, logg, teff / 5772, 4.6 - 1.9 * (teff - 5772) / 1000 + 0.25 * second);
        }
    }

    /** Stars at the turn-off and on the subgiant branch. */
    record TurnOffStars() implements Tracer {
        @Override
        public double oldestGyr(double uniform) {
            return 13;
        }

        @Override
        public double youngestGyr() {
            return 0.8;
        }

        @Override
        public Kind kind(double ageGyr, double feHDex, double uniform, double another, double first, double second) {
            double turnOffK = 7300 - 1450 * Math.log10(Math.max(1, ageGyr)) - 500 * feHDex;
            double teff = Math.max(4900, turnOffK - 900 * uniform * uniform + 40 * first);
            double logg = 4.25 - 0.55 * uniform + 0.05 * second;
            return new Kind(teff, logg, 1.05 * Math.pow(Math.max(1, ageGyr) / 8, -0.25), 4.0 - 1.2 * uniform);
        }
    }

    /** Open clusters, as single objects that are bright enough everywhere; more young ones, up to 3 Gyr. */
    record OpenClusters() implements Tracer {
        @Override
        public double oldestGyr(double uniform) {
            return 0.02 * Math.pow(150, uniform) * 1.001;
        }

        @Override
        public boolean oldestOnLine() {
            return false;
        }

        @Override
        public double youngestGyr() {
            return 0.01;
        }

        @Override
        public Kind kind(double ageGyr, double feHDex, double uniform, double another, double first, double second) {
            return new Kind(Double.NaN, Double.NaN, 1000, -3);
        }
    }

    /** Classical Cepheids. */
    record ClassicalCepheids() implements Tracer {
        @Override
        public double oldestGyr(double uniform) {
            return 0.25;
        }

        @Override
        public double youngestGyr() {
            return 0.03;
        }

        @Override
        public Kind kind(double ageGyr, double feHDex, double uniform, double another, double first, double second) {
            return new Kind(5500 + 700 * uniform, 1.2 + 0.8 * uniform, 5.5, -3.5);
        }
    }
}
