package org.cellarius.galaxy.age;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Isochrones whose points of one number are in the same state of evolution, so that there is something between neighbouring isochrones:
 * the points between their points. Ages and compositions make up a lattice; what is missing of it is a hole.
 *
 * <p>Columns are those of the grid; the last one is initial mass, solar masses.
 */
public final class HomologousGrid {

    private static final String EEP = "eep";

    private final double[] agesGyr;
    private final double[] feH;
    private final double[] alphaFe;
    private final int points;
    private final List<String> columns;
    private final List<Optional<double[][]>> isochrones;

    private HomologousGrid(IsochroneGrid grid, int points, List<Optional<double[][]>> isochrones) {
        this.agesGyr = grid.agesGyr();
        this.feH = grid.feH();
        this.alphaFe = grid.alphaFe();
        this.points = points;
        var names = new ArrayList<>(grid.columns());
        names.add("mass");
        this.columns = List.copyOf(names);
        this.isochrones = isochrones;
    }

    /**
     * A grid whose points are matched by the column {@code eep}; without one by the column {@code phase} ({@link PhasePoints}), else by the
     * shape of the curves ({@link CurveShape}), which needs {@code teff}.
     *
     * @throws IllegalArgumentException if it has neither
     */
    public static HomologousGrid of(IsochroneGrid grid) {
        OptionalInt eep = column(grid.columns(), EEP);
        if (eep.isPresent()) {
            return numbered(grid, eep.getAsInt());
        }
        if (PhasePoints.canPlace(grid.columns())) {
            PhasePoints phases = PhasePoints.of(grid);
            return new HomologousGrid(grid, phases.points(), all(grid, phases::resampled));
        }
        CurveShape shape = CurveShape.of(grid);
        return new HomologousGrid(grid, shape.points(), all(grid, shape::resampled));
    }

    /** Whether points are matched by their shape, as their file does not number them. */
    public static boolean byShape(IsochroneGrid grid) {
        return column(grid.columns(), EEP).isEmpty() && !PhasePoints.canPlace(grid.columns());
    }

    static OptionalInt column(List<String> columns, String name) {
        for (int k = 0; k < columns.size(); k++) {
            if (columns.get(k).equalsIgnoreCase(name)) {
                return OptionalInt.of(k);
            }
        }
        return OptionalInt.empty();
    }

    private static HomologousGrid numbered(IsochroneGrid grid, int eep) {
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        for (int c = 0; c < grid.compositions().size(); c++) {
            for (int a = 0; a < grid.ages(); a++) {
                Optional<Isochrone> isochrone = grid.isochrone(c, a);
                if (isochrone.isPresent()) {
                    double[] numbers = isochrone.get().columns().get(eep);
                    for (int i = 0; i < numbers.length; i++) {
                        if (numbers[i] != Math.rint(numbers[i]) || (i > 0 && numbers[i] <= numbers[i - 1])) {
                            throw new IllegalArgumentException("the column 'eep' of the isochrone of " + grid.ageGyr(a)
                                    + " Gyr does not rise in whole numbers: " + numbers[i]);
                        }
                    }
                    least = (int) Math.min(least, numbers[0]);
                    most = (int) Math.max(most, numbers[numbers.length - 1]);
                }
            }
        }
        int first = least;
        int points = most - least + 1;
        return new HomologousGrid(grid, points, all(grid, i -> placed(i, eep, first, points)));
    }

    private static double[][] placed(Isochrone isochrone, int eep, int first, int points) {
        double[][] placed = new double[isochrone.columns().size() + 1][points];
        double[] numbers = isochrone.columns().get(eep);
        for (int k = 0; k < placed.length; k++) {
            double[] from = k < isochrone.columns().size() ? isochrone.columns().get(k) : isochrone.massSun();
            Arrays.fill(placed[k], Double.NaN);
            for (int i = 0; i < numbers.length; i++) {
                placed[k][(int) numbers[i] - first] = from[i];
            }
        }
        return placed;
    }

    /** Brings an isochrone to the points that all have. */
    @FunctionalInterface
    private interface Placing {
        double[][] of(Isochrone isochrone);
    }

    private static List<Optional<double[][]>> all(IsochroneGrid grid, Placing placing) {
        var all = new ArrayList<Optional<double[][]>>();
        for (double f : grid.feH()) {
            for (double a : grid.alphaFe()) {
                int c = grid.compositions().indexOf(new Composition(f, a));
                for (int age = 0; age < grid.ages(); age++) {
                    all.add(c < 0 ? Optional.empty() : grid.isochrone(c, age).map(placing::of));
                }
            }
        }
        return List.copyOf(all);
    }

    double[] agesGyr() {
        return agesGyr;
    }

    double[] feH() {
        return feH;
    }

    double[] alphaFe() {
        return alphaFe;
    }

    int points() {
        return points;
    }

    /** Names of the columns: those of the grid, and {@code mass}. */
    public List<String> columns() {
        return columns;
    }

    /** The share of points of the isochrones that are there which an isochrone lacks, as it lacks their phase or number. */
    public double lacking() {
        long all = 0;
        long lacking = 0;
        for (Optional<double[][]> isochrone : isochrones) {
            if (isochrone.isPresent()) {
                double[] mass = isochrone.get()[columns.size() - 1];
                all += mass.length;
                lacking += Arrays.stream(mass).filter(Double::isNaN).count();
            }
        }
        return all == 0 ? 0 : (double) lacking / all;
    }

    /** Homologous points of each isochrone. */
    public int pointsEach() {
        return points;
    }

    /** The number of an isochrone of the lattice. */
    public int number(int iron, int alpha, int age) {
        return (iron * alphaFe.length + alpha) * agesGyr.length + age;
    }

    /** {@code [column][point]} of an isochrone, NaN where it lacks a point; empty in a hole of the lattice. */
    public Optional<double[][]> isochrone(int number) {
        return isochrones.get(number);
    }
}
