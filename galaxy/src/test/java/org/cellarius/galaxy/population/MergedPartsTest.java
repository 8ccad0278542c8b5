package org.cellarius.galaxy.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.cellarius.galaxy.column.Partial;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.fit.LineSums;
import org.cellarius.galaxy.fit.LinesByGroup;
import org.cellarius.galaxy.fit.PolynomialsByGroup;
import org.cellarius.galaxy.fit.TriangularFactor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Parts that are folded from nothing and merged, however the merges are bracketed, give what folding in one go gives: counts and ranges exactly, sums to 1e-12. */
class MergedPartsTest {

    private static final int STARS = 20_000;
    private static final Grouping SLICES = new Grouping.Slices(List.of(0.0, 0.2, 0.7, 1.0));

    static Stream<Arguments> statistics() {
        double[] low = {-4, -4, -4};
        double[] high = {4, 4, 4};
        QuantilePass counting = QuantilePass.first(SLICES, new double[] {0.1, 0.5}, -6, 6);
        return Stream.of(
                Arguments.of(new MomentsByGroup(SLICES), List.of(1, 0)),
                Arguments.of(new LinesByGroup(LineMethod.OLS, SLICES), List.of(1, 2, 0)),
                Arguments.of(new LinesByGroup(LineMethod.WLS, SLICES), List.of(1, 2, 3, 0)),
                Arguments.of(new PolynomialsByGroup(3, low, high, SLICES), List.of(1, 2, 0)),
                Arguments.of(new HistogramByGroup(SLICES, -5, 0.1, 100), List.of(1, 0)),
                Arguments.of(
                        new LinearBinsByGroup(
                                SLICES, Weighting.EQUAL, low, new double[] {0.1, 0.2, 1}, new int[] {80, 40, 0}),
                        List.of(1, 0)),
                Arguments.of(
                        new CountsByGroup(new Grouping.Both(SLICES, new Grouping.Bins(0.5, -8, 16))), List.of(0, 1)),
                Arguments.of(new FiniteRange(), List.of(1)),
                Arguments.of(new IncompleteRows(3), List.of(1, 2, 3)),
                Arguments.of(counting, List.of(1, 0)),
                Arguments.of((QuantilePass) counting.after(folded(counting, List.of(1, 0), 0, STARS)), List.of(1, 0)),
                Arguments.of(
                        MedianErrors.of(
                                SLICES,
                                Weighting.EQUAL,
                                new QuantilesByGroup(new long[] {9, 9, 9}, new double[0], new double[0][]),
                                new double[][] {{-1, -0.5, 0, 0.5, 1}, {-1, -0.5, 0, 0.5, 1}, {-1, -0.5, 0, 0.5, 1}}),
                        List.of(1, 0)));
    }

    /** Height, two values that are sometimes missing, an error. */
    private static final double[][] STAR_COLUMNS = stars();

    private static double[][] stars() {
        var random = new Random(42);
        double[][] in = new double[4][STARS];
        for (int i = 0; i < STARS; i++) {
            in[0][i] = random.nextDouble(1.1);
            in[1][i] = i % 13 == 4 ? Double.NaN : Math.rint(100 * random.nextGaussian()) / 100;
            in[2][i] = i % 17 == 6 ? Double.NaN : 0.3 * in[1][i] + random.nextGaussian();
            in[3][i] = i % 101 == 0 ? 0 : 0.05 + random.nextDouble();
        }
        return in;
    }

