package org.cellarius.measure.gradient;

import java.util.Optional;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.galaxy.fit.LineInputs;
import org.cellarius.measure.product.AxisSource;
import org.cellarius.measure.product.ProductChecks;
import org.cellarius.measure.product.SlicesSource;

/**
 * What a line runs along: today's radius by today's height, say, or the guiding radius by the height of the orbit.
 *
 * @param name empty where there is one only
 * @param xError expression for the one-sigma errors of x; empty: x is exact, or its errors are not used
 * @param xyCovariance expression for the covariance of the errors of x and y; empty for 0
 * @param own what it has in place of the product's
 * @param place where it is written
 */
public record Variant(
        String name,
        AxisSource x,
        Optional<String> xError,
        Optional<String> xyCovariance,
        Optional<SlicesSource> slices,
        VariantSettings own,
        Place place) {

    Variant with(VariantSettings other) {
        return new Variant(name, x, xError, xyCovariance, slices, other, place);
    }

    /** The same for a line of such inputs, without what is its own. */
    Variant reading(LineInputs inputs) {
        return new Variant(
                name,
                x,
                Gradient.read(inputs.xError(), xError),
                Gradient.read(inputs.xyCovariance(), xyCovariance),
                slices,
                VariantSettings.NONE,
                place);
    }

    /** Tries what it names on the columns of the star table. */
    void check(ProductChecks checks) {
        checks.number(x);
        checks.expression(xError);
        checks.expression(xyCovariance);
        checks.slices(slices);
        ProductChecks there = checks.at(place.toString());
        there.expression(own.yError());
        there.condition(own.where());
    }
}
