package org.cellarius.galaxy.mock;

/**
 * What changes [Fe/H] with azimuth: nothing, or a spiral and the region of the bar. The twin without it has the same stars at the same places: only their [Fe/H] differs.
 */
public sealed interface AzimuthalPattern {

    /** Added to [Fe/H] at a place, dex; x and y in kpc, Galactocentric. */
    double addedDex(double xKpc, double yKpc);

    /** The twin: an axisymmetric Galaxy. */
    record None() implements AzimuthalPattern {
        @Override
        public double addedDex(double xKpc, double yKpc) {
            return 0;
        }
    }

    /**
     * A logarithmic spiral of m arms, &Delta;[Fe/H] = A cos(m (&phi; &minus; &phi;_0 &minus; ln(R/R_ref)/tan(pitch))), outside the bar, and a constant within the bar's ellipse.
     * &phi; = atan2(y, x) falls along rotation, so that a trailing spiral has a positive pitch: its &phi; grows with R.
     *
     * @param amplitudeDex A, dex
     * @param arms m
     * @param pitchDeg pitch angle, degrees, positive for a trailing spiral
     * @param phaseDeg &phi;_0: azimuth of a crest at R_ref, degrees
     * @param referenceKpc R_ref, kpc
     * @param barDex [Fe/H] added within the bar, dex
     * @param barKpc half length of the bar, kpc; 0 for no bar
     * @param barAxisRatio its axis ratio
     * @param barAngleDeg angle between the bar's near end and the line from the centre to the Sun, towards rotation (positive longitude), degrees
     */
    record SpiralAndBar(
            double amplitudeDex,
            int arms,
            double pitchDeg,
            double phaseDeg,
            double referenceKpc,
            double barDex,
            double barKpc,
            double barAxisRatio,
            double barAngleDeg)
            implements AzimuthalPattern {

        /** Two arms of 0.05 dex (Poggio et al. 2022, 2022A&A...666L...4P: 0.05 to 0.1 dex), pitch 12 deg; a bar as Imig et al. (2023) draw it. */
        public static final SpiralAndBar STANDARD = new SpiralAndBar(0.05, 2, 12, 160, 8.2, 0.1, 5, 0.4, 25);

        public SpiralAndBar {
            if (arms < 1 || !(pitchDeg > 0 && pitchDeg < 90) || !(referenceKpc > 0) || !(barKpc >= 0)) {
                throw new IllegalArgumentException(
                        "a spiral needs one arm at least and a pitch between 0 and 90 degrees, a bar a length that is not negative");
            }
        }

        @Override
        public double addedDex(double xKpc, double yKpc) {
            double angle = Math.toRadians(barAngleDeg);
            // The near end lies at (-cos, +sin): on the Sun's side, ahead along rotation.
            double along = -xKpc * Math.cos(angle) + yKpc * Math.sin(angle);
            double across = xKpc * Math.sin(angle) + yKpc * Math.cos(angle);
            if (along * along + across * across / (barAxisRatio * barAxisRatio) < barKpc * barKpc) {
                return barDex;
            }
            double r = Math.sqrt(xKpc * xKpc + yKpc * yKpc);
            double crest = Math.toRadians(phaseDeg) + Math.log(r / referenceKpc) / Math.tan(Math.toRadians(pitchDeg));
            return amplitudeDex * Math.cos(arms * (Math.atan2(yKpc, xKpc) - crest));
        }
    }
}
