package org.cellarius.galaxy.age;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Stars that are drawn from a homologous grid of one [&alpha;/Fe], whose interpolation is written anew here; its last column is mass. */
record DrawnStars(HomologousGrid grid) {

    /** Column d of the grid at a place between its points, linear as the grid says. */
    double quantity(int d, double ageGyr, double iron, double place) {
        return between(ageGyr, iron, (i, k) -> at(d, i, k, place));
    }

    double births(double ageGyr, double iron, int p) {
        return between(ageGyr, iron, (i, k) -> born(i, k, p));
    }

    /** A place along an isochrone, as stars are born. */
    double place(double age, double iron, RandomGenerator random) {
        double all = 0;
        for (int p = 0; p < grid.points() - 1; p++) {
            all += births(age, iron, p);
        }
        double wanted = all * random.nextDouble();
        int p = 0;
        while (p < grid.points() - 2 && wanted > births(age, iron, p)) {
            wanted -= births(age, iron, p);
            p++;
        }
        return p + Math.min(wanted / births(age, iron, p), 1);
    }

    /** The largest distance of the sorted shares from an even spread, in units of what Kolmogorov finds once in a thousand. */
    static double unevenness(double[] shares) {
        double[] sorted = shares.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double distance = 0;
        for (int i = 0; i < n; i++) {
            distance = Math.max(distance, Math.max(sorted[i] - (double) i / n, (i + 1.0) / n - sorted[i]));
        }
        return distance * Math.sqrt(n) / 1.95;
    }

    private interface Corner {
        double of(int iron, int age);
    }

    private double between(double ageGyr, double iron, Corner corner) {
        int k = interval(grid.agesGyr(), ageGyr);
        int i = interval(grid.feH(), iron);
        double a = Math.log(ageGyr / grid.agesGyr()[k]) / Math.log(grid.agesGyr()[k + 1] / grid.agesGyr()[k]);
        double u = (iron - grid.feH()[i]) / (grid.feH()[i + 1] - grid.feH()[i]);
        return (1 - a) * ((1 - u) * corner.of(i, k) + u * corner.of(i + 1, k))
                + a * ((1 - u) * corner.of(i, k + 1) + u * corner.of(i + 1, k + 1));
    }

    private double at(int d, int i, int k, double place) {
        double[] column = grid.isochrone(grid.number(i, 0, k)).orElseThrow()[d];
        int p = Math.min((int) place, column.length - 2);
        return column[p] + (place - p) * (column[p + 1] - column[p]);
    }

    private double born(int i, int k, int p) {
        double[][] columns = grid.isochrone(grid.number(i, 0, k)).orElseThrow();
        double[] mass = columns[columns.length - 1];
        return KroupaMassFunction.below(mass[p + 1]) - KroupaMassFunction.below(mass[p]);
    }

    private static int interval(double[] axis, double value) {
        int k = 0;
        while (k < axis.length - 2 && axis[k + 1] <= value) {
            k++;
        }
        return k;
    }
}
