package org.cellarius.study.product;

import java.util.Optional;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.fit.LineInputs;
import org.cellarius.galaxy.fit.LineInputs.Need;

/**
 * Stars whose errors are no errors, over all slices of a gradient.
 *
 * @param stars with an error of y that is zero or negative, or one of x that is negative
 * @param allNegative whether every known error of y is negative: a minus sign too many
 */
record UnusableErrors(long stars, boolean allNegative) {

    /** The words of a line's own warning about them, slice by slice. */
    static final String WORDS = "an error that is missing, zero or negative";

    static UnusableErrors of(GradientCase of) {
        LineInputs inputs = of.gradient().probe().inputs();
        Optional<Expression> y = inputs.yError() == Need.IGNORED
                ? Optional.empty()
                : of.gradient().yError().map(of::number);
        Optional<Expression> x = inputs.xError() == Need.IGNORED
                ? Optional.empty()
                : of.variant().xError().map(of::number);
        if (y.isEmpty()) {
            return new UnusableErrors(0, false);
        }
        long unusable = of.sample()
                .count(x.map(e -> zeroOrLess(y.get()).or(negative(e))).orElseGet(() -> zeroOrLess(y.get())));
        return new UnusableErrors(
                unusable,
                unusable > 0
                        && of.sample().count(negative(y.get()))
                                == of.sample().count(y.get().isFinite()));
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
