package org.cellarius.galaxy.density;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.cellarius.galaxy.posterior.Cholesky;

/**
 * Rings and layers in which stars are counted, with edges of {@link VolumeCells} so that about as many are expected in each ring and in each layer. A break lies in the
 * middle of a ring: at an edge the counts alone would tell where it is.
 */
final class CountGrid {

    private static final int MOST_RINGS = 10;
    private static final int MOST_LAYERS = 6;

    /** Of the usual share; parts at the ends may be so small. */
    private static final double SMALLEST_PART = 0.3;

    /** Stars for each cell, on average. */
    private static final int STARS = 25;

    private final int[] rings;
    private final int[] layers;

    /** First ring, and layer, of each part; behind them the end. */
    private CountGrid(int[] rings, int[] layers) {
        this.rings = rings;
        this.layers = layers;
    }

    static CountGrid of(double[] share, EffectiveVolume volume, int stars, OptionalDouble breakKpc) {
        double cells = (double) stars / STARS;
        int outward = Math.clamp(Math.round(Math.sqrt(1.7 * cells)), 2, MOST_RINGS);
        int upward = Math.clamp(Math.round(cells / outward), 2, MOST_LAYERS);
        int[] ring = new int[share.length];
        int[] layer = new int[share.length];
        for (int i = 0; i < share.length; i++) {
            ring[i] = VolumeCells.ringOf(volume.cell()[i]);
            layer[i] = VolumeCells.layerOf(volume.cell()[i]);
        }
        double anchor = breakKpc.isPresent()
                ? below(ring, share, VolumeCells.ring(breakKpc.orElseThrow(), volume.ringKpc())) + 0.5 / outward
                : 0;
        return new CountGrid(edges(ring, share, outward, anchor), edges(layer, share, upward, 0));
    }

    private static double below(int[] number, double[] share, int end) {
        double sum = 0;
        for (int i = 0; i < number.length; i++) {
            sum += number[i] < end ? share[i] : 0;
        }
        return sum;
    }

    /** Edges between equal shares; one of them leaves the anchor below it. */
    private static int[] edges(int[] number, double[] share, int parts, double anchor) {
        int most = Arrays.stream(number).max().orElseThrow();
        int least = Arrays.stream(number).min().orElseThrow();
        double[] sum = new double[most + 1];
        for (int i = 0; i < number.length; i++) {
            sum[number[i]] += share[i];
        }
        var edges = new ArrayList<>(List.of(least));
        double first = (anchor * parts) % 1;
        double next = first < SMALLEST_PART ? 1 + first : first;
        double below = 0;
        for (int k = least; k < most; k++) {
            below += sum[k];
            if (below * parts >= next && (1 - below) * parts >= SMALLEST_PART) {
                edges.add(k + 1);
                next = Math.floor(below * parts - first) + 1 + first;
            }
        }
        edges.add(most + 1);
        return edges.stream().mapToInt(e -> e).toArray();
    }

    private static int part(int[] edges, int number) {
        int found = Arrays.binarySearch(edges, number);
        int at = found >= 0 ? found : -found - 2;
        return at >= 0 && at < edges.length - 1 ? at : -1;
    }

    /** The cell of a ring and a layer; the last number but one is for all outside. */
    private int cell(int ring, int layer) {
        int outward = part(rings, ring);
        int upward = part(layers, layer);
        return outward < 0 || upward < 0 ? count() : outward * (layers.length - 1) + upward;
    }

    private int count() {
        return (rings.length - 1) * (layers.length - 1);
    }

    /** The test of a fit; empty where fewer than two cells, or the scores within them, are left. */
    Optional<CountTest> test(ProfileScores scores, EffectiveVolume volume, double[] rKpc, double[] zKpc) {
        int n = rKpc.length;
        int d = scores.score().length;
        long[] observed = new long[count() + 1];
        for (int i = 0; i < n; i++) {
            observed[cell(VolumeCells.ring(rKpc[i], volume.ringKpc()), VolumeCells.layer(Math.abs(zKpc[i])))]++;
        }
        double[] expected = new double[count() + 1];
        double[][] score = new double[count() + 1][d];
        for (int i = 0; i < scores.share().length; i++) {
            int cell = cell(VolumeCells.ringOf(volume.cell()[i]), VolumeCells.layerOf(volume.cell()[i]));
            expected[cell] += n * scores.share()[i];
            for (int k = 0; k < d; k++) {
                score[cell][k] += n * scores.share()[i] * scores.score()[k][i];
            }
        }
        double[][] within = scores.information();
        double[] r = new double[d];
        double chi2 = 0;
        List<List<Integer>> groups = CountTest.groups(expected);
        for (List<Integer> group : groups) {
            double e = group.stream().mapToDouble(k -> expected[k]).sum();
            double o = group.stream().mapToDouble(k -> observed[k]).sum();
            chi2 += (o - e) * (o - e) / e;
            double[] mean = new double[d];
            for (int k = 0; k < d; k++) {
                int parameter = k;
                mean[k] = group.stream().mapToDouble(c -> score[c][parameter]).sum() / e;
                r[k] += (o - e) * mean[k];
            }
            for (int k = 0; k < d; k++) {
                for (int j = 0; j < d; j++) {
                    within[k][j] -= e / n * mean[k] * mean[j];
                }
            }
        }
        double plain = chi2;
        // Stars where none can be are counted as one cell that expects one.
        double impossible = IntStream.rangeClosed(0, count())
                .filter(k -> expected[k] == 0)
                .mapToLong(k -> observed[k])
                .sum();
        return groups.size() < 2
                ? Optional.empty()
                : Cholesky.of(within).map(w -> {
                    double[] solved = w.solve(r);
                    double taken = 0;
                    for (int k = 0; k < d; k++) {
                        taken += r[k] * solved[k] / n;
                    }
                    double all = plain + taken + impossible * impossible;
                    int degrees = groups.size() - 1;
                    return new CountTest(
                            told(observed, expected, volume.ringKpc()), all, degrees, CountTest.tail(all, degrees));
                });
    }

    private List<CountTest.Cell> told(long[] observed, double[] expected, double ringKpc) {
        var cells = new ArrayList<CountTest.Cell>();
        int upward = layers.length - 1;
        for (int k = 0; k < count(); k++) {
            cells.add(new CountTest.Cell(
                    VolumeCells.ringFromKpc(rings[k / upward], ringKpc),
                    VolumeCells.ringFromKpc(rings[k / upward + 1], ringKpc),
                    VolumeCells.layerFromKpc(layers[k % upward]),
                    VolumeCells.layerFromKpc(layers[k % upward + 1]),
                    observed[k],
                    expected[k]));
        }
        return cells;
    }
}
