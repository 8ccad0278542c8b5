package org.cellarius.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.fit.LineStars;

/**
 * The numbers of stars that a line reads.
 *
 * @param x unit of x
 * @param y unit of y
 * @param xError one-sigma errors, unit of x
 * @param yError one-sigma errors, unit of y
 * @param covariance of both errors
 * @param age Gyr
 * @param ageError one-sigma errors, Gyr
 * @param weight how much a star counts; empty where all count the same
 */
public record LineData(
        Expression x,
        Expression y,
        Optional<Expression> xError,
        Optional<Expression> yError,
        Optional<Expression> covariance,
        Optional<Expression> age,
        Optional<Expression> ageError,
        Optional<Expression> weight) {

    private List<Optional<Expression>> others() {
        return List.of(xError, yError, covariance, age, ageError, weight);
    }

    /** All that are given, x and y first. */
    public List<Expression> expressions() {
        return Stream.concat(Stream.of(x, y), others().stream().flatMap(Optional::stream))
                .toList();
    }

    /** Stars of the columns of {@link #expressions}. */
    LineStars stars(double[][] read) {
        var columns = new ArrayList<double[]>();
        int next = 2;
        for (Optional<Expression> other : others()) {
            columns.add(other.isPresent() ? read[next++] : new double[0]);
        }
        return new LineStars(
                read[0],
                read[1],
                columns.get(0),
                columns.get(1),
                columns.get(2),
                columns.get(3),
                columns.get(4),
                columns.get(5));
    }
}
