package org.cellarius.galaxy.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.fit.ErrorConvention;
import org.cellarius.galaxy.fit.Estimate;
import org.cellarius.galaxy.fit.LeastSquares;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.fit.LineStars;
import org.cellarius.galaxy.population.HealpixCells;
import org.cellarius.galaxy.population.Moments;
import org.cellarius.galaxy.random.CounterRandom;
import org.cellarius.galaxy.selection.CountedCells;
import org.cellarius.galaxy.selection.CountedCells.Axis;
import org.cellarius.galaxy.selection.CountedCells.Row;
import org.cellarius.galaxy.selection.SelectionKernel;
import org.cellarius.galaxy.selection.SelectionKernel.Named;
import org.cellarius.galaxy.selection.SkyPixels;
import org.junit.jupiter.api.Test;

/**
 * A subsample of a mock survey, taken by magnitude, colour and place on the sky. Only its counts are known, as of a real survey: the weights they give bring back the metallicities and the
 * gradients of the whole survey, and where all stars are taken alike they change nothing.
 */
class SelectionOfMockTest {

    private static final int STARS = 40_000;
    private static final List<MockColumn> COLUMNS = List.of(
            MockColumn.RA,
            MockColumn.DEC,
            MockColumn.G_MAG,
            MockColumn.BP_RP,
            MockColumn.FE_H,
            MockColumn.R,
            MockColumn.Z);
    private static final List<Axis> AXES = List.of(new Axis("g", 6, 22, 2), new Axis("bp_rp", 0.4, 4.4, 0.2));

    /** How likely a star is taken, by the numbers of its cell. */
    private interface Share {
        double of(int pixel, int magnitude, int colour);
    }

    private static SurveyDesign design() {
        return SurveyDesign.all().stream()
                .filter(d -> d.name().equals("imig2023"))
                .findFirst()
                .orElseThrow();
    }

    private static double[][] survey() {
        var kernel = new MockSurveyKernel(GalaxyRecipe.STANDARD, design(), 11, STARS, COLUMNS);
        double[][] in = {IntStream.range(0, STARS).asDoubleStream().toArray()};
        double[][] out = new double[COLUMNS.size()][STARS];
        kernel.apply(STARS, in, out, new StarStatus[STARS]);
        return out;
    }

    /** Columns [Fe/H], R, |z|, weight of the stars that are taken. */
    private static double[][] taken(double[][] survey, Share share) {
        var sky = new SkyPixels.Icrs(new HealpixCells(0));
        var random = new CounterRandom(5).forPurpose("taken");
        Map<List<Integer>, long[]> counts = new HashMap<>();
        boolean[] own = new boolean[STARS];
        for (int i = 0; i < STARS; i++) {
            int pixel = sky.of(survey[0][i], survey[1][i]);
            int g = (int) Math.floor((survey[2][i] - 6) / 2);
            int colour = (int) Math.floor((survey[3][i] - 0.4) / 0.2);
            if (g < 0 || g >= 8 || colour < 0 || colour >= 20) {
                continue;
            }
            own[i] = random.uniform(i, 0) < share.of(pixel, g, colour);
            long[] nk = counts.computeIfAbsent(List.of(pixel, g, colour), k -> new long[2]);
            nk[0]++;
            nk[1] += own[i] ? 1 : 0;
        }
        var rows = new ArrayList<Row>();
        counts.forEach((cell, nk) -> rows.add(new Row(cell.get(0), cell.subList(1, 3), nk[0], nk[1])));
        var kernel = new SelectionKernel(List.of(new Named("sub", new CountedCells(sky, AXES, rows))));
        double[][] out = new double[2][STARS];
        kernel.apply(STARS, new double[][] {survey[0], survey[1], survey[2], survey[3]}, out, new StarStatus[STARS]);
        int[] members = IntStream.range(0, STARS).filter(i -> own[i]).toArray();
        return new double[][] {
            Arrays.stream(members).mapToDouble(i -> survey[4][i]).toArray(),
            Arrays.stream(members).mapToDouble(i -> survey[5][i]).toArray(),
            Arrays.stream(members).mapToDouble(i -> Math.abs(survey[6][i])).toArray(),
            Arrays.stream(members).mapToDouble(i -> 1 / out[0][i]).toArray()
        };
    }

    private static Estimate slope(double[] x, double[] y, double[] weight) {
        return new LeastSquares(LineMethod.OLS, ErrorConvention.SCALED)
                .fit(LineStars.of(x, y).withWeights(weight))
                .estimate("slope")
                .orElseThrow();
    }

    @Test
    void countsBringBackWhatWasTakenAway() {
        double[][] survey = survey();
        double[] height = Arrays.stream(survey[6]).map(Math::abs).toArray();
        double[] none = {};
        double truth = Moments.of(survey[4], STARS).mean();
        double radial = slope(survey[5], survey[4], none).value();
        double vertical = slope(height, survey[4], none).value();
        // Bright stars, which are near, and those about the poles, far from the plane, are taken more often.
        double[][] t =
                taken(survey, (p, g, c) -> (p >= 4 && p < 8 ? 0.2 : 0.9) * Math.pow(0.75, g) * (c % 2 == 0 ? 1 : 0.8));
        int n = t[0].length;
        Moments plain = Moments.of(t[0], n);
        Moments weighted = Moments.of(t[0], t[3], n);
        assertThat(Math.abs(plain.mean() - truth)).isGreaterThan(8 * plain.standardError());
        assertThat(Math.abs(weighted.mean() - truth)).isLessThan(3 * weighted.standardError());
        Estimate plainVertical = slope(t[2], t[0], none);
        Estimate weightedVertical = slope(t[2], t[0], t[3]);
        Estimate weightedRadial = slope(t[1], t[0], t[3]);
        assertThat(Math.abs(weightedVertical.value() - vertical)).isLessThan(3 * weightedVertical.sd());
        assertThat(Math.abs(weightedRadial.value() - radial)).isLessThan(3 * weightedRadial.sd());
        Estimate plainRadial = slope(t[1], t[0], none);
        double wrong = Math.max(
                Math.abs(plainVertical.value() - vertical) / plainVertical.sd(),
                Math.abs(plainRadial.value() - radial) / plainRadial.sd());
        assertThat(wrong).isGreaterThan(4);
    }

    @Test
    void weightsOfASampleTakenAlikeChangeNothing() {
        double[][] survey = survey();
        double[][] t = taken(survey, (p, g, c) -> 0.5);
        int n = t[0].length;
        Moments plain = Moments.of(t[0], n);
        Moments weighted = Moments.of(t[0], t[3], n);
        assertThat(weighted.effective()).isGreaterThan(0.9 * n);
        assertThat(Math.abs(weighted.mean() - plain.mean())).isLessThan(plain.standardError());
        Estimate with = slope(t[1], t[0], t[3]);
        Estimate without = slope(t[1], t[0], new double[0]);
        assertThat(Math.abs(with.value() - without.value())).isLessThan(without.sd());
        assertThat(with.sd()).isBetween(0.9 * without.sd(), 1.15 * without.sd());
    }
}
