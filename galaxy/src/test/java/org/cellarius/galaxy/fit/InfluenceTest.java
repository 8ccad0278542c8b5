package org.cellarius.galaxy.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stars that decide a line are named, and the line without them is that of the others. */
class InfluenceTest {

    private static final LineEstimator OLS = new LeastSquares(LineMethod.OLS, ErrorConvention.SCALED);
    private static final LineEstimator WLS = new LeastSquares(LineMethod.WLS, ErrorConvention.LARGER);

    private static final LineStars ONE_FAR_OUT = LineStars.of(
            new double[] {7.1, 7.6, 8.0, 8.3, 8.4, 8.9, 9.3, 9.8, 10.4, 21.0},
            new double[] {.11, .02, .05, -.03, .01, -.08, -.06, -.12, -.14, 0.21},
            new double[] {.05, .08, .04, .1, .06, .05, .09, .07, .05, .03});

    /** Hat matrix, Cook's distance and the line without the star from numpy's matrices (numpy 1.24.2). */
    @ParameterizedTest
    @CsvSource({
        "OLS, 0.9447723670547088, 63.83034156784099, -0.0734042553191489, 0.009095981849113897",
        "WLS, 0.9829835328785038, 218.83427794634375, -0.07807607576182587, 0.008495957008204467",
    })
    void leverageAndCooksDistanceAreNumpys(
            LineMethod method, double leverage, double cook, double slope, double scaledSd) {
        var line = new LeastSquares(method, ErrorConvention.SCALED);
        DecisiveStars found =
                Influence.of(line, ONE_FAR_OUT, line.fit(ONE_FAR_OUT)).orElseThrow();
        assertThat(found.stars()).containsExactly(new DecisiveStars.Star(9, 21.0, 0.21));
        assertThat(found.leverage()).isCloseTo(leverage, within(1e-12));
        assertThat(found.cookDistance()).isCloseTo(cook, within(1e-9 * cook));
        Estimate without = found.without().estimates().getFirst();
        assertThat(without.value()).isCloseTo(slope, within(1e-13));
        assertThat(without.sd()).isCloseTo(scaledSd, within(1e-13));
    }

