package org.cellarius.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.cellarius.galaxy.fit.AgeMixtureLine;
import org.cellarius.galaxy.fit.BinWeighting;
import org.cellarius.galaxy.fit.BinnedMedianLine;
import org.cellarius.galaxy.fit.Chen2025Line;
import org.cellarius.galaxy.fit.ErrorConvention;
import org.cellarius.galaxy.fit.Estimate;
import org.cellarius.galaxy.fit.FittedLine;
import org.cellarius.galaxy.fit.LeastSquares;
import org.cellarius.galaxy.fit.LineEstimator;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.fit.LinePriors;
import org.cellarius.galaxy.fit.LineStars;
import org.cellarius.galaxy.fit.OrthogonalDistanceRegression;
import org.cellarius.galaxy.fit.OutlierMixtureLine;
import org.cellarius.galaxy.fit.QuantileLine;
import org.cellarius.galaxy.fit.ResampledLine;
import org.cellarius.galaxy.fit.Resampling;
import org.cellarius.galaxy.fit.RunningMedianLine;
import org.cellarius.galaxy.fit.ScatterDirection;
import org.cellarius.galaxy.fit.ScatterLine;
import org.cellarius.galaxy.fit.Span;
import org.cellarius.galaxy.fit.StructuralLine;
import org.cellarius.galaxy.fit.StudentLine;
import org.cellarius.galaxy.fit.TheilSen;
import org.cellarius.galaxy.posterior.Computation;
import org.cellarius.galaxy.random.CounterRandom;

/** Which line fits tell the truth: many mock samples of known slope through every method. Alone: {@code LineClosure SCRATCH [--quick] [METHOD ...]}. */
final class LineClosure {

    private static final double SLOPE = -0.07;

    private final int samples;
    private final List<String> wanted;

    /**
     * @param wanted beginnings of the names of the methods to try; none: all
     */
    LineClosure(int samples, List<String> wanted) {
        this.samples = samples;
        this.wanted = List.copyOf(wanted);
    }

    public static void main(String[] args) {
        List<String> words = List.of(args).subList(1, args.length);
        List<String> wanted = words.stream().filter(w -> !w.startsWith("--")).toList();
        System.out.println(new LineClosure(words.contains("--quick") ? 20 : 300, wanted).section());
    }

    String section() {
        Computation importance = new Computation.Importance(4000, 1660);
        Map<String, LineEstimator> methods = new LinkedHashMap<>();
        methods.put("ols", OLS);
        methods.put("wls, absolute", new LeastSquares(LineMethod.WLS, ErrorConvention.ABSOLUTE));
        methods.put("wls, scaled", new LeastSquares(LineMethod.WLS, ErrorConvention.SCALED));
        methods.put("odr", new OrthogonalDistanceRegression());
        methods.put("theil-sen", new TheilSen());
        methods.put("scatter-vertical", ScatterLine.along(ScatterDirection.VERTICAL));
        methods.put("scatter-perpendicular", ScatterLine.along(ScatterDirection.PERPENDICULAR));
        methods.put("hogg2010-printed", ScatterLine.along(ScatterDirection.PERPENDICULAR_HOGG_2010_PRINTED));
        methods.put("scatter-structural", new StructuralLine(LinePriors.USUAL, importance));
        methods.put("student-t", StudentLine.USUAL);
        methods.put("quantile", new QuantileLine(0.5));
        methods.put("quantile, bootstrap", new ResampledLine(new QuantileLine(0.5), BOOTSTRAP));
        methods.put("ols, bootstrap", new ResampledLine(OLS, BOOTSTRAP));
        methods.put("ols, jackknife", new ResampledLine(OLS, new Resampling.JackknifeOfStars()));
        methods.put("running-median", RUNNING);
        methods.put("running-median, bootstrap", new ResampledLine(RUNNING, BOOTSTRAP));
        Map<String, LineEstimator> heights = new LinkedHashMap<>(methods);
        binned(methods, 0.5);
        binned(heights, 0.06);
        var text = new StringBuilder();
        text.append("Slope %.2f, 400 stars a sample, %d samples.%n%n".formatted(SLOPE, samples));
        table(text, "radii exact", methods, SLOPE, seed -> disc(seed, 400, 0, 0));
        table(text, "radii with errors of 0.2 to 0.8, spread 2.5", methods, SLOPE, seed -> disc(seed, 400, 1, 0));
        Map<String, LineEstimator> more = new LinkedHashMap<>(methods);
        more.put("outliers", OutlierMixtureLine.usual(importance));
        table(text, "radii exact, 5 per cent of outliers", more, SLOPE, seed -> disc(seed, 400, 0, 0.05));
        table(
                text,
                "a vertical gradient of -0.15 over a spread of 0.1, scatter 0.3",
                heights,
                -0.15,
                seed -> height(seed, 400));
        ages(text);
        return text.toString();
    }

    private static final LineEstimator OLS = new LeastSquares(LineMethod.OLS, ErrorConvention.SCALED);

    private static final Resampling BOOTSTRAP = new Resampling.Bootstrap(200, 1660);

    private static final LineEstimator RUNNING = new RunningMedianLine(40, 0.5, Optional.empty());

    private static void binned(Map<String, LineEstimator> methods, double width) {
        var literal = new BinnedMedianLine(width, 10, BinWeighting.UNWEIGHTED);
        methods.put("binned-median, unweighted", literal);
        methods.put("binned-median, unweighted, bootstrap", new ResampledLine(literal, BOOTSTRAP));
        methods.put("binned-median, by-error", new BinnedMedianLine(width, 10, BinWeighting.BY_ERROR));
    }

