package org.cellarius.measure.birth;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cellarius.galaxy.birth.AgedStars;
import org.cellarius.galaxy.birth.BirthBin;
import org.cellarius.galaxy.birth.BirthHistory;
import org.cellarius.galaxy.population.Quantiles;

/**
 * The radii of birth of the stars of an age.
 *
 * @param sortedKpc in rising order, kpc
 * @param typicalErrorKpc median of their errors, kpc
 */
record BornStars(double[] sortedKpc, double typicalErrorKpc) {

    /** Of the stars of a bin; none where it has no number. */
    static BornStars of(BirthHistory history, BirthBin bin, AgedStars stars, double gasScatterDex) {
        int[] rows = IntStream.range(0, bin.measured() ? stars.count() : 0)
                .filter(i -> stars.ageGyr()[i] >= bin.lowGyr() && stars.ageGyr()[i] < bin.highGyr())
                .toArray();
        double[] radii = IntStream.of(rows)
                .mapToDouble(i -> history.radiusKpc(stars.ageGyr()[i], stars.feHDex()[i]))
                .sorted()
                .toArray();
        double[] errors = IntStream.of(rows)
                .mapToDouble(i -> history.radiusErrorKpc(
                        stars.ageGyr()[i],
                        at(stars.ageErrorGyr(), i),
                        stars.feHDex()[i],
                        Math.hypot(at(stars.feHErrorDex(), i), gasScatterDex)))
                .sorted()
                .toArray();
        return new BornStars(radii, Quantiles.ofSorted(errors, 0.5));
    }

    private static double at(double[] column, int i) {
        return column.length == 0 ? 0 : column[i];
    }

    double percentile(double percent) {
        return Quantiles.ofSorted(sortedKpc, percent / 100);
    }

    /** Share of the stars whose [Fe/H] is above that of the gas at the centre. */
    double withinCentre() {
        return sortedKpc.length == 0
                ? Double.NaN
                : Arrays.stream(sortedKpc).filter(r -> r < 0).count() / (double) sortedKpc.length;
    }
}