    static Stream<LineEstimator> lines() {
        return Stream.of(
                OLS,
                WLS,
                new OrthogonalDistanceRegression(),
                new TheilSen(),
                new QuantileLine(0.5),
                ScatterLine.along(ScatterDirection.VERTICAL),
                ScatterLine.along(ScatterDirection.PERPENDICULAR),
                StudentLine.USUAL,
                new ResampledLine(OLS, new Resampling.Bootstrap(50, 1)));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aStarFarOutInXIsNamedWhateverTheLine(LineEstimator line) {
        for (double x : new double[] {1e30, -1e30, 1e9, 1000, -500}) {
            LineStars stars = with(mock(3, 40), 17, x, Double.NaN);
            FittedLine told = Influence.told(line, stars, line.fit(stars));
            LineEstimator bare = line instanceof ResampledLine r ? r.line() : line;
            Estimate rest = bare.fit(stars.rows(i -> i != 17)).estimates().getFirst();
            DecisiveStars found = told.decisive().orElseThrow();
            assertThat(found.stars()).extracting(DecisiveStars.Star::row).containsExactly(17);
            assertThat(found.without().estimates().getFirst().value()).isEqualTo(rest.value());
            assertThat(told.warnings().getFirst())
                    .contains("one star")
                    .contains("without it the slope is -0.0")
                    .contains("leverage ");
            assertThat(found.leverage()).isCloseTo(1, within(4e-3));
        }
    }

    @ParameterizedTest
    @EnumSource(LineMethod.class)
    void aStarFarOutInYIsNamed(LineMethod method) {
        var line = new LeastSquares(method, ErrorConvention.SCALED);
        for (double y : new double[] {1e30, -1e30, 99, 9}) {
            LineStars stars = with(mock(5, 30), 4, 5.5, y);
            FittedLine told = Influence.told(line, stars, line.fit(stars));
            assertThat(told.decisive().orElseThrow().stars())
                    .extracting(DecisiveStars.Star::row)
                    .containsExactly(4);
            assertThat(told.warnings().getFirst()).startsWith("one star decides the slope (x = 5.5");
        }
    }

    /** Leverages of three stars from numpy's hat matrix; two stars left make no line. */
    @ParameterizedTest
    @CsvSource({
        "8, 9, 1e30, 2, 1",
        "-1e9, 9, 10, 0, 1",
        "8, 300, 8.5, 1, 0.99999853145",
        "8, 9, 13, 2, 0.9761904762",
        "8, 8, 9, 2, 1",
        "8, 1e30, 1e30, 0, 1"
    })
    void ofThreeStarsTheOneFarOutIsNamed(double a, double b, double c, int row, double leverage) {
        LineStars stars = LineStars.of(new double[] {a, b, c}, new double[] {.1, -.2, .05}, new double[] {.1, .1, .1});
        for (LineEstimator line : List.of(OLS, WLS, new TheilSen(), new QuantileLine(0.5))) {
            FittedLine fit = line.fit(stars);
            assertThat(fit.status()).isEqualTo(FitStatus.OK);
            FittedLine told = Influence.told(line, stars, fit);
            DecisiveStars found = told.decisive().orElseThrow();
            assertThat(found.stars()).extracting(DecisiveStars.Star::row).containsExactly(row);
            assertThat(found.leverage()).isCloseTo(leverage, within(1e-9));
            assertThat(told.warnings().getFirst())
                    .startsWith("one star decides the slope (x = ")
                    .contains("without it there is no line: ");
        }
    }

    /** Evenly spaced, and with one gap up to twice the other: nobody lies far off. */
    @ParameterizedTest
    @CsvSource({"8, 9, 10", "8, 8.5, 9.2", "7, 9, 8", "8, 10, 9.3"})
    void threeStarsThatLieAlikeAreNotToldOf(double a, double b, double c) {
        LineStars stars = LineStars.of(new double[] {a, b, c}, new double[] {.1, -.2, .05}, new double[] {.1, .1, .1});
        for (LineEstimator line : List.of(OLS, WLS, new TheilSen())) {
            assertThat(Influence.of(line, stars, line.fit(stars))).isEmpty();
        }
    }

    /** Two of four or five hide each other, too. */
    @ParameterizedTest
    @CsvSource({"4, 1e30, 1e30", "4, 1e30, -1e30", "5, 1e30, 1e30", "5, 1e9, 1.1e9"})
    void ofFourOrFiveTwoFarOutAreNamed(int n, double first, double second) {
        LineStars stars = with(with(mock(6, n), 1, first, Double.NaN), 3, second, Double.NaN);
        for (LineEstimator line : List.of(OLS, WLS)) {
            DecisiveStars found = Influence.of(line, stars, line.fit(stars)).orElseThrow();
            // Where both are told, or weights and y single one of them out, it is these.
            assertThat(found.stars()).extracting(DecisiveStars.Star::row).isSubsetOf(1, 3);
        }
        DecisiveStars both = Influence.of(OLS, stars, OLS.fit(stars)).orElseThrow();
        if (both.stars().size() == 2) {
            assertThat(both.sentence()).startsWith("two stars decide the slope");
        }
        int named = 0;
        for (int seed = 0; seed < 300; seed++) {
            LineStars calm = mock(700 + seed, n);
            named += Influence.of(OLS, calm, OLS.fit(calm))
                            .filter(d -> d.stars().size() == 2)
                            .isPresent()
                    ? 1
                    : 0;
        }
        assertThat(named).isLessThanOrEqualTo(6);
    }

    /** Each of the two hides the other. */
    @ParameterizedTest
    @CsvSource({"1e30, 1e30", "1e30, -1e30", "1e30, 1e12", "300, 310", "1e30, 40"})
    void twoStarsFarOutAreNamedTogether(double first, double second) {
        for (LineEstimator line : List.of(OLS, WLS, ScatterLine.along(ScatterDirection.VERTICAL), new TheilSen())) {
            LineStars stars = with(with(mock(6, 50), 3, first, Double.NaN), 30, second, Double.NaN);
            FittedLine told = Influence.told(line, stars, line.fit(stars));
            DecisiveStars found = told.decisive().orElseThrow();
            assertThat(found.stars()).extracting(DecisiveStars.Star::row).containsExactly(3, 30);
            assertThat(found.without().estimates().getFirst().value())
                    .isEqualTo(line.fit(stars.rows(i -> i != 3 && i != 30))
                            .estimates()
                            .getFirst()
                            .value());
            assertThat(told.warnings().getFirst()).startsWith("two stars").contains("without them the slope is -0.0");
        }
    }

    /** Of the pair the second is the one that decides the line of the others, not just any beside a monster. */
    @Test
    void besideAStarFarOutTheOneThatDecidesTheOthersIsNamed() {
        LineStars stars = with(with(mock(6, 12), 3, 1e30, Double.NaN), 8, 10, -9);
        assertThat(Influence.of(OLS, stars, OLS.fit(stars)).orElseThrow().stars())
                .extracting(DecisiveStars.Star::row)
                .containsExactly(3, 8);
        // Theil-Sen bears both, and the one in y is nothing special to it.
        var line = new TheilSen();
        assertThat(Influence.of(line, stars, line.fit(stars)).orElseThrow().stars())
                .extracting(DecisiveStars.Star::row)
                .containsExactly(3);
    }

    @Test
    void whereMoreThanTwoAreFarOutItSaysSo() {
        LineStars stars = with(with(with(mock(6, 50), 3, 1e30, Double.NaN), 30, 1e30, Double.NaN), 8, 12, -9);
        assertThat(Influence.told(OLS, stars, OLS.fit(stars)).warnings().getFirst())
                .startsWith("two stars decide the slope")
                .endsWith("; among the others there are such stars again");
        assertThat(Influence.of(OLS, ONE_FAR_OUT, OLS.fit(ONE_FAR_OUT))
                        .orElseThrow()
                        .more())
                .isFalse();
    }

    @Test
    void rowsAreThoseGivenWhereSomeDoNotEnter() {
        LineStars stars = with(with(mock(7, 30), 2, Double.NaN, 0.1), 20, 1e30, Double.NaN);
        FittedLine told = Influence.told(WLS, stars, WLS.fit(stars));
        assertThat(told.decisive().orElseThrow().stars().getFirst().row()).isEqualTo(20);
        assertThat(told.decisive().orElseThrow().sentence(s -> s.row() + 1)).contains("row 21, x = 1.00e+30");
    }

    @Test
    void anOutlierThatARobustLineBearsIsNotToldOfIt() {
        LineStars stars = with(mock(8, 60), 11, 12, 9);
        for (LineEstimator line : List.of(new TheilSen(), StudentLine.USUAL, new QuantileLine(0.5))) {
            assertThat(Influence.of(line, stars, line.fit(stars))).isEmpty();
        }
        assertThat(Influence.of(OLS, stars, OLS.fit(stars))).isPresent();
    }

    /** Leaving out every star and every pair in turn, by fitting anew, finds no star beyond the limits where none is named. */
    @ParameterizedTest
    @ValueSource(ints = {8, 12, 20})
    void whoIsNamedIsWhoMovesTheLineWhenEveryStarIsLeftOut(int n) {
        int named = 0;
        for (int seed = 0; seed < 300; seed++) {
            LineStars stars = mock(100 + seed, n);
            FittedLine whole = OLS.fit(stars);
            int[] beyond = IntStream.range(0, n)
                    .filter(out -> {
                        FittedLine rest = OLS.fit(stars.rows(i -> i != out));
                        Estimate slope = rest.estimates().getFirst();
                        double spread = spread(rest, stars.rows(i -> i != out)) / spread(whole, stars);
                        return spread < 0.1
                                || Math.abs(slope.value()
                                                - whole.estimates().getFirst().value())
                                        > 4 * slope.sd();
                    })
                    .toArray();
            Optional<DecisiveStars> found = Influence.of(OLS, stars, whole);
            if (beyond.length > 0) {
                assertThat(found).isPresent();
                assertThat(found.orElseThrow().stars())
                        .extracting(DecisiveStars.Star::row)
                        .contains(beyond[0]);
            }
            named += found.isPresent() ? 1 : 0;
        }
        assertThat(named / 300.0).as("named by chance").isLessThan(n == 8 ? 0.05 : 0.02);
    }

    private static double spread(FittedLine line, LineStars stars) {
        double mean = line.measures().getOrDefault("mean_x", Double.NaN);
        return Arrays.stream(stars.x()).map(x -> (x - mean) * (x - mean)).sum();
    }

    @Test
    void starsOnALineExactlyDecideNothing() {
        double[] x = IntStream.range(0, 12).mapToDouble(i -> 8 + 0.3 * i).toArray();
        double[] y = Arrays.stream(x).map(v -> 0.5 - 0.06 * v).toArray();
        LineStars stars = LineStars.of(x, y);
        assertThat(Influence.of(OLS, stars, OLS.fit(stars))).isEmpty();
    }

    @Test
    void amongManyStarsTheOneIsFoundAsWell() {
        LineStars stars = with(mock(9, 50_000), 31_234, 1e30, Double.NaN);
        assertThat(Influence.of(OLS, stars, OLS.fit(stars))
                        .orElseThrow()
                        .stars()
                        .getFirst()
                        .row())
                .isEqualTo(31_234);
        LineStars calm = mock(9, 50_000);
        assertThat(Influence.of(OLS, calm, OLS.fit(calm))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1e30, 8, 1", "-1e30, 8, 1", "1e30, 1e29, 2", "1e30, 1e30, 2", "8, 9, 0"})
    void ofSumsTheFurthestAreLeftOutAndTheOthersSummedAgain(double first, double second, int expected) {
        LineStars stars = with(with(mock(10, 5000), 77, first, Double.NaN), 99, second, Double.NaN);
        var line = new LeastSquares(LineMethod.WLS, ErrorConvention.LARGER);
        LineSums all = sums(stars, -Double.MAX_VALUE, Double.MAX_VALUE);
        var found = InfluenceOnSums.of(line, all, (low, high) -> sums(stars, low, high));
        assertThat(found.map(d -> d.stars().size()).orElse(0)).isEqualTo(expected);
        found.ifPresent(d -> assertThat(d.without().estimates().getFirst().value())
                .isCloseTo(
                        line.fit(stars.rows(i -> Math.abs(stars.x()[i]) < 1e6))
                                .estimates()
                                .getFirst()
                                .value(),
                        within(1e-12)));
    }

    private static LineSums sums(LineStars s, double low, double high) {
        double[] w = Arrays.stream(s.yError()).map(e -> 1 / (e * e)).toArray();
        int[] index = IntStream.range(0, s.count())
                .filter(i -> s.x()[i] >= low && s.x()[i] <= high)
                .toArray();
        return LineSums.of(index.length, index, s.x(), s.y(), w);
    }

    private static LineStars mock(long seed, int n) {
        var random = new CounterRandom(seed).forPurpose("influence");
        double[][] c = new double[3][n];
        for (int i = 0; i < n; i++) {
            c[0][i] = 9 + 2 * random.normal(i, 0);
            c[2][i] = 0.03 + 0.07 * random.uniform(i, 1);
            c[1][i] = 0.55 - 0.07 * c[0][i] + 0.1 * random.normal(i, 2);
        }
        return LineStars.of(c[0], c[1], c[2]);
    }

    private static LineStars with(LineStars stars, int row, double x, double y) {
        double[] xs = stars.x().clone();
        double[] ys = stars.y().clone();
        xs[row] = x;
        ys[row] = Double.isNaN(y) ? ys[row] : y;
        return LineStars.of(xs, ys, stars.yError());
    }
}
