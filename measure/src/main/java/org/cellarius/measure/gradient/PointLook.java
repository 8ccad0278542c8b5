package org.cellarius.measure.gradient;

import java.util.Optional;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.engine.expression.Expression;
import org.cellarius.measure.product.AxisSource;
import org.cellarius.measure.product.Stars;

/**
 * How the single stars of a small sample are drawn.
 *
 * @param size of which number the areas of the circles are multiples
 * @param outline the stars with an outline; empty for none
 * @param line what is drawn through them
 */
record PointLook(AxisSource size, Optional<Outline> outline, DrawnLine line) {

    /** What is drawn through the stars. */
    enum DrawnLine {
        /** The fitted line. */
        FIT,
        /** A line at 0, and no fit. */
        ZERO,
        NONE
    }

    /**
     * Stars with an outline.
     *
     * @param where condition
     * @param label for the legend
     * @param place where the condition stands
     */
    record Outline(String where, String label, Place place) {

        /** As a number: 1 for them. */
        Expression flag(Stars stars) {
            return stars.condition(where, place.toString()).oneWhereTrue();
        }
    }

    /** The section {@code points} of a gradient. */
    static PointLook read(Section s) {
        return new PointLook(
                AxisSource.read(s.section("size")),
                s.optionalSection("outline").map(o -> new Outline(o.text("where"), o.text("label"), o.place("where"))),
                s.choiceOr("line", "line through points", java.util.Arrays.asList(DrawnLine.values()), DrawnLine.FIT));
    }
}
