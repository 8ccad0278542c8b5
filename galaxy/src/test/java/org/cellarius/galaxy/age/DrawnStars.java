package org.cellarius.galaxy.age;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Stars that are drawn from a homologous grid of one [&alpha;/Fe], whose interpolation is written anew here; its last column is mass. */
record DrawnStars(HomologousGrid grid) {

    /** More than are born on any isochrone of the toy grid. */
    private static final double MOST_BIRTHS = 1.6;

    /** Column d of the grid at a place between its points, linear as the grid says. */
    double quantity(int d, double ageGyr, double iron, double place) {
        return between(ageGyr, iron, (i, k) -> at(d, i, k, place));
    }

    double births(double ageGyr, double iron, int p) {
        return between(ageGyr, iron, (i, k) -> born(i, k, p));
    }

    /**
     * A star as the posterior expects them: ages and compositions even, as many as are born on the isochrone between its ends.
     *
     * @param place along the isochrone
     */
    record Star(double ageGyr, double iron, double place) {}

    Star star(RandomGenerator random) {
        while (true) {
            double age = 1 + 13.5 * random.nextDouble();
            double iron = -1 + 1.5 * random.nextDouble();
            double wanted = MOST_BIRTHS * random.nextDouble();
            for (int p = 0; p < grid.points() - 1; p++) {
                double here = births(age, iron, p);
                if (wanted < here) {
                    return new Star(age, iron, p + wanted / here);
                }
                wanted -= here;
            }
        }
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
