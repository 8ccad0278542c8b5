package org.cellarius.measure.plane;

import java.awt.Color;
import java.util.List;
import org.cellarius.figure.Dash;
import org.cellarius.figure.Layer;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.galaxy.spiral.ArmModel;
import org.cellarius.galaxy.spiral.Bar;
import org.cellarius.galaxy.spiral.SpiralArm;

/** Something drawn above a plane. */
public sealed interface Overlay
        permits Overlay.Polyline,
                Overlay.Arms,
                Overlay.Arm,
                Overlay.BarEllipse,
                FileLines,
                SideOverlay,
                SideOverlay.ReadArms,
                SideOverlay.ReadGrid {

    /** What a caption says of it. */
    String sentence();

    /** Its lines; of arms and the bar on X and Y. */
    List<Layer> layers();

    /** Whether it belongs to the plane seen from the pole. */
    default boolean galactic() {
        return true;
    }

    /**
     * A line from point to point: a dividing line, a box, a curve of another paper.
     *
     * @param x in the unit of the plane's x
     * @param y likewise
     * @param label in the legend; empty for none
     * @param dash how it is drawn
     */
    record Polyline(List<Double> x, List<Double> y, String label, Dash dash) implements Overlay {
        public Polyline {
            x = List.copyOf(x);
            y = List.copyOf(y);
            if (x.size() < 2 || x.size() != y.size()) {
                throw new IllegalArgumentException("a line needs two points or more, each an x and a y");
            }
        }

        @Override
        public boolean galactic() {
            return false;
        }

        @Override
        public String sentence() {
            return "";
        }

        @Override
        public List<Layer> layers() {
            return List.of(new Line(
                    x.stream().mapToDouble(v -> v).toArray(),
                    y.stream().mapToDouble(v -> v).toArray(),
                    new LineStyle(INK, 1, dash),
                    label));
        }
    }

    /** Ridges, and thin edges a width beside them. */
    record Arms(ArmModel model) implements Overlay {
        @Override
        public String sentence() {
            return "Lines: spiral arms of " + model.citation() + widths(model.arms()) + ".";
        }

        @Override
        public List<Layer> layers() {
            return ArmSet.alone(model.arms()).layers();
        }
    }

    /** One that the study gives. */
    record Arm(SpiralArm arm) implements Overlay {
        @Override
        public String sentence() {
            return "Line: " + arm.name() + widths(List.of(arm)) + ".";
        }

        @Override
        public List<Layer> layers() {
            return ArmSet.alone(List.of(arm)).layers();
        }
    }

    /** Its outline. */
    record BarEllipse(Bar bar) implements Overlay {
        @Override
        public String sentence() {
            return "Ellipse: the bar, %s kpc long, axis ratio %s, %s° from the line to the Sun."
                    .formatted(
                            org.cellarius.measure.product.Numbers.brief(2 * bar.semiMajorKpc()),
                            org.cellarius.measure.product.Numbers.brief(bar.axisRatio()),
                            org.cellarius.measure.product.Numbers.brief(bar.angleDeg()));
        }

        @Override
        public List<Layer> layers() {
            return List.of(line(bar.outline(), new LineStyle(INK, 0.9, Dash.SOLID), ""));
        }
    }

    /** Dark, and not black: labels stay above. */
    Color INK = new Color(0x333333);

    private static String widths(List<SpiralArm> arms) {
        return arms.stream().anyMatch(a -> a.widthKpc() > 0) ? ", thin lines one width beside them" : "";
    }

    static Layer line(SpiralArm.Curve curve, LineStyle style, String legend) {
        return new Line(curve.xKpc(), curve.yKpc(), style, legend);
    }
}
