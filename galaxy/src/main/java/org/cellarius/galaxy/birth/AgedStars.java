package org.cellarius.galaxy.birth;

import java.util.stream.IntStream;

/**
 * Stars with ages and [Fe/H]. Columns that are not known are empty; the others are as long as the ages, and finite.
 *
 * @param ageGyr ages, Gyr
 * @param ageErrorGyr one-sigma errors, Gyr; may be empty
 * @param feHDex [Fe/H], dex
 * @param feHErrorDex one-sigma errors, dex; may be empty
 * @param radiusKpc guiding radii or radii today, kpc; may be empty
 * @param centreDex F0 of each star's age, dex; may be empty
 */
public record AgedStars(
        double[] ageGyr,
        double[] ageErrorGyr,
        double[] feHDex,
        double[] feHErrorDex,
        double[] radiusKpc,
        double[] centreDex) {

    public AgedStars {
        mustFit("ages' errors", ageErrorGyr, ageGyr.length);
        if (feHDex.length != ageGyr.length) {
            throw new IllegalArgumentException(feHDex.length + " [Fe/H] of " + ageGyr.length + " ages");
        }
        mustFit("[Fe/H] errors", feHErrorDex, ageGyr.length);
        mustFit("radii", radiusKpc, ageGyr.length);
        mustFit("central [Fe/H]", centreDex, ageGyr.length);
    }

    /** Ages and [Fe/H] alone, with errors of [Fe/H]. */
    public static AgedStars of(double[] ageGyr, double[] feHDex, double[] feHErrorDex) {
        return new AgedStars(ageGyr, new double[0], feHDex, feHErrorDex, new double[0], new double[0]);
    }

    private static void mustFit(String name, double[] column, int length) {
        if (column.length != 0 && column.length != length) {
            throw new IllegalArgumentException(column.length + " " + name + " of " + length + " stars");
        }
    }

    public int count() {
        return ageGyr.length;
    }

    /** The same with other ages. */
    AgedStars aged(double[] otherGyr) {
        return new AgedStars(otherGyr, ageErrorGyr, feHDex, feHErrorDex, radiusKpc, centreDex);
    }

    /** The stars of an age bin [low, high). */
    AgedStars between(double lowGyr, double highGyr) {
        int[] rows = IntStream.range(0, count())
                .filter(i -> ageGyr[i] >= lowGyr && ageGyr[i] < highGyr)
                .toArray();
        return new AgedStars(
                of(ageGyr, rows),
                of(ageErrorGyr, rows),
                of(feHDex, rows),
                of(feHErrorDex, rows),
                of(radiusKpc, rows),
                of(centreDex, rows));
    }

    private static double[] of(double[] column, int[] rows) {
        return column.length == 0
                ? column
                : IntStream.of(rows).mapToDouble(i -> column[i]).toArray();
    }
}
