package org.cellarius.galaxy.fit;

import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.column.Tasks;

/** A way to lay a straight (or once broken) line through stars. */
public sealed interface LineEstimator
        permits LeastSquares,
                OrthogonalDistanceRegression,
                TheilSen,
                QuantileLine,
                BinnedMedianLine,
                RunningMedianLine,
                ScatterLine,
                StructuralLine,
                Chen2025Line,
                StudentLine,
                OutlierMixtureLine,
                BrokenLine,
                AgeMixtureLine,
                ResampledLine {

    /** The word of the command line and of study files. */
    String word();

    /** In words, with the source. */
    String description();

    /** What is made smallest, or the likelihood of the stars, in plain text: m slope, b intercept, &lambda; intrinsic scatter, cov the covariance of a star's errors. */
    String formula();

    /** What its errors are, in a sentence. */
    String statedErrors();

    /** The papers that it comes from, where it is more than a textbook's. */
    default List<String> citations() {
        return List.of();
    }

    /** The columns that it needs and uses. */
    LineInputs inputs();

    /** Whether stars can count more or less than once: {@link LineStars#weight}. */
    default boolean takesWeights() {
        return true;
    }

    /** The line through these stars, or a status and a sentence; never an exception because of the stars. */
    FittedLine fit(LineStars stars);

    /** Where the line needs no more than its stars in rising order of x, each counting the same: a new one that begins without stars. */
    default Optional<LineInOrder> inOrder() {
        return Optional.empty();
    }

    /**
     * The same on several threads, if it pays; the numbers do not depend on them.
     *
     * @param tasks does what can be done side by side
     */
    default FittedLine fit(LineStars stars, Tasks tasks) {
        return fit(stars);
    }
}
