package org.cellarius.measure.birth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.birth.AgedStars;
import org.cellarius.measure.product.AxisSource;
import org.cellarius.measure.product.Sample;

/**
 * What is read of the stars beside their ages.
 *
 * @param feH [Fe/H], dex
 * @param feHError one-sigma errors, dex
 * @param ageError one-sigma errors, Gyr
 * @param radius today, kpc
 * @param centre [Fe/H] of the gas continued to the centre at the age of the star, dex
 */
record BirthColumns(
        AxisSource feH,
        Optional<AxisSource> feHError,
        Optional<AxisSource> ageError,
        Optional<AxisSource> radius,
        Optional<AxisSource> centre) {

    private List<Optional<AxisSource>> others() {
        return List.of(feHError, ageError, radius, centre);
    }

    /** All that are given, [Fe/H] first. */
    List<AxisSource> all() {
        return Stream.concat(Stream.of(feH), others().stream().flatMap(Optional::stream))
                .toList();
    }

    List<Expression> expressions(Sample sample) {
        return all().stream().map(a -> sample.quantity(a).value()).toList();
    }

    /** Condition: all numbers are there, and errors are not negative. */
    Expression known(Sample sample) {
        var all = new ArrayList<>(sample.with(expressions(sample).toArray(Expression[]::new)).stream()
                .map(Expression::isFinite)
                .toList());
        Stream.of(feHError, ageError)
                .flatMap(Optional::stream)
                .forEach(e -> all.add(sample.quantity(e).value().isAtLeast(Expression.of(0.0))));
        return Expression.all(all);
    }

    /** Stars of the columns of {@link #expressions}, their ages behind them. */
    AgedStars stars(double[][] read) {
        var columns = new ArrayList<double[]>();
        int next = 1;
        for (Optional<AxisSource> other : others()) {
            columns.add(other.isPresent() ? read[next++] : new double[0]);
        }
        return new AgedStars(read[next], columns.get(1), read[0], columns.get(0), columns.get(2), columns.get(3));
    }
}
