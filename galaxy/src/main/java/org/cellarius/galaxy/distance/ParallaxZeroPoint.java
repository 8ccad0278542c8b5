package org.cellarius.galaxy.distance;

import java.util.List;

/** What is subtracted from a catalogue's parallax before it is used. */
public sealed interface ParallaxZeroPoint {

    /** The columns that it depends on, in the order of {@link #zeroPointMas}. */
    List<String> columns();

    /** The zero point of a star, mas; NaN where its columns are missing or out of range. The first column is {@code in[from]}. */
    double zeroPointMas(double[][] in, int from, int row);

    /** In words, for provenance. */
    String settings();

    /** The paper, empty where there is none. */
    String citation();

    /** Parallaxes are taken as they are. */
    record None() implements ParallaxZeroPoint {
        @Override
        public List<String> columns() {
            return List.of();
        }

        @Override
        public double zeroPointMas(double[][] in, int from, int row) {
            return 0;
        }

        @Override
        public String settings() {
            return "none";
        }

        @Override
        public String citation() {
            return "";
        }
    }

    /**
     * The same for all stars, for example &minus;0.017 mas, the median of the quasars in Gaia EDR3.
     *
     * @param mas the zero point, mas, negative where parallaxes are too small
     */
    record Constant(double mas) implements ParallaxZeroPoint {

        private static final double LARGEST_MAS = 10;

        public Constant {
            if (!(Math.abs(mas) <= LARGEST_MAS)) {
                throw new IllegalArgumentException(
                        "a parallax zero point of " + mas + " mas: it must lie between -10 and 10 mas");
            }
        }

        @Override
        public List<String> columns() {
            return List.of();
        }

        @Override
        public double zeroPointMas(double[][] in, int from, int row) {
            return mas;
        }

        @Override
        public String settings() {
            return mas + " mas";
        }

        @Override
        public String citation() {
            return "";
        }
    }

    /**
     * The recipe for Gaia EDR3 and DR3: a function of magnitude, colour and ecliptic latitude, different for five- and
     * six-parameter solutions (Lindegren et al. 2021, 2021A&amp;A...649A...4L, App. A).
     *
     * <p>Reads {@code ra dec} (deg), {@code phot_g_mean_mag} (mag), {@code nu_eff_used_in_astrometry pseudocolour} (1/&micro;m) and
     * {@code astrometric_params_solved} (31: five parameters, 95: six). The ecliptic latitude follows from the place on the sky.
     */
    record Lindegren2021() implements ParallaxZeroPoint {
        @Override
        public List<String> columns() {
            return List.of(
                    "ra",
                    "dec",
                    "phot_g_mean_mag",
                    "nu_eff_used_in_astrometry",
                    "pseudocolour",
                    "astrometric_params_solved");
        }

        @Override
        public double zeroPointMas(double[][] in, int from, int row) {
            double sinBeta = EclipticLatitude.sine(in[from][row], in[from + 1][row]);
            double gMag = in[from + 2][row];
            double solved = in[from + 5][row];
            if (solved == Lindegren2021Recipe.FIVE_PARAMETERS) {
                return Lindegren2021Recipe.fiveParameterMas(gMag, in[from + 3][row], sinBeta);
            }
            return solved == Lindegren2021Recipe.SIX_PARAMETERS
                    ? Lindegren2021Recipe.sixParameterMas(gMag, in[from + 4][row], sinBeta)
                    : Double.NaN;
        }

        @Override
        public String settings() {
            return "lindegren2021";
        }

        @Override
        public String citation() {
            return "Parallax zero point: Lindegren et al. 2021, A&A 649, A4 (2021A&A...649A...4L)";
        }
    }
}
