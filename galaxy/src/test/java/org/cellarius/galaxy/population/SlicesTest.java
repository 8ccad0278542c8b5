package org.cellarius.galaxy.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlicesTest {

    /** Few and many edges, even, nearly even and in clusters: a value lies where counting the edges below it says. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8, 9, 10, 61, 91, 1000})
    void aValueLiesWhereCountingSays(int count) {
        var random = new Random(count);
        for (int kind = 0; kind < 4; kind++) {
            double[] edges = edges(kind, count, random);
            var slices = new Grouping.Slices(Arrays.stream(edges).boxed().toList());
            for (int i = 0; i < 20_000; i++) {
                double v = value(edges, random);
                assertThat(slices.groupOf(new double[][] {{v}}, 0, 0)).isEqualTo(counted(edges, v));
            }
        }
    }

    private static double[] edges(int kind, int count, Random random) {
        return switch (kind) {
            case 0 ->
                Grouping.Slices.regular(-2.3, 0.1, count - 1).edges().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
            case 1 ->
                DoubleStream.iterate(-1, e -> e + 0.05 * (1 + 0.3 * random.nextDouble()))
                        .limit(count)
                        .toArray();
            case 2 ->
                DoubleStream.iterate(1e-6, e -> e * 1.02 + 1e-9).limit(count).toArray();
            default -> {
                double[] some =
                        random.doubles(count, -1e300, 1e300).sorted().distinct().toArray();
                yield some.length < 2 ? new double[] {0, 1} : some;
            }
        };
    }

    private static double value(double[] edges, Random random) {
        double edge = edges[random.nextInt(edges.length)];
        return switch (random.nextInt(6)) {
            case 0 -> edge;
            case 1 -> Math.nextUp(edge);
            case 2 -> Math.nextDown(edge);
            case 3 ->
                List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0)
                        .get(random.nextInt(4));
            default -> edges[0] + random.nextDouble() * 1.1 * (edges[edges.length - 1] - edges[0]);
        };
    }

    private static int counted(double[] edges, double v) {
        if (!(v >= edges[0] && v < edges[edges.length - 1])) {
            return -1;
        }
        int below = -1;
        for (double edge : edges) {
            below += v >= edge ? 1 : 0;
        }
        return below;
    }
}
