package org.cellarius.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Figures as a study would ask for them, of invented numbers with fixed seeds. */
final class ExampleFigures {

    private ExampleFigures() {}

    static Map<String, Figure> all() {
        Map<String, Figure> all = new LinkedHashMap<>();
        all.put("gradient", gradient());
        all.put("maps", maps());
        all.put("histograms", histograms());
        all.put("profiles", profiles());
        all.put("residual", residual());
        all.put("series", series());
        all.put("empty", empty());
        return all;
    }

    static double[] edges(double from, double to, int bins) {
        return IntStream.rangeClosed(0, bins)
                .mapToDouble(i -> from + (to - from) * i / bins)
                .toArray();
    }

    static double[] map(double[] values, java.util.function.DoubleUnaryOperator f) {
        return Arrays.stream(values).map(f).toArray();
    }

    /** A radial metallicity gradient: a cloud of stars, bins with errors, the fitted line and its range. */
    static Figure gradient() {
        Random random = new Random(1);
        int n = 120_000;
        double[] r = new double[n];
        double[] feH = new double[n];
        for (int i = 0; i < n; i++) {
            r[i] = 8.3 + 2.2 * random.nextGaussian();
            feH[i] = 0.02 - 0.058 * (r[i] - 8.3) + 0.17 * random.nextGaussian();
        }
        double[] bins = edges(4.25, 13.25, 9);
        double[] at = Arrays.stream(bins, 0, 9).map(x -> x + 0.5).toArray();
        double[] error = map(at, x -> 0.012 + 0.004 * Math.abs(x - 8.3) * Math.abs(x - 8.3) / 4);
        double[] median = map(at, x -> 0.02 - 0.058 * (x - 8.3) + 0.02 * Math.sin(3 * x));
        double[] x = edges(3, 14, 40);
        double[] fit = map(x, v -> 0.02 - 0.058 * (v - 8.3));
        double[] lo = map(x, v -> 0.02 - 0.058 * (v - 8.3) - 0.01 - 0.012 * Math.abs(v - 8.3));
        double[] hi = map(x, v -> 0.02 - 0.058 * (v - 8.3) + 0.01 + 0.012 * Math.abs(v - 8.3));
        return Figure.of(
                "Metallicity against guiding radius. It falls by 0.058 dex per kpc between 3 and 14 kpc.",
                Panel.of(
                        "",
                        Axis.of("*{R}_{g}", "kpc", 3, 14),
                        Axis.of("[Fe/H]", "dex", -0.95, 0.8),
                        List.of(
                                Density.counting(r, feH, edges(3, 14, 110), edges(-1, 0.8, 90), ColourMap.GREYS),
                                new Band(x, lo, hi, Palette.VERMILLION.colour(), 0.25, "WLS fit"),
                                new Line(x, fit, LineStyle.solid(Palette.VERMILLION), "WLS fit"),
                                ErrorBars.vertical(at, median, error, PointStyle.series(0), "median in 1 kpc"),
                                new Note("*{N} = 120,000", Note.Corner.BOTTOM_LEFT),
                                new Note(
                                        "d[Fe/H]/d*{R}_{g} = \u22120.058 ± 0.002 dex kpc^{-1}",
                                        Note.Corner.BOTTOM_LEFT))));
    }

    static Cells metallicityMap(double[] xEdges, double[] yEdges, java.util.function.DoubleBinaryOperator value) {
        double[] values = new double[(xEdges.length - 1) * (yEdges.length - 1)];
        for (int i = 0; i < values.length; i++) {
            int ix = i % (xEdges.length - 1);
            int iy = i / (xEdges.length - 1);
            values[i] = value.applyAsDouble(0.5 * (xEdges[ix] + xEdges[ix + 1]), 0.5 * (yEdges[iy] + yEdges[iy + 1]));
        }
        return Cells.grid(xEdges, yEdges, values);
    }

