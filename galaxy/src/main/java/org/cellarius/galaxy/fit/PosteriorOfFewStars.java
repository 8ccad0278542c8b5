package org.cellarius.galaxy.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cellarius.galaxy.posterior.Prior;

/** Where the intervals of a posterior are known to hold the slope more often than they say; measured in {@code docs/science/fits.md}. */
final class PosteriorOfFewStars {

    /** Of fewer stars a flat prior of the scatter makes intervals too wide. */
    private static final int FLAT = 12;

    /** Of more stars a posterior knows that there is no scatter. */
    private static final int FEW = 100;

    /** Of a normal distribution, the quantile of 95 per cent. */
    private static final double Z95 = 1.6448536269514722;

    private PosteriorOfFewStars() {}

    /** What residuals follow. */
    enum Tails {
        NORMAL,
        /** Of the width of the errors: more than they say, whatever the scatter. */
        STUDENT
    }

    static List<String> warnings(Prior scatter, UsableStars usable, Tails tails) {
        var warnings = new ArrayList<String>();
        int n = usable.count();
        if (n < FLAT && flat(scatter)) {
            warnings.add(
                    ("the prior of the scatter, %s, makes intervals of %d stars a little too wide (of 8 stars 72 and 97 per cent"
                                    + " in place of 68 and 95): scatter=root-uniform(1) does not")
                            .formatted(scatter.text(), n));
        }
        if (nothingBeyondErrors(usable)) {
            switch (tails) {
                case NORMAL -> {
                    if (n < FEW) {
                        warnings.add(
                                "the stars scatter no more than their errors say, the posterior takes more for possible: its intervals are wider than they say"
                                        + " (of 8 to 30 stars the 68 per cent one held the slope in 71 to 82 per cent); 'wls' is the line of such stars");
                    }
                }
                case STUDENT ->
                    warnings.add(
                            "the stars scatter no more than their errors say, and a t distribution of the errors' width is wider than they: the intervals are wider than they say"
                                    + " (the 68 per cent one held the slope in 78 to 86 per cent); 'wls' is the line of such stars");
            }
        }
        return warnings;
    }

    private static boolean flat(Prior scatter) {
        return switch (scatter) {
            case Prior.Uniform u -> true;
            case Prior.HalfNormal h -> true;
            case Prior.HalfCauchy h -> true;
            case Prior.RootUniform u -> false;
            case Prior.Normal n -> false;
        };
    }

    /** Whether chance alone would make the weighted sum of squares as large as it is, at 5 per cent. */
    private static boolean nothingBeyondErrors(UsableStars usable) {
        LineStars s = usable.stars();
        int n = s.count();
        double m = usable.firstGuess().slope();
        double[] weights = new double[n];
        Arrays.setAll(weights, i -> {
            double xError = m * s.xError()[i];
            return 1 / (s.yError()[i] * s.yError()[i] - 2 * m * s.xyCovariance()[i] + xError * xError);
        });
        int[] every = new int[n];
        Arrays.setAll(every, i -> i);
        LineSums sums = LineSums.of(n, every, s.x(), s.y(), weights);
        double chi2 = sums.syy() - sums.sxy() * sums.sxy() / sums.sxx();
        double k = n - 2.0;
        // Wilson and Hilferty (1931).
        double most = k * Math.pow(1 - 2 / (9 * k) + Z95 * Math.sqrt(2 / (9 * k)), 3);
        return chi2 < most;
    }
}