    private static <S> S folded(Partial<S> partial, List<Integer> columns, int from, int to) {
        S state = partial.empty();
        for (int at = from; at < to; at += 500) {
            int end = Math.min(to, at + 500);
            int begin = at;
            double[][] block = columns.stream()
                    .map(c -> Arrays.copyOfRange(STAR_COLUMNS[c], begin, end))
                    .toArray(double[][]::new);
            state = partial.fold(state, end - at, block);
        }
        return state;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statistics")
    <S> void partsGiveWhatOneGoGives(Partial<S> partial, List<Integer> columns) {
        boolean exact = !(partial instanceof MomentsByGroup
                || partial instanceof LinesByGroup
                || partial instanceof PolynomialsByGroup
                || partial instanceof LinearBinsByGroup);
        List<Double> whole = numbers(folded(partial, columns, 0, STARS));
        int[] cuts = {0, 3000, 3001, 9000, 15_500, STARS};
        // From the left, as the engine merges; then ((a b) (c (d e))), and an empty part in between.
        S left = folded(partial, columns, cuts[0], cuts[1]);
        for (int k = 1; k < cuts.length - 1; k++) {
            left = partial.merge(left, folded(partial, columns, cuts[k], cuts[k + 1]));
        }
        S ab = partial.merge(folded(partial, columns, cuts[0], cuts[1]), folded(partial, columns, cuts[1], cuts[2]));
        S de = partial.merge(folded(partial, columns, cuts[3], cuts[4]), folded(partial, columns, cuts[4], cuts[5]));
        S cde = partial.merge(partial.merge(folded(partial, columns, cuts[2], cuts[3]), partial.empty()), de);
        S bracketed = partial.merge(partial.merge(partial.empty(), ab), cde);
        for (S merged : List.of(left, bracketed)) {
            List<Double> numbers = numbers(merged);
            assertThat(numbers).hasSameSizeAs(whole);
            for (int k = 0; k < whole.size(); k++) {
                double expected = whole.get(k);
                if (exact || !Double.isFinite(expected)) {
                    assertThat(numbers.get(k)).as("number %d", k).isCloseTo(expected, within(0.0));
                } else {
                    assertThat(numbers.get(k))
                            .as("number %d", k)
                            .isCloseTo(expected, within(1e-12 * scale(whole, expected)));
                }
            }
        }
    }

    /** Odd moments and mixed sums nearly cancel: their digits are those of the sums beside them. */
    private static double scale(List<Double> whole, double expected) {
        double largest = whole.stream()
                .filter(Double::isFinite)
                .mapToDouble(Math::abs)
                .max()
                .orElse(1);
        return Math.max(Math.abs(expected), 1e-2 * largest);
    }

    /** All numbers of a state, in order. */
    private static List<Double> numbers(Object state) {
        return switch (state) {
            case Long n -> List.of((double) n);
            case double[] d -> Arrays.stream(d).boxed().toList();
            case long[] n -> Arrays.stream(n).mapToObj(v -> (double) v).toList();
            case Moments m -> List.of((double) m.n(), m.mean(), m.m2(), m.m3(), m.m4(), m.min(), m.max());
            case LineSums s ->
                List.of(
                        (double) s.n(),
                        s.weight(),
                        s.meanX(),
                        s.meanY(),
                        s.sxx(),
                        s.sxy(),
                        s.syy(),
                        s.minX(),
                        s.maxX(),
                        s.heaviest());
            // Rows of the factor have no sign of their own.
            case TriangularFactor f ->
                Stream.concat(
                                Stream.of((double) f.n()),
                                Arrays.stream(f.rows())
                                        .flatMapToDouble(Arrays::stream)
                                        .map(Math::abs)
                                        .boxed())
                        .toList();
            case MedianErrors.Neighbours n -> numbers(new Object[] {n.below(), n.equal(), n.lower(), n.upper()});
            case QuantilePass.State s ->
                numbers(new Object[] {s.groupCounts, s.counts, s.lows, s.highs, candidates(s)});
            case Object[] a ->
                Arrays.stream(a).flatMap(o -> numbers(o).stream()).toList();
            default -> throw new IllegalArgumentException(state.toString());
        };
    }

    private static double[][] candidates(QuantilePass.State s) {
        double[][] own = new double[s.candidates.length][];
        Arrays.setAll(own, w -> {
            double[] sorted = Arrays.copyOf(s.candidates[w], s.collected[w]);
            Arrays.sort(sorted);
            return sorted;
        });
        return own;
    }
}