    static Figure maps() {
        Random random = new Random(2);
        ColourScale scale = new ColourScale(ColourMap.VIRIDIS, "median [Fe/H]", "dex", -0.4, 0.3);
        Cells xy = metallicityMap(edges(-15, 3, 36), edges(-9, 9, 36), (x, y) -> {
            double r = Math.hypot(x, y);
            double d = Math.hypot(x + 8.3, y);
            return d > 6 + 1.5 * Math.sin(3 * Math.atan2(y, x + 8.3))
                    ? Double.NaN
                    : 0.03 - 0.06 * (r - 8.3) + 0.03 * random.nextGaussian();
        });
        Cells rz = metallicityMap(edges(2, 15, 26), edges(-6, 6, 24), (r, z) -> {
            double d = Math.hypot(r - 8.3, 1.3 * z);
            return d > 6 ? Double.NaN : 0.08 - 0.05 * (r - 8.3) - 0.16 * Math.abs(z) + 0.03 * random.nextGaussian();
        });
        return new Figure(
                "Maps of the median metallicity in the plane and in the meridional plane. Metal-rich inside.",
                List.of(
                        Panel.map(
                                "Face on",
                                Axis.of("*{X}", "kpc", -15, 3),
                                Axis.of("*{Y}", "kpc", -9, 9),
                                List.of(xy, Mark.sun(-8.27, 0), Mark.galacticCentre(0, 0)),
                                scale),
                        Panel.map(
                                "Edge on",
                                Axis.of("*{R}", "kpc", 2, 15),
                                Axis.of("*{Z}", "kpc", -6, 6),
                                List.of(rz, Mark.sun(8.27, 0.02)),
                                scale)),
                2,
                FigureSize.DOUBLE_COLUMN);
    }

    static Figure histograms() {
        Random random = new Random(3);
        List<Panel> panels = new ArrayList<>();
        double[] edges = edges(-1.6, 0.8, 40);
        for (int k = 0; k < 6; k++) {
            double mean = 0.1 - 0.12 * k;
            double[] thin = histogram(random, edges, 30_000 - 4500 * k, mean, 0.19);
            double[] thick = histogram(random, edges, 1500 + 2200 * k, -0.55, 0.25);
            panels.add(Panel.of(
                    String.format("%.1f ≤ |*{Z}| < %.1f kpc", 0.5 * k, 0.5 * k + 0.5),
                    Axis.of("[Fe/H]", "dex", -1.6, 0.8),
                    Axis.of("*{N} per bin", "", 0, 4200),
                    List.of(
                            new Steps(edges, thin, LineStyle.series(0), "thin disc", true),
                            new Steps(edges, thick, LineStyle.series(1), "thick disc", false),
                            ReferenceLine.vertical(mean, LineStyle.GUIDE, ""),
                            new Note(
                                    "⟨[Fe/H]⟩ = " + String.format("%.2f", mean).replace('-', '\u2212'),
                                    Note.Corner.TOP_LEFT))));
        }
        return new Figure("Metallicity distributions in six layers of height.", panels, 3, FigureSize.DOUBLE_COLUMN);
    }

    static double[] histogram(Random random, double[] edges, int n, double mean, double sd) {
        double[] counts = new double[edges.length - 1];
        for (int i = 0; i < n; i++) {
            int bin = Density.bin(edges, mean + sd * random.nextGaussian());
            if (bin >= 0) {
                counts[bin]++;
            }
        }
        return counts;
    }

    static Figure profiles() {
        Random random = new Random(4);
        List<Panel> panels = new ArrayList<>();
        String[] names = {"0–2 Gyr", "2–4 Gyr", "4–8 Gyr", "> 8 Gyr"};
        for (int k = 0; k < 4; k++) {
            List<Layer> layers = new ArrayList<>();
            for (int s = 0; s < 3; s++) {
                double slope = -0.07 + 0.015 * k + 0.01 * s;
                double offset = -0.12 * s;
                double[] r = edges(4.5 + 0.13 * s, 12.5 + 0.13 * s, 8);
                double[] y = map(r, v -> offset + slope * (v - 8.3) + 0.025 * random.nextGaussian());
                double[] e = map(r, v -> 0.02 + 0.01 * random.nextDouble());
                double[] line = {4, 13};
                layers.add(new Line(line, map(line, v -> offset + slope * (v - 8.3)), LineStyle.series(s), ""));
                layers.add(ErrorBars.vertical(
                        r,
                        y,
                        e,
                        PointStyle.series(s),
                        List.of("|*{Z}| < 0.5 kpc", "0.5–1 kpc", "1–2 kpc").get(s)));
            }
            layers.add(new Note("!{(" + "abcd".charAt(k) + ")} " + names[k], Note.Corner.TOP_RIGHT));
            panels.add(new Panel(
                    "",
                    Axis.of("*{R}", "kpc", 3.5, 13.5),
                    Axis.of("[Fe/H]", "dex", -0.9, 0.5),
                    layers,
                    Optional.empty(),
                    false,
                    k == 0 ? LegendPlace.BEST : LegendPlace.NONE));
        }
        return new Figure("Metallicity profiles in four ranges of age.", panels, 2, FigureSize.DOUBLE_COLUMN);
    }

