package org.cellarius.measure.gradient;

import java.util.List;
import java.util.Optional;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.fit.LineInputs;
import org.cellarius.galaxy.fit.LineInputs.Need;
import org.cellarius.measure.Inquiry;
import org.cellarius.measure.product.Numbers;

/**
 * Stars whose errors are no errors, over all slices of a gradient.
 *
 * @param stars with an error of y that is zero or negative, or one of x that is negative
 * @param allNegative whether every known error of y is negative: a minus sign too many
 */
record UnusableErrors(long stars, boolean allNegative) {

    /** The words of a line's own warning about them, slice by slice. */
    static final String WORDS = "an error that is missing, zero or negative";

    static Inquiry<UnusableErrors> of(GradientCase of) {
        LineInputs inputs = of.gradient().probe().inputs();
        Optional<Expression> given = inputs.yError() == Need.IGNORED
                ? Optional.empty()
                : of.gradient().yError().map(of::number);
        if (given.isEmpty()) {
            return Inquiry.found(new UnusableErrors(0, false));
        }
        Expression y = given.get();
        Expression unusable = (inputs.xError() == Need.IGNORED
                        ? Optional.<String>empty()
                        : of.variant().xError())
                .map(of::number)
                .map(x -> zeroOrLess(y).or(negative(x)))
                .orElseGet(() -> zeroOrLess(y));
        return Inquiry.all(List.of(
                        of.sample().count(unusable),
                        of.sample().count(negative(y)),
                        of.sample().count(y.isFinite())))
                .map(n -> new UnusableErrors(n.get(0), n.get(0) > 0 && n.get(1).equals(n.get(2))));
    }

    private static Expression zeroOrLess(Expression error) {
        return error.isAtMost(Expression.of(0.0));
    }

    private static Expression negative(Expression error) {
        return error.isBelow(Expression.of(0.0));
    }

    Optional<String> sentence() {
        if (stars == 0) {
            return Optional.empty();
        }
        return Optional.of(Numbers.stars(stars)
                + (stars == 1
                        ? " has an error that is zero or negative and does not enter."
                        : " have an error that is zero or negative and do not enter.")
                + (allNegative ? " All errors are negative: look for a minus sign in 'y-error'." : ""));
    }
}
