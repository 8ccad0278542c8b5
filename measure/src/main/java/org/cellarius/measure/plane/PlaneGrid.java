package org.cellarius.measure.plane;

import java.util.List;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.Unmeasurable;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;

/** Finds the cells of a plane: they cover the wanted ranges, or all stars; where a few stars far off would make too many cells, the bulk. */
record PlaneGrid(Plane plane, Sample sample, Quantity x, Quantity y) {

    /** The upper end of a range does not belong to it. */
    private static final double INSIDE = 1e-9;

    static PlaneGrid of(Plane plane, Sample sample) {
        return new PlaneGrid(plane, sample, sample.quantity(plane.x()), sample.quantity(plane.y()));
    }

    /** Widths have units of their axes, and steps are whole parts of them: without looking at stars. */
    void checkWidths() {
        CellPlan.Widths widths = widths();
        plane.look().contours().flatMap(PlaneLook.Contouring::widths).ifPresent(w -> {
            along(
                    PlaneContours.columns(plane).isEmpty() ? x : y,
                    w.x(),
                    plane.x().expression());
            along(y, w.y(), plane.y().expression());
        });
        if (plane.cells().steps().isPresent()) {
            plane.head()
                    .place()
                    .checked(() ->
                            plane.cells().covering(widths, new double[] {0, widths.x()}, new double[] {0, widths.y()}));
        }
    }

    Inquiry<CellPlan.Laid> cells() {
        CellPlan.Widths widths = widths();
        return extent(x, widths.x(), false)
                .with(extent(y, widths.y(), false), (h, v) -> covering(widths, h, v))
                .then(cells -> cells);
    }

    private CellPlan.Widths widths() {
        CellPlan plan = plane.cells();
        double widthX = along(x, plan.x(), plane.x().expression());
        double widthY = along(y, plan.y(), plane.y().expression());
        return plan.steps()
                .map(s -> new CellPlan.Widths(
                        widthX,
                        widthY,
                        along(x, s.x(), plane.x().expression()),
                        along(y, s.y(), plane.y().expression())))
                .orElse(new CellPlan.Widths(widthX, widthY, widthX, widthY));
    }

    private double along(Quantity axis, CellWidth width, String name) {
        return width.in(axis.unit(), name, where());
    }

    private String where() {
        return plane.head().place().toString();
    }

    private Inquiry<CellPlan.Laid> covering(CellPlan.Widths widths, double[] h, double[] v) {
        if (Double.isNaN(h[0]) || Double.isNaN(v[0])) {
            throw new Unmeasurable(
                    "no star of the product '" + plane.head().name() + "' has a finite "
                            + (Double.isNaN(h[0]) ? plane.x() : plane.y()).expression(),
                    where(),
                    "Look at the columns' losses, or at 'where'");
        }
        try {
            return Inquiry.found(plane.cells().covering(widths, h, v));
        } catch (IllegalArgumentException tooMany) {
            return extent(x, widths.x(), true).with(extent(y, widths.y(), true), (bulkX, bulkY) -> {
                try {
                    return plane.cells().covering(widths, bulkX, bulkY);
                } catch (IllegalArgumentException e) {
                    throw unmeasurable(e);
                }
            });
        }
    }

    private Unmeasurable unmeasurable(IllegalArgumentException tooMany) {
        return new Unmeasurable(
                String.valueOf(tooMany.getMessage()),
                where(),
                "Set a 'range' of x and y, or change 'cell'"
                        + (plane.cells().steps().isPresent() ? " and 'step'" : ""));
    }

    /** From where to where there are cells. */
    private Inquiry<double[]> extent(Quantity of, double width, boolean bulk) {
        List<Double> wanted = of.range();
        if (!wanted.isEmpty()) {
            return Inquiry.found(new double[] {wanted.get(0) + INSIDE * width, wanted.get(1) - INSIDE * width});
        }
        return bulk ? sample.typicalRange(of.value()) : sample.range(of.value());
    }
}