    /** A difference map about zero beside a histogram: each with its own axes, one colour bar. */
    static Figure residual() {
        ColourScale scale = new ColourScale(ColourMap.BLUE_ORANGE, "Δ[Fe/H]", "dex", -0.1, 0.1);
        double[] e = edges(-14, -2, 48);
        Cells cells = metallicityMap(
                e, edges(-6, 6, 48), (x, y) -> 0.13 * Math.sin(1.1 * x) * Math.cos(0.9 * y) * Math.exp(-y * y / 30));
        double[] edges = edges(-0.2, 0.2, 20);
        double[] counts = map(Arrays.copyOf(edges, 20), v -> 250_000 * Math.exp(-0.5 * v * v / 0.004));
        return new Figure(
                "Residuals from the fit on the plane and their distribution.",
                List.of(
                        Panel.map(
                                "",
                                Axis.of("*{X}", "kpc", -14, -2),
                                Axis.of("*{Y}", "kpc", -6, 6),
                                List.of(cells, Mark.sun(-8.27, 0), new Mark(-3, 4, Mark.Kind.STAR, "cluster")),
                                scale),
                        Panel.of(
                                "",
                                Axis.of("Δ[Fe/H]", "dex", -0.2, 0.2),
                                Axis.of("Number of stars", "", 0, 300_000),
                                List.of(
                                        new Steps(edges, counts, LineStyle.series(0), "all", true),
                                        ReferenceLine.vertical(0, LineStyle.GUIDE, "no residual")))),
                2,
                FigureSize.DOUBLE_COLUMN);
    }

    /** All symbols and dashes, a reversed axis, a cloud of dots. */
    static Figure series() {
        Random random = new Random(6);
        List<Layer> layers = new ArrayList<>();
        double[] x = random.doubles(4000, 0, 13).toArray();
        layers.add(new Points(x, map(x, v -> 8 * random.nextDouble()), PointStyle.dots(Palette.BLACK), "stars"));
        for (int s = 0; s < 8; s++) {
            int k = s;
            double[] t = edges(1, 12, 6);
            double[] y = map(t, v -> k + 0.5 + 0.3 * Math.sin(v));
            layers.add(new Line(t, y, LineStyle.series(s), "series " + (s + 1)));
            PointStyle style = PointStyle.series(s);
            layers.add(new Points(t, y, s % 2 == 0 ? style : style.open(), "series " + (s + 1)));
        }
        return new Figure(
                "Eight series.",
                List.of(Panel.of(
                        "Symbols, dashes and *{colours}",
                        Axis.covering("Age *{τ}", "Gyr", DoubleStream.of(0, 13), 0)
                                .inReverse(),
                        Axis.of("*{σ}_{R}^{2}", "10^{3} km^{2} s^{-2}", 0, 12.5),
                        layers)),
                1,
                FigureSize.SINGLE_COLUMN);
    }

    static Figure empty() {
        double nan = Double.NaN;
        return Figure.of(
                "An empty diagram.",
                Panel.of(
                        "",
                        Axis.covering("Age", "Gyr", DoubleStream.empty(), 0.05),
                        Axis.of("[Mg/Fe]", "dex", 0, 0),
                        List.of(new Points(
                                new double[] {nan, 1}, new double[] {1, nan}, PointStyle.series(0), "young stars"))));
    }
}
