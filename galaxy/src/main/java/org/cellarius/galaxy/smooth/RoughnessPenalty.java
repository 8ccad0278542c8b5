package org.cellarius.galaxy.smooth;

import java.util.ArrayList;
import java.util.Arrays;

/**
 * S&#955; = &Sigma; &lambda;<sub>k</sub> (I &otimes; P<sub>k</sub> &otimes; I): the differences of coefficients along each coordinate, penalized. The terms share their
 * eigenvectors, the products of those of each coordinate, so that the eigenvalues of S&#955; are the sums &Sigma; &lambda;<sub>k</sub> &mu;<sub>k</sub> and its determinant
 * is exact.
 */
final class RoughnessPenalty {

    /** The lower half of one term, element by element. */
    private record Term(int[] i, int[] j, double[] value) {}

    private final int axes;
    private final Term[] terms;
    private final double[][] roughness;
    private final int free;

    RoughnessPenalty(SplineBasis basis) {
        axes = basis.axes().size();
        terms = new Term[axes];
        roughness = new double[axes][];
        int unpenalized = 1;
        for (int k = 0; k < axes; k++) {
            terms[k] = term(basis, k);
            roughness[k] = basis.axes().get(k).roughness();
            unpenalized *= basis.axes().get(k).freeOfPenalty();
        }
        free = unpenalized;
    }

    private static Term term(SplineBasis basis, int axis) {
        double[][] p = basis.axes().get(axis).penalty();
        int stride = basis.stride(axis);
        int n = p.length;
        var found = new ArrayList<double[]>();
        for (int number = 0; number < basis.coefficients(); number++) {
            int own = number / stride % n;
            for (int other = 0; other <= own; other++) {
                if (p[own][other] != 0) {
                    found.add(new double[] {number, number + (other - own) * stride, p[own][other]});
                }
            }
        }
        return new Term(
                found.stream().mapToInt(e -> (int) e[0]).toArray(),
                found.stream().mapToInt(e -> (int) e[1]).toArray(),
                found.stream().mapToDouble(e -> e[2]).toArray());
    }

    int terms() {
        return axes;
    }

    /** Functions that no term penalizes. */
    int free() {
        return free;
    }

    /** Adds the terms to a matrix. */
    void addTo(BandMatrix matrix, double[] lambda) {
        for (int k = 0; k < axes; k++) {
            Term t = terms[k];
            for (int e = 0; e < t.value.length; e++) {
                matrix.add(t.i[e], t.j[e], lambda[k] * t.value[e]);
            }
        }
    }

    /** c&#7488;S c of a term. */
    double of(int term, double[] c) {
        Term t = terms[term];
        double sum = 0;
        for (int e = 0; e < t.value.length; e++) {
            sum += (t.i[e] == t.j[e] ? 1 : 2) * t.value[e] * c[t.i[e]] * c[t.j[e]];
        }
        return sum;
    }

    /** The trace of a term times a matrix. */
    double trace(int term, BandMatrix v) {
        Term t = terms[term];
        double sum = 0;
        for (int e = 0; e < t.value.length; e++) {
            sum += (t.i[e] == t.j[e] ? 1 : 2) * t.value[e] * v.get(t.i[e], t.j[e]);
        }
        return sum;
    }

    /** The trace of a term. */
    double trace(int term) {
        Term t = terms[term];
        double sum = 0;
        for (int e = 0; e < t.value.length; e++) {
            sum += t.i[e] == t.j[e] ? t.value[e] : 0;
        }
        return sum;
    }

    /** The logarithm of the product of the eigenvalues above 0, then its derivative with each &lambda;. */
    double[] lnDeterminant(double[] lambda) {
        double[] out = new double[1 + axes];
        int[] at = new int[axes];
        int all = Arrays.stream(roughness).mapToInt(r -> r.length).reduce(1, (a, b) -> a * b);
        for (int number = 0; number < all; number++) {
            int rest = number;
            double sum = 0;
            for (int k = 0; k < axes; k++) {
                at[k] = rest % roughness[k].length;
                rest /= roughness[k].length;
                sum += lambda[k] * roughness[k][at[k]];
            }
            if (sum > 0) {
                out[0] += Math.log(sum);
                for (int k = 0; k < axes; k++) {
                    out[1 + k] += roughness[k][at[k]] / sum;
                }
            }
        }
        return out;
    }
}
