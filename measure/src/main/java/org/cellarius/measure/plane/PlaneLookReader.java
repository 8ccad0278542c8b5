package org.cellarius.measure.plane;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.figure.ColourMap;
import org.cellarius.figure.Dash;
import org.cellarius.galaxy.fit.LineMethod;
import org.cellarius.galaxy.population.ContourLevel;
import org.cellarius.galaxy.spiral.ArmModel;
import org.cellarius.galaxy.spiral.Bar;
import org.cellarius.galaxy.spiral.SpiralArm;
import org.cellarius.measure.plane.CellPlan.CellForm;
import org.cellarius.measure.plane.PlaneLook.ColourSteps;
import org.cellarius.measure.plane.PlaneLook.Contouring;
import org.cellarius.measure.plane.PlaneLook.Drawn;
import org.cellarius.measure.plane.PlaneLook.Projection;
import org.cellarius.measure.plane.PlaneLook.Running;
import org.cellarius.measure.plane.PlaneLook.Stand;
import org.cellarius.measure.product.SideFile;

/** How a plane is drawn, from its section. */
final class PlaneLookReader {

    private static final long USUAL_WINDOW = 200;
    private static final double USUAL_OVERLAP = 0.5;

    private PlaneLookReader() {}

    static PlaneLook read(
            Section s,
            Optional<NamedPlane> named,
            PlaneStatistic statistic,
            boolean difference,
            List<String> populations,
            boolean sliced,
            CellPlan cells) {
        Drawn drawn = s.choiceOr("draw", "way to draw", Arrays.asList(Drawn.values()), Drawn.CELLS);
        Optional<Contouring> contours = s.optionalSection("contours").map(PlaneLookReader::contours);
        Optional<Running> running = s.optionalSection("running-median").map(PlaneLookReader::running);
        Optional<LineMethod> line = straight(s);
        String draw = s.place("draw").toString();
        if (drawn == Drawn.POINTS && (difference || cells.steps().isPresent() || cells.form() != CellForm.SQUARE)) {
            throw new InputError(
                    "a difference, overlapping windows and cells that are not square are of cells, not of single stars",
                    draw,
                    "Say  draw: cells");
        }
        boolean along = running.isPresent() || line.isPresent();
        boolean lines = contours.isPresent() || along;
        if ((lines && cells.form() == CellForm.HEALPIX) || (along && cells.form() == CellForm.POLAR)) {
            throw new InputError(
                    along
                            ? "running medians and lines are drawn on square cells and hexagons"
                            : "contours are drawn on square cells, hexagons and sectors",
                    s.place("cells").toString(),
                    "Remove them, or say  cells: square");
        }
        if (drawn == Drawn.LINES && !lines) {
            throw new InputError("there are no lines to draw", draw, "Add  contours,  running-median  or  line");
        }
        boolean uncoloured = drawn == Drawn.LINES || (drawn == Drawn.POINTS && !statistic.ofValue());
        boolean together = together(s, populations, uncoloured);
        if (together && !((sliced || !populations.isEmpty()) && (lines || uncoloured))) {
            throw new InputError(
                    "only lines of slices and populations, and stars without a value, can stand together in one panel",
                    s.place("together").toString(),
                    "Add  slices  or  populations,  and  contours,  running-median  or  line");
        }
        if (together && drawn == Drawn.POINTS && !uncoloured) {
            throw new InputError(
                    "stars in the colours of a value need a panel for each slice or population",
                    s.place("together").toString(),
                    "Remove it, or say  draw: lines");
        }
        return new PlaneLook(
                s.choiceOr(
                        "colours",
                        "map of colours",
                        Arrays.asList(ColourMap.values()),
                        difference ? ColourMap.BLUE_ORANGE : ColourMap.VIRIDIS),
                s.choiceOr(
                        "scale",
                        "scale of colours",
                        Arrays.asList(ColourSteps.values()),
                        statistic.ofValue() || difference ? ColourSteps.LINEAR : ColourSteps.LOGARITHMIC),
                together && drawn == Drawn.CELLS ? Drawn.LINES : drawn,
                contours,
                running,
                line,
                together ? Stand.TOGETHER : Stand.PANELS,
                overlays(s, named),
                projection(s, named, cells.form(), lines));
    }

    /** What has no colours but its own lies in one panel by itself where populations are compared. */
    private static boolean together(Section s, List<String> populations, boolean uncoloured) {
        if (s.has("together")) {
            return s.value("together").asBoolean();
        }
        boolean usual = !populations.isEmpty() && uncoloured;
        s.tell("together", usual);
        return usual;
    }

    private static Optional<Projection> projection(
            Section s, Optional<NamedPlane> named, CellForm form, boolean lines) {
        if (!s.has("projection")) {
            return Optional.empty();
        }
        String where = s.place("projection").toString();
        if (named.filter(p -> p == NamedPlane.SKY).isEmpty() || s.has("x") || s.has("y")) {
            throw new InputError("projections are of the sky", where, "Remove it, or say  plane: sky");
        }
        if (form == CellForm.HEXAGON || s.has("step") || s.has("range")) {
            throw new InputError(
                    "hexagons, overlapping windows and parts of the sky have no projection",
                    where,
                    "Say  cells: healpix  or  cells: square,  and limit the stars with  where");
        }
        if (lines) {
            throw new InputError(
                    "contours, running medians and lines of l and b have no projection: they end at l = 0",
                    where,
                    "Remove one of them");
        }
        return Optional.of(s.choice("projection", "projection", Arrays.asList(Projection.values())));
    }

