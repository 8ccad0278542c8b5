package org.cellarius.catalogue.isochrone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Curves whose corners are known. */
class ParsecShapeTest {

    private static double[] point(double logLight, double logTeff, double logG) {
        return new double[] {logLight, logTeff, logG};
    }

    @Test
    void turnOffKneeAndFlash() {
        List<double[]> rows = List.of(
                point(-2, 3.5, 4.9),
                point(-0.5, 3.70, 4.6),
                point(0.2, 3.77, 4.2),
                point(0.3, 3.76, 4.1),
                point(0.4, 3.70, 3.7),
                point(1.5, 3.66, 2.4),
                point(3.3, 3.50, 0.1),
                point(1.7, 3.67, 2.3),
                point(2.5, 3.60, 1.2));
        assertThat(new ParsecShape(0, 1, 2).phases(rows)).containsExactly(1, 1, 1, 2, 2, 3, 3, 4, 4);
    }

    @Test
    void aHookBelongsToTheMainSequence() {
        List<double[]> rows = List.of(
                point(-0.5, 3.70, 4.6),
                point(0.8, 3.84, 4.1),
                point(1.1, 3.80, 3.7),
                point(1.2, 3.84, 3.65),
                point(1.2, 3.80, 3.5),
                point(1.1, 3.72, 3.4),
                point(2.0, 3.66, 2.2));
        assertThat(new ParsecShape(0, 1, 2).phases(rows)).containsExactly(1, 1, 1, 1, 2, 2, 3);
    }
}