    private void ages(StringBuilder text) {
        Span bin = new Span(1, 5);
        Map<String, LineEstimator> methods = new LinkedHashMap<>();
        methods.put("chen2025", Chen2025Line.ofPaper(Optional.of(bin)));
        methods.put(
                "age-mixture",
                new AgeMixtureLine(
                        List.of(1.0, 5.0, 9.0, 13.0), 0, LinePriors.USUAL, new Computation.NoUTurn(4, 300, 1660)));
        methods.put("scatter-vertical, age cut", ScatterLine.along(ScatterDirection.VERTICAL));
        table(
                text,
                "youngest of three age bins of 4 Gyr (slopes -0.09, -0.05, -0.01), ages good to 2.5 Gyr, 1200 stars",
                methods,
                -0.09,
                LineClosure::aged);
    }

    private void table(
            StringBuilder text,
            String title,
            Map<String, LineEstimator> methods,
            double truth,
            LongFunction<LineStars> mock) {
        var table = new Table(
                title, "bias of the slope", "its scatter", "stated sd", "truth within 68 %", "within 95 %", "fitted");
        methods.forEach((name, method) -> {
            if (!wanted.isEmpty() && wanted.stream().noneMatch(name::startsWith)) {
                return;
            }
            double sum = 0;
            double squares = 0;
            double stated = 0;
            int in68 = 0;
            int in95 = 0;
            int fitted = 0;
            for (int seed = 0; seed < samples; seed++) {
                LineStars stars = mock.apply(seed);
                FittedLine line = method.fit(name.endsWith("age cut") ? stars.ofAges(new Span(1, 5)) : stars);
                if (line.estimates().isEmpty()) {
                    continue;
                }
                Estimate e = line.estimates().getFirst();
                double off = e.value() - truth;
                fitted++;
                sum += off;
                squares += off * off;
                stated += e.sd();
                double low68 = e.percentiles().map(q -> q.p16()).orElse(e.value() - e.sd());
                double high68 = e.percentiles().map(q -> q.p84()).orElse(e.value() + e.sd());
                double low95 = e.percentiles().map(q -> q.p2()).orElse(e.value() - 1.96 * e.sd());
                double high95 = e.percentiles().map(q -> q.p97()).orElse(e.value() + 1.96 * e.sd());
                in68 += low68 < truth && truth < high68 ? 1 : 0;
                in95 += low95 < truth && truth < high95 ? 1 : 0;
            }
            double mean = sum / fitted;
            table.row(
                    name,
                    "%+.4f".formatted(mean),
                    "%.4f".formatted(Math.sqrt(squares / fitted - mean * mean)),
                    "%.4f".formatted(stated / fitted),
                    "%.0f %%".formatted(100.0 * in68 / fitted),
                    "%.0f %%".formatted(100.0 * in95 / fitted),
                    "%d of %d".formatted(fitted, samples));
        });
        text.append(table.markdown()).append('\n');
    }

    private static LineStars disc(long seed, int n, double errorsOfX, double outliers) {
        var random = new CounterRandom(seed).forPurpose("closure");
        double[][] c = new double[4][n];
        for (int i = 0; i < n; i++) {
            double r = 9 + 2.5 * random.normal(i, 0);
            c[2][i] = errorsOfX * (0.2 + 0.6 * random.uniform(i, 1));
            c[3][i] = 0.03 + 0.07 * random.uniform(i, 2);
            c[0][i] = r + c[2][i] * random.normal(i, 3);
            c[1][i] = random.uniform(i, 4) < outliers
                    ? 0.6 + 0.1 * (r - 9) + 0.3 * random.normal(i, 5)
                    : SLOPE * r + 0.55 + Math.hypot(0.12, c[3][i]) * random.normal(i, 6);
        }
        return LineStars.of(c[0], c[1], c[3]).withXErrors(c[2]);
    }

    private static LineStars height(long seed, int n) {
        var random = new CounterRandom(seed).forPurpose("height");
        double[][] c = new double[4][n];
        for (int i = 0; i < n; i++) {
            double z = Math.abs(0.17 * random.normal(i, 0));
            c[2][i] = 0.01;
            c[3][i] = 0.05 + 0.05 * random.uniform(i, 2);
            c[0][i] = z + c[2][i] * random.normal(i, 3);
            c[1][i] = -0.15 * z - 0.2 + Math.hypot(0.3, c[3][i]) * random.normal(i, 6);
        }
        return LineStars.of(c[0], c[1], c[3]).withXErrors(c[2]);
    }

    /** Three age bins with slopes of their own; ages good to 2.5 Gyr. */
    private static LineStars aged(long seed) {
        var random = new CounterRandom(seed).forPurpose("ages");
        int n = 1200;
        double[] slopes = {-0.09, -0.05, -0.01};
        double[] intercepts = {0.75, 0.35, -0.05};
        double[][] c = new double[6][n];
        for (int i = 0; i < n; i++) {
            double age = 1 + 11.99 * random.uniform(i, 0);
            int bin = (int) ((age - 1) / 4);
            double r = 9 + 1.8 * random.normal(i, 1);
            c[2][i] = 0.1;
            c[3][i] = 0.04;
            c[4][i] = age + 2.5 * random.normal(i, 2);
            c[5][i] = 2.5;
            c[0][i] = r + c[2][i] * random.normal(i, 3);
            c[1][i] = slopes[bin] * r + intercepts[bin] + Math.hypot(0.1, c[3][i]) * random.normal(i, 4);
        }
        return LineStars.of(c[0], c[1], c[3]).withXErrors(c[2]).withAges(c[4], c[5]);
    }
}
