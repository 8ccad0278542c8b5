package org.cellarius.catalogue.isochrone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The points of a PARSEC isochrone that are stars in usual phases. Left out are the rows that end an isochrone (log L -9.999), magnitudes
 * that are fillers (99 and more), stars before the main sequence (label 0 at the beginning of an isochrone), after the asymptotic giant
 * branch (label 9), and points whose mass falls.
 */
final class ParsecPoints {

    private static final double NO_LUMINOSITY = -9.9;
    private static final double NO_MAGNITUDE = 99;
    private static final double BEFORE_MAIN_SEQUENCE = 0;
    private static final double MAIN_SEQUENCE = 1;
    private static final double AFTER_GIANTS = 9;

    /** The mass that reaches the main sequence: 2.4 solar masses after 10 Myr, falling with age^-0.3: labels of CMD 3.6, to 20 per cent. */
    private static final double ARRIVED_SUN = 2.4;

    private static final double ARRIVED_GYR = 0.01;
    private static final double ARRIVED_POWER = -0.3;
    private static final double LAST_GYR = 1;

    private final int mass;
    private final int luminosity;
    private final int phase;
    private final List<Integer> bands;
    private final Map<String, Long> told;

    ParsecPoints(int mass, int luminosity, int phase, List<Integer> bands, Map<String, Long> told) {
        this.mass = mass;
        this.luminosity = luminosity;
        this.phase = phase;
        this.bands = List.copyOf(bands);
        this.told = told;
    }

    /** Whether a star is before the main sequence where no label says so. */
    private boolean young(double massSun, double ageGyr) {
        return phase < 0 && ageGyr <= LAST_GYR && massSun < ARRIVED_SUN * Math.pow(ageGyr / ARRIVED_GYR, ARRIVED_POWER);
    }

    List<double[]> of(List<double[]> rows, double ageGyr) {
        var kept = new ArrayList<double[]>();
        double heaviest = 0;
        for (double[] row : rows) {
            if (row[luminosity] <= NO_LUMINOSITY) {
                tell("left out, as they end isochrones (log L -9.999)");
            } else if (bands.stream().anyMatch(b -> row[b] >= NO_MAGNITUDE)) {
                tell("left out, as a magnitude is a filler");
            } else if (phase >= 0 && row[phase] >= AFTER_GIANTS) {
                tell("left out after the asymptotic giant branch (label 9)");
            } else if (phase >= 0 && row[phase] == BEFORE_MAIN_SEQUENCE && kept.isEmpty()) {
                tell("left out before the main sequence (label 0)");
            } else if (young(row[mass], ageGyr)) {
                tell("left out before the main sequence, by mass and age");
            } else if (row[mass] < heaviest) {
                tell("left out, as their mass at birth falls");
            } else {
                if (phase >= 0 && row[phase] == BEFORE_MAIN_SEQUENCE) {
                    // Dwarfs of low mass change to and fro between 0 and 1 in the files.
                    tell("with label 0 between those of label 1, taken for the main sequence");
                    row[phase] = MAIN_SEQUENCE;
                }
                heaviest = row[mass];
                kept.add(row);
            }
        }
        return kept;
    }

    private void tell(String what) {
        told.merge(what, 1L, Long::sum);
    }
}
