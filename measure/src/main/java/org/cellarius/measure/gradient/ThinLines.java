package org.cellarius.measure.gradient;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Dash;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.galaxy.random.CounterRandom;

/**
 * Lines that the data allow, to be drawn thinly: draws of the posterior, replicates of a bootstrap, or draws from the normal distribution of slope and intercept. Always the same ones.
 *
 * @param estimates of each line, in the order of the fit's estimates
 * @param source what they are from, in words
 */
record ThinLines(List<double[]> estimates, String source) {

    private static final double WIDTH_PT = 0.35;

    /** How much white the colour of thin lines has. */
    private static final double PALE = 0.45;

    static final String POSTERIOR = "draws of the posterior";
    static final String REPLICATES = "replicates of the bootstrap";
    static final String NORMAL = "draws from the normal distribution of slope and intercept with their covariance";

    /** So many of them; empty where the method gives neither draws nor a covariance. */
    static Optional<ThinLines> of(SliceFit fit, int most) {
        if (most == 0 || !fit.fitted()) {
            return Optional.empty();
        }
        double[][] all = fit.line().draws();
        if (all.length > 0) {
            int n = Math.min(most, all.length);
            List<double[]> some = IntStream.range(0, n)
                    .mapToObj(k -> all[(int) ((k + 0.5) * all.length / n)])
                    .toList();
            boolean replicates = fit.line().measures().containsKey("replicates");
            return Optional.of(new ThinLines(some, replicates ? REPLICATES : POSTERIOR));
        }
        return normal(fit, most);
    }

    /** Slope and intercept as their errors and their covariance say. */
    private static Optional<ThinLines> normal(SliceFit fit, int n) {
        double covariance = fit.covariance();
        double slopeSd = fit.error("slope");
        double interceptSd = fit.error("intercept");
        boolean known = Double.isFinite(covariance)
                && Double.isFinite(slopeSd)
                && Double.isFinite(interceptSd)
                && fit.line().estimate("break_x").isEmpty();
        if (!known || !(slopeSd > 0)) {
            return Optional.empty();
        }
        double along = covariance / slopeSd;
        double rest = Math.sqrt(Math.max(0, interceptSd * interceptSd - along * along));
        var random = new CounterRandom(1).forPurpose("thin lines");
        var lines = new ArrayList<double[]>();
        for (int k = 0; k < n; k++) {
            double u = random.normal(k, 0);
            double v = random.normal(k, 1);
            lines.add(new double[] {fit.value("slope") + slopeSd * u, fit.value("intercept") + along * u + rest * v});
        }
        return Optional.of(new ThinLines(lines, NORMAL));
    }

    /** All of them as one layer, from the smallest x of the stars to the largest as far as the axis holds them. */
    Line layer(SliceFit fit, Axis xAxis, Color colour) {
        double[] along = fit.along(xAxis);
        int n = along.length + 1;
        double[] x = new double[n * estimates.size()];
        double[] y = new double[n * estimates.size()];
        Arrays.fill(x, Double.NaN);
        Arrays.fill(y, Double.NaN);
        for (int k = 0; k < estimates.size(); k++) {
            for (int i = 0; i < along.length; i++) {
                x[k * n + i] = along[i];
                y[k * n + i] = fit.at(along[i], estimates.get(k));
            }
        }
        return new Line(x, y, new LineStyle(pale(colour), WIDTH_PT, Dash.SOLID), "");
    }

    private static Color pale(Color colour) {
        return new Color(pale(colour.getRed()), pale(colour.getGreen()), pale(colour.getBlue()));
    }

    private static int pale(int part) {
        return (int) Math.round(part + PALE * (255 - part));
    }

    /** What the thin lines of a figure are; empty where there are none. */
    static String sentence(List<SliceFit> fits, int most) {
        List<ThinLines> all =
                fits.stream().flatMap(f -> ThinLines.of(f, most).stream()).toList();
        return all.isEmpty()
                ? ""
                : "thin: "
                        + String.join(
                                ", or ",
                                all.stream()
                                        .map(t -> t.estimates().size() + " " + t.source())
                                        .distinct()
                                        .toList());
    }
}
