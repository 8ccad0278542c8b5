package org.cellarius.galaxy.age;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The order of observables in which those of birth come first, and then those along curves.
 *
 * @param order {@code order[n]}: the observable that comes as number n
 * @param iron place of [Fe/H]; &minus;1 where it is not measured
 * @param alpha place of [&alpha;/Fe]; &minus;1 where it is not measured
 */
record BirthFirst(int[] order, int iron, int alpha) {

    static BirthFirst of(List<AgeObservable> observables) {
        int[] iron = IntStream.range(0, observables.size())
                .filter(k -> observables.get(k) instanceof AgeObservable.IronOfBirth)
                .toArray();
        int[] alpha = IntStream.range(0, observables.size())
                .filter(k -> observables.get(k) instanceof AgeObservable.AlphaOfBirth)
                .toArray();
        IntStream along = IntStream.range(0, observables.size())
                .filter(k -> observables.get(k) instanceof AgeObservable.AlongCurve);
        return new BirthFirst(
                IntStream.concat(IntStream.concat(Arrays.stream(iron), Arrays.stream(alpha)), along)
                        .toArray(),
                iron.length - 1,
                alpha.length == 0 ? -1 : iron.length);
    }

    /** How many are those of birth. */
    int born() {
        return (iron >= 0 ? 1 : 0) + (alpha >= 0 ? 1 : 0);
    }

    double[] ordered(double[] values) {
        return Arrays.stream(order).mapToDouble(k -> values[k]).toArray();
    }

    double[][] ordered(double[][] covariance) {
        return Arrays.stream(order).mapToObj(k -> ordered(covariance[k])).toArray(double[][]::new);
    }
}