    private static Optional<LineMethod> straight(Section s) {
        return s.has("line")
                ? Optional.of(s.choice("line", "line through the stars", List.of(LineMethod.OLS)))
                : Optional.empty();
    }

    private static Contouring contours(Section s) {
        Optional<CellPlan.Steps> widths = s.has("cell") ? Optional.of(CellWidth.two(s, "cell")) : Optional.empty();
        return s.place("levels")
                .checked(() -> new Contouring(
                        s.numbers("levels"),
                        s.choice("of", "meaning of levels", Arrays.asList(ContourLevel.values())),
                        widths,
                        s.numberOr("smoothing", 1)));
    }

    private static Running running(Section s) {
        return new Running((int) s.integerOr("window", USUAL_WINDOW), s.numberOr("overlap", USUAL_OVERLAP));
    }

    private static List<Overlay> overlays(Section s, Optional<NamedPlane> named) {
        var all = new ArrayList<Overlay>();
        for (Section one : s.elements("overlays")) {
            all.add(overlay(one));
        }
        if (all.stream().anyMatch(Overlay::galactic)
                && named.filter(p -> p == NamedPlane.X_Y).isEmpty()) {
            throw new InputError(
                    "arms and the bar are drawn on X and Y",
                    s.place("overlays").toString(),
                    "Remove them, or say  plane: x-y");
        }
        return all;
    }

    private static Overlay overlay(Section s) {
        if (s.isScalar()) {
            return s.scalar().equals("bar")
                    ? new Overlay.BarEllipse(Bar.IMIG2023)
                    : new Overlay.Arms(Arrays.stream(ArmModel.values())
                            .filter(m -> m.word().equals(s.scalar()))
                            .findFirst()
                            .orElseThrow());
        }
        return s.place()
                .checked(() -> s.has("bar")
                        ? bar(s.section("bar"))
                        : s.has("arm")
                                ? arm(s.section("arm"))
                                : s.has("line")
                                        ? line(s.section("line"))
                                        : s.has("lines")
                                                ? lines(s.section("lines"))
                                                : s.has("arms") ? arms(s.section("arms")) : grid(s.section("grid")));
    }

    /** A table of logarithmic spirals: what its columns are called. */
    private static Overlay arms(Section s) {
        String pitch = s.textOr("pitch", "pitch");
        return new SideOverlay(
                new SideFile(
                        s.text("file"),
                        List.of(
                                s.textOr("radius", "radius"),
                                s.textOr("azimuth", "azimuth"),
                                pitch,
                                s.textOr("pitch-beyond", pitch),
                                s.textOr("width", "0"),
                                s.textOr("from", "\"from\""),
                                s.textOr("to", "\"to\"")),
                        s.place("file")),
                new SideOverlay.Kind.Arms(),
                s.textOr("label", "spiral arms of " + s.text("file")));
    }

    /** Lines of a table, one for each value of  by. */
    private static Overlay lines(Section s) {
        var columns = new ArrayList<>(List.of(s.textOr("x", "x"), s.textOr("y", "y")));
        s.optionalText("by").ifPresent(columns::add);
        return new SideOverlay(
                new SideFile(s.text("file"), columns, s.optionalText("where"), s.place("file")),
                new SideOverlay.Kind.Lines(),
                s.textOr(
                        "label",
                        s.optionalText("by")
                                .map(by -> by + " = " + FileLines.PLACE)
                                .orElse(s.text("file"))));
    }

    /** A regular grid of densities. */
    private static Overlay grid(Section s) {
        return new SideOverlay(
                new SideFile(
                        s.text("file"),
                        List.of(s.textOr("x", "x"), s.textOr("y", "y"), s.textOr("value", "value")),
                        s.place("file")),
                new SideOverlay.Kind.Grid(
                        s.numbers("levels"), s.has("heliocentric") ? -s.quantity("heliocentric", "kpc") : 0),
                s.textOr("label", s.text("file")));
    }

    private static Overlay line(Section s) {
        return new Overlay.Polyline(
                s.numbers("x"),
                s.numbers("y"),
                s.textOr("label", ""),
                s.choiceOr("dash", "dash", List.of(Dash.SOLID, Dash.DASHED, Dash.DOTTED), Dash.SOLID));
    }

    private static Overlay bar(Section s) {
        Bar usual = Bar.IMIG2023;
        return new Overlay.BarEllipse(new Bar(
                s.numberOr("length", 2 * usual.semiMajorKpc()) / 2,
                s.numberOr("axis-ratio", usual.axisRatio()),
                s.numberOr("angle", usual.angleDeg())));
    }

    private static Overlay arm(Section s) {
        double pitch = s.number("pitch");
        return new Overlay.Arm(new SpiralArm(
                s.textOr("name", "a spiral arm"),
                s.number("radius"),
                s.numberOr("azimuth", 0),
                pitch,
                s.numberOr("pitch-beyond", pitch),
                s.numberOr("width", 0),
                s.number("from"),
                s.number("to")));
    }
}
