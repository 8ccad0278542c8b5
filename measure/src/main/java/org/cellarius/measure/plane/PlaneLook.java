package org.cellarius.measure.plane;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.figure.ColourMap;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.population.ContourLevel;
import org.cellarius.measure.product.SideFile;

/**
 * How a plane is drawn.
 *
 * @param colours its colours
 * @param scale how numbers become colours
 * @param drawn what has these colours
 * @param contours lines of equal density; empty for none
 * @param running a running median along x; empty for none
 * @param line a straight line through the stars; empty for none
 * @param stand how populations and slices stand
 * @param overlays what is drawn above
 * @param projection of the sky; empty where l and b are the axes
 */
public record PlaneLook(
        ColourMap colours,
        ColourSteps scale,
        Drawn drawn,
        Optional<Contouring> contours,
        Optional<Running> running,
        Optional<LineMethod> line,
        Stand stand,
        List<Overlay> overlays,
        Optional<Projection> projection) {
    public PlaneLook {
        overlays = List.copyOf(overlays);
    }

    /** The same in colours of a name. */
    public PlaneLook in(String colourMap, Place where) {
        List<ColourMap> all = Arrays.asList(ColourMap.values());
        List<String> words = all.stream().map(Choice::word).toList();
        where.oneOf(colourMap, words, "a map of colours");
        return new PlaneLook(
                all.get(words.indexOf(colourMap)), scale, drawn, contours, running, line, stand, overlays, projection);
    }

    /** How most planes look: a panel for each slice, nothing above. */
    public static PlaneLook of(
            ColourSteps scale, Drawn drawn, Optional<Contouring> contours, Optional<Running> running) {
        return new PlaneLook(
                ColourMap.VIRIDIS,
                scale,
                drawn,
                contours,
                running,
                Optional.empty(),
                Stand.PANELS,
                List.of(),
                Optional.empty());
    }

    /** The same with what the files of its overlays hold. */
    PlaneLook reading(SideFile.Reader reader) {
        return new PlaneLook(
                colours,
                scale,
                drawn,
                contours,
                running,
                line,
                stand,
                overlays.stream()
                        .map(o -> o instanceof SideOverlay side ? side.read(reader) : o)
                        .toList(),
                projection);
    }

    /** How the sky is drawn on paper. */
    public enum Projection {
        /** Equal in area, an ellipse. */
        MOLLWEIDE
    }

    /** How numbers become colours. */
    public enum ColourSteps {
        /** Equal steps in the number. */
        LINEAR,
        /** Equal steps in its logarithm. */
        LOGARITHMIC
    }

    /** What has the colours of the statistic. */
    public enum Drawn {
        /** Each cell. */
        CELLS,
        /** Each star: by its own value, or by the number of stars about it. */
        POINTS,
        /** Nothing: lines stand alone. */
        LINES
    }

    /** How populations, or the slices of one, stand. */
    public enum Stand {
        /** A panel each. */
        PANELS,
        /** All in one panel, as dots and lines of their own colours. */
        TOGETHER
    }

    /**
     * Lines of equal density of stars.
     *
     * @param levels fractions, each above 0 and below 1
     * @param of what they are fractions of
     * @param widths of the cells in which stars are counted; empty for those of the plane
     * @param smoothing standard deviation of a Gaussian that smooths the counts, in cells
     */
    public record Contouring(List<Double> levels, ContourLevel of, Optional<CellPlan.Steps> widths, double smoothing) {
        public Contouring {
            levels = List.copyOf(levels);
            for (double level : levels) {
                if (!(level > 0 && level < 1)) {
                    throw new IllegalArgumentException(
                            "the level " + level + " of a contour does not lie between 0 and 1");
                }
            }
            if (!(smoothing >= 0 && smoothing <= 50)) {
                throw new IllegalArgumentException("a smoothing of " + smoothing + " cells: it must lie in [0, 50]");
            }
        }
    }

    /**
     * A running median of y along x.
     *
     * @param window stars in a window
     * @param overlap part that neighbours share
     */
    public record Running(int window, double overlap) {}
}
