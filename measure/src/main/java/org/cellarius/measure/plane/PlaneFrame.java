package org.cellarius.measure.plane;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.figure.Axis;
import org.cellarius.figure.LegendPlace;
import org.cellarius.figure.Mark;
import org.cellarius.galaxy.population.PlaneTiling;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Stars;

/** What all panels of a plane share: axes, Sun and centre. */
record PlaneFrame(Plane plane, Quantity x, Quantity y, List<PlaneSeries> series) {
    PlaneFrame {
        series = List.copyOf(series);
    }

    Stars stars() {
        return series.getFirst().sample().of();
    }

    Axis xAxis() {
        return projected()
                ? MollweideSky.xAxis()
                : plane.head().figure().x().over(faceOn() ? round("X", true) : axis(x, true));
    }

    Axis yAxis() {
        return projected()
                ? MollweideSky.yAxis()
                : plane.head().figure().y().over(faceOn() ? round("Y", false) : axis(y, false));
    }

    /** Whether the sky is drawn as an ellipse. */
    boolean projected() {
        return plane.look().projection().isPresent();
    }

    /** The corners about an ellipse are free. */
    LegendPlace legendPlace() {
        return projected() ? LegendPlace.BOTTOM_RIGHT : LegendPlace.BEST;
    }

    /** Whether azimuth and radius are drawn on X and Y. */
    boolean faceOn() {
        return plane.cells().form() == CellPlan.CellForm.POLAR;
    }

    boolean equalAspect() {
        return projected() || inSpace();
    }

    private boolean inSpace() {
        return plane.named().map(NamedPlane::equalAspect).orElse(false);
    }

    /** Whether no population has a cell that is shown. */
    boolean empty() {
        return series.stream().allMatch(PlaneSeries::empty);
    }

    static boolean holds(Axis axis, double value) {
        return value >= axis.min() && value <= axis.max();
    }

    /** The Sun and the centre of the Galaxy, on planes in space, where the axes hold them. */
    Stream<Mark> marks() {
        if (plane.named().isEmpty()) {
            return Stream.empty();
        }
        Optional<Mark> sun = stars().sun().flatMap(s -> {
            double toCentre = Math.sqrt(s.r0Kpc() * s.r0Kpc() - s.zKpc() * s.zKpc());
            return switch (plane.named().get()) {
                case X_Y -> Optional.of(Mark.sun(-toCentre, 0));
                case R_Z -> Optional.of(Mark.sun(toCentre, s.zKpc()));
                case SIGNED_R_Z -> Optional.of(Mark.sun(-toCentre, s.zKpc()));
                case POLAR, SKY -> Optional.empty();
            };
        });
        Optional<Mark> centre = inSpace() ? Optional.of(Mark.galacticCentre(0, 0)) : Optional.empty();
        return Stream.concat(sun.stream(), centre.stream()).filter(m -> holds(xAxis(), m.x()) && holds(yAxis(), m.y()));
    }

    private Axis round(String label, boolean along) {
        double[] ends = series.stream()
                .flatMap(one -> one.slices()
                        .boxed()
                        .flatMap(s -> Arrays.stream(one.shown(s))
                                .mapToObj(c -> CellLayers.sector(one.found().cells(), c)[along ? 0 : 1])))
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .toArray();
        double room = series.getFirst().found().cells().widthY();
        return ends.length == 0
                ? Axis.of(label, "kpc", -1, 1)
                : Axis.of(label, "kpc", ends[0] - room, ends[ends.length - 1] + room);
    }

    /** The part of the plane that is shown in any panel, or that the study gives. */
    private Axis axis(Quantity of, boolean along) {
        if (!of.range().isEmpty()) {
            return Axis.of(of.label(), of.unit(), of.range().get(0), of.range().get(1));
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double room = 0;
        for (PlaneSeries one : series) {
            PlaneTiling cells = one.found().cells();
            room = along ? cells.widthX() : cells.widthY();
            for (int s = 0; s < one.sample().groups(); s++) {
                for (int c : one.covered(s)) {
                    low = Math.min(low, along ? cells.lowX(c) : cells.lowY(c));
                    high = Math.max(high, along ? cells.highX(c) : cells.highY(c));
                }
            }
        }
        return low < high
                ? Axis.of(of.label(), of.unit(), low - room, high + room)
                : Axis.of(of.label(), of.unit(), 0, 1);
    }
}
