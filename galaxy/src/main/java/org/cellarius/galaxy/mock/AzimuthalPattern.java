package org.cellarius.galaxy.mock;

import java.util.function.DoubleBinaryOperator;

/**
 * What changes [Fe/H] with azimuth: nothing, or a spiral and the region of the bar. The twin without it has the same stars at the same places: only their [Fe/H] differs.
 */
public sealed interface AzimuthalPattern {

    /** Added to [Fe/H] at a place, dex; x and y in kpc, Galactocentric. */
    DoubleBinaryOperator addedDex();

    /** Added to [Fe/H] at one place, dex. */
    default double addedDex(double xKpc, double yKpc) {
        return addedDex().applyAsDouble(xKpc, yKpc);
    }

    /** The twin: an axisymmetric Galaxy. */
    record None() implements AzimuthalPattern {
        @Override
        public DoubleBinaryOperator addedDex() {
            return (x, y) -> 0;
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
        public DoubleBinaryOperator addedDex() {
            double cos = Math.cos(Math.toRadians(barAngleDeg));
            double sin = Math.sin(Math.toRadians(barAngleDeg));
            double bar = barKpc * barKpc;
            double flattening = 1 / (barAxisRatio * barAxisRatio);
            double phase = Math.toRadians(phaseDeg);
            double winding = 0.5 / Math.tan(Math.toRadians(pitchDeg));
            double reference = referenceKpc * referenceKpc;
            return (x, y) -> {
                // The near end lies at (-cos, +sin): on the Sun's side, ahead along rotation.
                double along = -x * cos + y * sin;
                double across = x * sin + y * cos;
                if (along * along + across * across * flattening < bar) {
                    return barDex;
                }
                double crest = phase + winding * Math.log((x * x + y * y) / reference);
                return amplitudeDex * Math.cos(arms * (Math.atan2(y, x) - crest));
            };
        }
    }
}
