package org.cellarius.measure.plane;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Band;
import org.cellarius.figure.Cells;
import org.cellarius.figure.ColouredPoints;
import org.cellarius.figure.Dash;
import org.cellarius.figure.Density;
import org.cellarius.figure.ErrorBars;
import org.cellarius.figure.Layer;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.Mark;
import org.cellarius.figure.Note;
import org.cellarius.figure.OutsidePoints;
import org.cellarius.figure.Points;
import org.cellarius.figure.ReferenceLine;
import org.cellarius.figure.Steps;
import org.cellarius.figure.Tiles;
import org.cellarius.galaxy.sky.Mollweide;

/** The sky in Mollweide's projection: l = 0 in the middle, growing to the left; cells, lines and a graticule, split where they cross l = 180. */
final class MollweideSky {

    private static final Axis HORIZONTAL = axis(1.17 * Mollweide.HALF_WIDTH);
    private static final Axis VERTICAL = axis(1.07 * Mollweide.HALF_HEIGHT);

    private static final LineStyle GRATICULE = new LineStyle(new Color(0x8A8A8A), 0.4, Dash.SOLID);
    private static final LineStyle RIM = new LineStyle(Overlay.INK, 0.8, Dash.SOLID);

    private static final int MERIDIANS_DEG = 60;
    private static final int PARALLELS_DEG = 30;

    /** Degrees along a line between the places that are projected. */
    private static final double STEP_DEG = 2;

    /** From the rim to the labels of parallels. */
    private static final double AWAY = 0.24;

    private MollweideSky() {}

    private static Axis axis(double end) {
        return Axis.of("", "", -end, end).spaced(Axis.Spacing.PROJECTED);
    }

    static Axis xAxis() {
        return HORIZONTAL;
    }

    static Axis yAxis() {
        return VERTICAL;
    }

    /** A layer of l and b, in degrees. */
    static Layer projected(Layer layer) {
        return switch (layer) {
            case Tiles tiles -> tiles(tiles);
            case ColouredPoints p -> new ColouredPoints(xs(p.x(), p.y()), ys(p.y()), p.value(), p.sizePt());
            case Points p -> new Points(xs(p.x(), p.y()), ys(p.y()), p.style(), p.legend());
            case Line line -> line(line);
            case Mark mark -> mark;
            case Note note -> note;
            case Cells other -> throw unprojected(other);
            case OutsidePoints other -> throw unprojected(other);
            case ErrorBars other -> throw unprojected(other);
            case Band other -> throw unprojected(other);
            case Steps other -> throw unprojected(other);
            case Density other -> throw unprojected(other);
            case ReferenceLine other -> throw unprojected(other);
        };
    }

    private static IllegalArgumentException unprojected(Layer layer) {
        return new IllegalArgumentException(layer.getClass().getSimpleName() + " have no projection");
    }

    private static Tiles tiles(Tiles tiles) {
        var x = new ArrayList<double[]>();
        var y = new ArrayList<double[]>();
        var values = new ArrayList<Double>();
        for (int i = 0; i < tiles.value().length; i++) {
            double[] l = tiles.x()[i];
            double[] b = tiles.y()[i];
            double[] ends = Arrays.stream(l).sorted().toArray();
            // The turn in which its middle lies, and the next where it reaches over the rim.
            double middle = 0.5 * (ends[0] + ends[ends.length - 1]);
            double turn = Mollweide.aboutZero(middle) - middle;
            for (double shift : new double[] {turn, turn - 360, turn + 360}) {
                if (ends[0] + shift < 180 && ends[ends.length - 1] + shift > -180) {
                    double[] own = Arrays.stream(l)
                            .map(v -> Math.clamp(v + shift, -180, 180))
                            .toArray();
                    x.add(IntStream.range(0, l.length)
                            .mapToDouble(k -> Mollweide.x(own[k], b[k]))
                            .toArray());
                    y.add(ys(b));
                    values.add(tiles.value()[i]);
                }
            }
        }
        return new Tiles(
                x.toArray(double[][]::new),
                y.toArray(double[][]::new),
                values.stream().mapToDouble(v -> v).toArray());
    }

    private static double[] xs(double[] l, double[] b) {
        return IntStream.range(0, l.length)
                .mapToDouble(i -> Mollweide.x(Mollweide.aboutZero(l[i]), b[i]))
                .toArray();
    }

    private static double[] ys(double[] b) {
        return Arrays.stream(b).map(Mollweide::y).toArray();
    }

    /** Points close together along the line, broken where it crosses the rim. */
    private static Line line(Line line) {
        var x = new ArrayList<Double>();
        var y = new ArrayList<Double>();
        double before = Double.NaN;
        for (int i = 0; i < line.x().length; i++) {
            double fromL = line.x()[Math.max(0, i - 1)];
            double fromB = line.y()[Math.max(0, i - 1)];
            int steps = i == 0 ? 1 : (int) Math.ceil(Math.hypot(line.x()[i] - fromL, line.y()[i] - fromB) / STEP_DEG);
            for (int k = 1; k <= Math.max(1, steps); k++) {
                double t = k / (double) Math.max(1, steps);
                double l = Mollweide.aboutZero(fromL + t * (line.x()[i] - fromL));
                double b = fromB + t * (line.y()[i] - fromB);
                if (Math.abs(l - before) > 180) {
                    x.add(Double.NaN);
                    y.add(Double.NaN);
                }
                x.add(Mollweide.x(l, b));
                y.add(Mollweide.y(b));
                before = l;
            }
        }
        return new Line(
                x.stream().mapToDouble(v -> v).toArray(),
                y.stream().mapToDouble(v -> v).toArray(),
                line.style(),
                line.legend());
    }

    /** Meridians, parallels, their numbers and the rim. */
    static List<Layer> graticule() {
        var layers = new ArrayList<Layer>();
        for (int l = MERIDIANS_DEG - 180; l < 180; l += MERIDIANS_DEG) {
            layers.add(meridian(l, GRATICULE));
            layers.add(label(Mollweide.x(l, 0), 0, Math.floorMod(l, 360)));
        }
        for (int b = PARALLELS_DEG - 90; b < 90; b += PARALLELS_DEG) {
            double[] x = {Mollweide.x(180, b), Mollweide.x(-180, b)};
            layers.add(new Line(x, new double[] {Mollweide.y(b), Mollweide.y(b)}, GRATICULE, ""));
            if (b != 0) {
                layers.add(label(x[0] - AWAY, Mollweide.y(b), b));
            }
        }
        layers.add(meridian(180, RIM));
        layers.add(meridian(-180, RIM));
        return layers;
    }

    private static Line meridian(int l, LineStyle style) {
        double[] b = IntStream.rangeClosed(-90, 90).asDoubleStream().toArray();
        return new Line(Arrays.stream(b).map(v -> Mollweide.x(l, v)).toArray(), ys(b), style, "");
    }

    private static Mark label(double x, double y, int deg) {
        return new Mark(x, y, Mark.Kind.NONE, (deg < 0 ? "−" + -deg : deg) + "°");
    }
}
