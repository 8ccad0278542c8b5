package org.cellarius.measure.plane;

import java.util.List;
import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.population.PlaneCells;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.product.NoStars;
import org.cellarius.measure.product.Quantity;
import org.cellarius.measure.product.Sample;

/** Finds the cells of a plane: they cover the wanted ranges, or all stars; where a few stars far off would make too many cells, the bulk. */
record PlaneGrid(Plane plane, Sample sample, Quantity x, Quantity y) {

    /** The upper end of a range does not belong to it. */
    private static final double INSIDE = 1e-9;

    Inquiry<PlaneCells> cells() {
        return extent(x, widthX(), false)
                .with(extent(y, widthY(), false), this::covering)
                .then(cells -> cells);
    }

    private double widthX() {
        return plane.cells().x().in(x.unit(), plane.x().expression(), where());
    }

    private double widthY() {
        return plane.cells().y().in(y.unit(), plane.y().expression(), where());
    }

    private String where() {
        return plane.head().place().toString();
    }

    private Inquiry<PlaneCells> covering(double[] h, double[] v) {
        if (Double.isNaN(h[0]) || Double.isNaN(v[0])) {
            throw new NoStars(
                    "no star of the product '" + plane.head().name() + "' has a finite "
                            + (Double.isNaN(h[0]) ? plane.x() : plane.y()).expression(),
                    where(),
                    "Look at the columns' losses, or at 'where'");
        }
        double widthX = widthX();
        double widthY = widthY();
        try {
            return Inquiry.found(plane.cells().covering(widthX, widthY, h, v));
        } catch (IllegalArgumentException tooMany) {
            return extent(x, widthX, true).with(extent(y, widthY, true), (bulkX, bulkY) -> {
                try {
                    return plane.cells().covering(widthX, widthY, bulkX, bulkY);
                } catch (IllegalArgumentException e) {
                    throw new InputError(
                                    String.valueOf(e.getMessage()),
                                    where(),
                                    "Set a 'range' of x and y, or change 'cell'")
                            .withCause(e);
                }
            });
        }
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
