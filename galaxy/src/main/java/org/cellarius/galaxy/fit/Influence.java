package org.cellarius.galaxy.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Looks for the star, or the two, that decide a line's slope: by leverage and Cook's distance (Cook 1977, Technometrics 19, 15; Belsley, Kuh and Welsch 1980, Regression
 * Diagnostics) in the least squares of the line's own weights, and then by the line itself without them.
 *
 * <p>They decide it where without them
 *
 * <ul>
 *   <li>less than a tenth (of two: a twentieth) of &Sigma; w (x &minus; x&#772;)&sup2; is left,
 *   <li>or the slope moves by more than four (of two: eight) of the errors that it then has,
 *   <li>or (of one) the line leaves the ellipse that holds 95 per cent of its errors.
 * </ul>
 *
 * Of three stars only the first, of two among four or five a millionth: without them there is no line to compare with.
 *
 * <p>Of eight normal stars two or three samples in a hundred have such a star by chance, of fifteen hardly any ({@code InfluenceTest}).
 */
public final class Influence {

    static final double LEFT_BY_ONE = 0.1;
    static final double LEFT_BY_TWO = 0.05;
    /** Of four or five stars any two that lie close leave little; this little they hardly ever do. */
    private static final double LEFT_OF_FEW = 1e-6;
    /** Without a star that is nothing special in x more than this share is left. */
    private static final double STILL_THERE = 0.5;

    private static final double ERRORS_OF_ONE = 4;
    private static final double ERRORS_OF_TWO = 8;
    private static final double ELLIPSE = 0.95;

    /** Up to so many stars the suspects are always left out; of more, where closed forms give a hint. */
    private static final int FEW = 10_000;

    private static final double HINT_OF_SHARE = 0.3;
    private static final double HINT_OF_ERRORS = 0.7;

    /** Of each kind of suspect so many are tried, alone and in pairs. */
    private static final int SUSPECTS = 2;

    /** A line that moves by less than this share of the range of y does not move. */
    private static final double ROUNDING = 1e-9;

    private final LineStars stars;
    private final double[] weights;
    private final LineSums all;
    private final double slope;
    private final double variance;

    private Influence(LineStars stars, double[] weights) {
        this.stars = stars;
        this.weights = weights;
        this.all = sumsWithout(Set.of());
        this.slope = all.sxy() / all.sxx();
        this.variance = Math.max(0, all.syy() - slope * all.sxy()) / (all.n() - 2);
    }

    /** The line with a warning if one or two of its stars decide it. */
    public static FittedLine told(LineEstimator line, LineStars given, FittedLine found) {
        return of(line, given, found).map(d -> found.decidedBy(d, d.sentence())).orElse(found);
    }

    /** The stars that decide a line, if there are such. */
    public static Optional<DecisiveStars> of(LineEstimator line, LineStars given, FittedLine found) {
        LineEstimator bare = line instanceof ResampledLine r ? r.line() : line;
        UsableStars usable = UsableStars.of(given, UsableStars.needs(bare.inputs()));
        if (usable.count() < 3 || usable.obstacle(3).isPresent()) {
            return Optional.empty();
        }
        var influence = new Influence(usable.stars(), LineWeights.of(bare, usable.stars(), found.estimates()));
        if (!Double.isFinite(influence.slope + influence.all.sxx())) {
            return Optional.empty();
        }
        return influence.decisive().flatMap(out -> influence.asked(bare, usable, given, found, out));
    }

    private double weight(int i) {
        return weights.length == 0 ? 1 : weights[i];
    }

    private LineSums sumsWithout(Set<Integer> out) {
        int[] index = new int[stars.count() - out.size()];
        int[] left = out.stream().mapToInt(Integer::intValue).sorted().toArray();
        int k = 0;
        int next = 0;
        for (int i = 0; i < stars.count(); i++) {
            if (next < left.length && left[next] == i) {
                next++;
            } else {
                index[k++] = i;
            }
        }
        return LineSums.of(index.length, index, stars.x(), stars.y(), weights);
    }

    private double leverage(int i) {
        double dx = stars.x()[i] - all.meanX();
        return weight(i) * (1 / all.weight() + dx * (dx / all.sxx()));
    }

    private double residual(int i) {
        return stars.y()[i] - all.meanY() - slope * (stars.x()[i] - all.meanX());
    }

    /** The share of &Sigma; w (x &minus; x&#772;)&sup2; that goes with a star. */
    private double share(int i) {
        double dx = stars.x()[i] - all.meanX();
        return weight(i) * (all.weight() / (all.weight() - weight(i))) * dx * (dx / all.sxx());
    }

    private double cook(int i) {
        double rest = 1 - leverage(i);
        double r = residual(i);
        return weight(i) * r * r / (2 * variance) * leverage(i) / (rest * rest);
    }

    /** By how many of its errors the slope moves without a star, closely. */
    private double errorsMoved(int i) {
        double rest = 1 - leverage(i);
        double r2 = weight(i) * residual(i) * residual(i);
        double own = ((all.n() - 2) * variance - r2 / rest) / (all.n() - 3);
        return Math.sqrt(r2 * share(i) / Math.max(own, 1e-300)) / rest;
    }

    private Optional<Set<Integer>> decisive() {
        int n = stars.count();
        if (n == 3) {
            return furthestOfThree();
        }
        boolean few = n <= FEW;
        if (!few && IntStream.range(0, n).noneMatch(i -> share(i) > HINT_OF_SHARE || errorsMoved(i) > HINT_OF_ERRORS)) {
            return Optional.empty();
        }
        var suspects = new LinkedHashSet<Integer>();
        suspects.addAll(largest(this::share));
        suspects.addAll(largest(this::cook));
        suspects.addAll(largest(i -> Math.sqrt(weight(i)) * Math.abs(residual(i))));
        // What the first one hides shows once it is gone.
        for (int first : List.copyOf(suspects)) {
            suspects.addAll(hiddenBehind(first));
        }
        Optional<Set<Integer>> one = best(suspects.stream().map(Set::of).toList());
        if (one.isPresent() && n > 4) {
            int first = one.get().iterator().next();
            LineSums rest = sumsWithout(one.get());
            Optional<Integer> another = suspects.stream()
                    .filter(i -> i != first)
                    .filter(i -> decides(rest, sumsWithout(Set.of(first, i)), 1))
                    .max(Comparator.comparingDouble(i -> strength(rest, sumsWithout(Set.of(first, i)))));
            return n < 6 || another.isEmpty() ? one : another.map(i -> Set.of(first, i));
        }
        var pairs = new ArrayList<Set<Integer>>();
        for (int i : suspects) {
            for (int j : suspects) {
                if (i < j) {
                    pairs.add(Set.of(i, j));
                }
            }
        }
        if (n < 6) {
            return one.or(() -> pairs.stream()
                    .filter(out -> sumsWithout(out).sxx() < LEFT_OF_FEW * all.sxx())
                    // Two near and two far stars hide each other alike: the far ones are meant.
                    .max(Comparator.comparingDouble(out -> out.stream()
                            .mapToDouble(i -> Math.abs(stars.x()[i]))
                            .sum())));
        }
        return best(pairs).or(() -> one);
    }

    /** Without one of three there is no line with an error to compare with: its place in x tells. */
    private Optional<Set<Integer>> furthestOfThree() {
        return largest(1, this::share).stream()
                .filter(i -> sumsWithout(Set.of(i)).sxx() < LEFT_BY_ONE * all.sxx())
                .map(i -> Set.of(i))
                .findFirst();
    }

    private Set<Integer> hiddenBehind(int first) {
        LineSums rest = sumsWithout(Set.of(first));
        double slopeOfRest = rest.sxy() / rest.sxx();
        if (!Double.isFinite(slopeOfRest)) {
            return Set.of();
        }
        var found = new LinkedHashSet<Integer>();
        found.addAll(largest(1, i -> i == first ? -1 : weight(i) * square(stars.x()[i] - rest.meanX())));
        found.addAll(largest(
                1,
                i -> i == first
                        ? -1
                        : weight(i)
                                * square(stars.y()[i] - rest.meanY() - slopeOfRest * (stars.x()[i] - rest.meanX()))));
        return found;
    }

    private static double square(double v) {
        return v * v;
    }

    private List<Integer> largest(IntToDoubleFunction measure) {
        return largest(SUSPECTS, measure);
    }

    private List<Integer> largest(int count, IntToDoubleFunction measure) {
        var found = new ArrayList<Integer>();
        double[] values = IntStream.range(0, stars.count()).mapToDouble(measure).toArray();
        for (int k = 0; k < count; k++) {
            int best = -1;
            for (int i = 0; i < values.length; i++) {
                if (!found.contains(i) && Double.isFinite(values[i]) && (best < 0 || values[i] > values[best])) {
                    best = i;
                }
            }
            if (best >= 0) {
                found.add(best);
            }
        }
        return found;
    }

    /** Of those that decide the line the ones that leave the least scatter of slopes. */
    private Optional<Set<Integer>> best(List<Set<Integer>> sets) {
        return sets.stream()
                .filter(out -> decides(all, sumsWithout(out), out.size()))
                .max(Comparator.comparingDouble(out -> strength(all, sumsWithout(out))));
    }

    /** How decisive: by spread lost or by errors moved, whichever is more. */
    private static double strength(LineSums whole, LineSums rest) {
        double moved = moved(whole, rest) / Math.sqrt(slopeVariance(rest));
        return Math.max(whole.sxx() / rest.sxx(), Double.isNaN(moved) ? 0 : moved);
    }

    private static double moved(LineSums whole, LineSums rest) {
        double moved = Math.abs(whole.sxy() / whole.sxx() - rest.sxy() / rest.sxx());
        double range = Math.sqrt(whole.syy() / whole.weight());
        return moved * Math.sqrt(whole.sxx() / whole.weight()) > ROUNDING * range ? moved : 0;
    }

    private static double slopeVariance(LineSums s) {
        double slope = s.sxy() / s.sxx();
        return Math.max(0, s.syy() - slope * s.sxy()) / (s.n() - 2) / s.sxx();
    }

    private static boolean decides(LineSums whole, LineSums rest, int left) {
        if (rest.n() < 3) {
            return false;
        }
        double moved = moved(whole, rest);
        return rest.sxx() < (left == 1 ? LEFT_BY_ONE : LEFT_BY_TWO) * whole.sxx()
                || moved > (left == 1 ? ERRORS_OF_ONE : ERRORS_OF_TWO) * Math.sqrt(slopeVariance(rest))
                || (left == 1 && moved > 0 && level(distance(whole, rest), whole.n() - 2.0) > ELLIPSE);
    }

    /** Cook's distance of the stars in one and not in the other. */
    static double distance(LineSums whole, LineSums rest) {
        double slope = whole.sxy() / whole.sxx();
        double variance = Math.max(0, whole.syy() - slope * whole.sxy()) / (whole.n() - 2);
        double tilt = slope - rest.sxy() / rest.sxx();
        double height = whole.meanY() - rest.meanY() - rest.sxy() / rest.sxx() * (whole.meanX() - rest.meanX());
        return (whole.weight() * height * height + whole.sxx() * tilt * tilt) / (2 * variance);
    }

    /** The share of Fisher's F of 2 and m degrees of freedom below f. */
    private static double level(double f, double m) {
        return -Math.expm1(-0.5 * m * Math.log1p(2 * f / m));
    }

    /** What the line itself says without them. */
    private Optional<DecisiveStars> asked(
            LineEstimator line, UsableStars usable, LineStars given, FittedLine found, Set<Integer> out) {
        LineSums rest = sumsWithout(out);
        Set<Integer> rows = out.stream().map(usable::row).collect(java.util.stream.Collectors.toUnmodifiableSet());
        LineStars others = given.rows(i -> !rows.contains(i));
        FittedLine without = line.fit(others);
        boolean least = line instanceof LeastSquares;
        boolean far = rest.sxx() < (out.size() == 1 ? LEFT_BY_ONE : LEFT_BY_TWO) * all.sxx();
        boolean moves = least || changes(found, without, out.size());
        if (!far && !moves) {
            return Optional.empty();
        }
        if (!moves && out.size() == 2) {
            // The line bears them: a second star that is nothing special in x is not named.
            Optional<Set<Integer>> alone = out.stream()
                    .map(Set::of)
                    .filter(i -> sumsWithout(i).sxx() < LEFT_BY_ONE * all.sxx()
                            && rest.sxx() > STILL_THERE * sumsWithout(i).sxx())
                    .findFirst();
            if (alone.isPresent()) {
                return asked(line, usable, given, found, alone.get());
            }
        }
        return Optional.of(new DecisiveStars(
                out.stream()
                        .sorted()
                        .map(i -> new DecisiveStars.Star(usable.row(i), stars.x()[i], stars.y()[i]))
                        .toList(),
                out.stream().mapToDouble(this::leverage).sum(),
                least ? distance(all, rest) : Double.NaN,
                moves,
                without,
                of(line, others, without).isPresent()));
    }

    private static boolean changes(FittedLine found, FittedLine without, int left) {
        if (found.status() != FitStatus.OK || without.status() != FitStatus.OK) {
            return found.status() != without.status();
        }
        Estimate a = found.estimates().getFirst();
        Estimate b = without.estimates().getFirst();
        double most = left == 1 ? ERRORS_OF_ONE : ERRORS_OF_TWO;
        return Math.abs(a.value() - b.value()) > most * b.sd()
                || b.sd() > a.sd() / Math.sqrt(left == 1 ? LEFT_BY_ONE : LEFT_BY_TWO);
    }
}
