package org.cellarius.galaxy.birth;

import java.util.Arrays;
import org.cellarius.galaxy.random.CounterRandom;

/**
 * What errors of age do to a history: they are added once more, and the numbers found again. What they change is, to first order in their variance, what the errors that are in
 * the ages already have changed (Cook and Stefanski 1994, J. Am. Stat. Assoc. 89, 1314).
 */
final class AgeErrorShift {

    private static final int TRIES = 8;

    private AgeErrorShift() {}

    /** The history with the shift of each bin. */
    static BirthHistory told(BirthHistory history, RangeMethod method, AgedStars stars) {
        if (stars.ageErrorGyr().length == 0) {
            return history;
        }
        var random = new CounterRandom(method.seed()).forPurpose("birth radii, ages");
        int bins = history.bins().size();
        double[] sum = new double[bins];
        int[] tries = new int[bins];
        for (int t = 0; t < TRIES; t++) {
            BirthHistory other = method.measured(stars.aged(noisier(stars, random, t)));
            for (int k = 0; k < bins; k++) {
                if (history.bins().get(k).measured() && other.bins().get(k).measured()) {
                    sum[k] += gradient(other, k) - gradient(history, k);
                    tries[k]++;
                }
            }
        }
        BirthBin[] told = new BirthBin[bins];
        Arrays.setAll(told, k -> history.bins().get(k).shifted(tries[k] == 0 ? Double.NaN : sum[k] / tries[k]));
        return new BirthHistory(Arrays.asList(told));
    }

    private static double gradient(BirthHistory history, int k) {
        return history.bins().get(k).profile().gradient();
    }

    /** Ages stay positive: the errors are those of their logarithms. */
    private static double[] noisier(AgedStars stars, CounterRandom random, int attempt) {
        double[] ages = stars.ageGyr().clone();
        for (int i = 0; i < ages.length; i++) {
            double relative = ages[i] > 0 ? stars.ageErrorGyr()[i] / ages[i] : 0;
            ages[i] *= Math.exp(relative * random.normal(i, attempt));
        }
        return ages;
    }
}
