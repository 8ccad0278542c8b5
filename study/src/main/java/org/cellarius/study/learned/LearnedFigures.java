package org.cellarius.study.learned;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Band;
import org.cellarius.figure.Dash;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.Note;
import org.cellarius.figure.Palette;
import org.cellarius.figure.Panel;
import org.cellarius.figure.PointStyle;
import org.cellarius.figure.Points;
import org.cellarius.figure.ReferenceLine;
import org.cellarius.figure.Steps;
import org.cellarius.figure.Symbol;
import org.cellarius.galaxy.learned.HeldOut;
import org.cellarius.galaxy.learned.LearnedTarget;
import org.cellarius.galaxy.learned.Reliability;

/** Figures of stars held out. */
public final class LearnedFigures {

    private static final int BINS = 20;
    private static final double SMALL_PT = 1.6;

    private LearnedFigures() {}

    /** How many measured targets lie at each level of their densities: a flat histogram where densities are right. */
    public static Figure levels(List<HeldOut> stars, Reliability told) {
        double[] edges = IntStream.rangeClosed(0, BINS)
                .mapToDouble(k -> (double) k / BINS)
                .toArray();
        double[] counts = new double[BINS];
        stars.forEach(s -> counts[Math.clamp((int) (s.level() * BINS), 0, BINS - 1)] += (double) BINS / stars.size());
        // Of that many stars in a bin of equal chance, the counts scatter by so much.
        double error = Math.sqrt(BINS * (1 - 1.0 / BINS) / stars.size());
        double highest = Math.max(1.6, Arrays.stream(counts).max().orElse(1) * 1.25);
        var panel = Panel.of(
                "",
                Axis.of("level of the measured target", "", 0, 1),
                Axis.of("density", "", 0, highest),
                List.of(
                        new Band(
                                new double[] {0, 1},
                                new double[] {1 - error, 1 - error},
                                new double[] {1 + error, 1 + error},
                                LineStyle.GUIDE.colour(),
                                0.25,
                                "uniform, with its scatter"),
                        new Steps(edges, counts, LineStyle.solid(Palette.BLUE), "stars held out", false),
                        new Note(
                                String.format(
                                        Locale.ROOT,
                                        "within 68 %%: %.1f %%, 95 %%: %.1f %%, KS p = %.2g",
                                        100 * told.coverage68(),
                                        100 * told.coverage95(),
                                        told.chance()),
                                Note.Corner.BOTTOM_LEFT)));
        return new Figure(
                "Levels of measured targets in the densities of stars held out; uniform where the densities are right.",
                List.of(panel),
                1,
                FigureSize.SINGLE_COLUMN);
    }

    /** What is foretold against what is measured; the running median shows whether both ends are drawn to the middle. */
    public static Figure comparison(List<HeldOut> stars, Reliability told, LearnedTarget target) {
        double[] measured =
                stars.stream().mapToDouble(s -> target.value(s.measured())).toArray();
        double[] median =
                stars.stream().mapToDouble(s -> target.value(s.median())).toArray();
        double[] all = IntStream.concat(
                        IntStream.range(0, measured.length), IntStream.range(measured.length, 2 * measured.length))
                .mapToDouble(i -> i < measured.length ? measured[i] : median[i - measured.length])
                .toArray();
        Axis x = Axis.covering(target.name() + ", measured", target.unit(), all, 0.03);
        Axis y = Axis.covering(target.name() + ", foretold", target.unit(), all, 0.03);
        double[][] running = running(measured, median);
        var panel = new Panel(
                "",
                x,
                y,
                List.of(
                        new Points(
                                measured,
                                median,
                                new PointStyle(Palette.BLUE.colour(), Symbol.CIRCLE, SMALL_PT, true),
                                "stars held out"),
                        ReferenceLine.through(x.min(), x.min(), x.max(), x.max(), LineStyle.GUIDE, "equal"),
                        new org.cellarius.figure.Line(
                                running[0],
                                running[1],
                                new LineStyle(Palette.BLACK.colour(), 1.2, Dash.SOLID),
                                "running median"),
                        new Note(
                                String.format(Locale.ROOT, "slope %.2f", told.compression()),
                                Note.Corner.BOTTOM_RIGHT)),
                java.util.Optional.empty(),
                true,
                org.cellarius.figure.LegendPlace.BEST);
        return new Figure(
                "Foretold medians against measured targets of stars held out.",
                List.of(panel),
                1,
                FigureSize.SINGLE_COLUMN);
    }

    /** Medians in twenty groups of equal numbers, by measured target. */
    private static double[][] running(double[] x, double[] y) {
        int n = x.length;
        int groups = Math.clamp(n / 10, 1, BINS);
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(java.util.Comparator.comparingDouble(i -> x[i]))
                .mapToInt(i -> i)
                .toArray();
        double[][] running = new double[2][groups];
        for (int g = 0; g < groups; g++) {
            int from = (int) ((long) g * n / groups);
            int to = (int) ((long) (g + 1) * n / groups);
            for (int axis = 0; axis < 2; axis++) {
                double[] of = axis == 0 ? x : y;
                double[] own = IntStream.range(from, to)
                        .mapToDouble(k -> of[order[k]])
                        .sorted()
                        .toArray();
                running[axis][g] = 0.5 * (own[(own.length - 1) / 2] + own[own.length / 2]);
            }
        }
        return running;
    }
}
