package org.cellarius.measure.plane;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.figure.Dash;
import org.cellarius.figure.Layer;
import org.cellarius.figure.LineStyle;
import org.cellarius.galaxy.spiral.SpiralArm;

/**
 * The spiral arms of one source as they are drawn. Several sets in a figure have dashes of their own, and their sources are told in the legend.
 *
 * @param arms the arms
 * @param dash of their ridges
 * @param source in the legend; empty for none
 */
record ArmSet(List<SpiralArm> arms, Dash dash, String source) {

    private static final List<Dash> DASHES =
            List.of(Dash.SOLID, Dash.DASHED, Dash.DASH_DOT, Dash.LONG_DASHED, Dash.DOTTED);

    ArmSet {
        arms = List.copyOf(arms);
    }

    /** The only set of a figure. */
    static ArmSet alone(List<SpiralArm> arms) {
        return new ArmSet(arms, Dash.SOLID, "");
    }

    /** All overlays of a figure. */
    static List<Layer> layers(List<Overlay> overlays) {
        boolean several = overlays.stream().filter(ArmSet::isSet).count() > 1;
        var layers = new ArrayList<Layer>();
        int sets = 0;
        for (Overlay overlay : overlays) {
            Dash dash = DASHES.get(sets % DASHES.size());
            if (several && overlay instanceof Overlay.Arms set) {
                layers.addAll(new ArmSet(set.model().arms(), dash, set.model().citation()).layers());
                sets++;
            } else if (several && overlay instanceof SideOverlay.ReadArms set) {
                layers.addAll(new ArmSet(set.arms(), dash, set.label()).layers());
                sets++;
            } else {
                layers.addAll(overlay.layers());
            }
        }
        return layers;
    }

    private static boolean isSet(Overlay overlay) {
        return overlay instanceof Overlay.Arms || overlay instanceof SideOverlay.ReadArms;
    }

    /** Ridges, and thin edges where arms have a width. */
    List<Layer> layers() {
        var lines = new ArrayList<Layer>();
        for (SpiralArm arm : arms) {
            lines.add(Overlay.line(arm.curve(0), new LineStyle(Overlay.INK, 0.9, dash), lines.isEmpty() ? source : ""));
            if (arm.widthKpc() > 0) {
                var edge = new LineStyle(Overlay.INK, 0.5, dash == Dash.SOLID ? Dash.DASHED : Dash.DOTTED);
                lines.add(Overlay.line(arm.curve(-1), edge, ""));
                lines.add(Overlay.line(arm.curve(1), edge, ""));
            }
        }
        return lines;
    }
}
