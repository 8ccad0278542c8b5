package org.cellarius.measure.plane;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cellarius.catalogue.InputError;
import org.cellarius.figure.Dash;
import org.cellarius.figure.Layer;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.galaxy.population.Contours;
import org.cellarius.galaxy.spiral.SpiralArm;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.SideFile;

/**
 * An overlay from a file, before it is read.
 *
 * @param label in captions
 */
public record SideOverlay(SideFile file, Kind kind, String label) implements Overlay {

    /** What the table holds. */
    public sealed interface Kind {

        /** A row for each arm: radius, azimuth, pitch, pitch beyond, width, from, to. */
        record Arms() implements Kind {}

        /** Lines from point to point: x, y and, where there is one, the value that tells them apart. */
        record Lines() implements Kind {}

        /**
         * A regular grid: x, y, value.
         *
         * @param levels of the contours, above zero
         * @param shiftKpc what is added to x: minus the distance of the centre where x and y are heliocentric
         */
        record Grid(List<Double> levels, double shiftKpc) implements Kind {
            public Grid {
                levels = List.copyOf(levels);
                if (levels.isEmpty() || levels.stream().anyMatch(l -> !(l > 0))) {
                    throw new IllegalArgumentException("levels of contours are above zero, not " + levels);
                }
            }
        }
    }

    @Override
    public boolean galactic() {
        return !(kind instanceof Kind.Lines);
    }

    @Override
    public String sentence() {
        throw new IllegalStateException(file.path() + " was not read");
    }

    @Override
    public List<Layer> layers() {
        throw new IllegalStateException(file.path() + " was not read");
    }

    /** The same with the numbers of its file. */
    Overlay read(SideFile.Reader reader) {
        double[][] numbers = reader.numbers(file);
        return switch (kind) {
            case Kind.Arms a -> new ReadArms(label, arms(numbers));
            case Kind.Lines l -> FileLines.of(file, label, numbers);
            case Kind.Grid g -> new ReadGrid(label, g.levels(), grid(numbers, g.shiftKpc()));
        };
    }

    /** A row without a number would be left out in silence, or draw nonsense. */
    static void refuseGaps(SideFile file, double[][] numbers, int columns, String remedy) {
        for (int i = 0; i < numbers[0].length; i++) {
            for (int k = 0; k < columns; k++) {
                if (!Double.isFinite(numbers[k][i])) {
                    throw new InputError(
                            "row %d of '%s' has no %s"
                                    .formatted(
                                            i + 1, file.path(), file.columns().get(k)),
                            file.place().toString(),
                            remedy);
                }
            }
        }
    }

    private List<SpiralArm> arms(double[][] numbers) {
        refuseGaps(file, numbers, numbers.length, "Mend the row");
        var arms = new ArrayList<SpiralArm>();
        for (int i = 0; i < numbers[0].length; i++) {
            int row = i;
            arms.add(file.place()
                    .checked(() -> new SpiralArm(
                            "row " + (row + 1) + " of " + file.path(),
                            numbers[0][row],
                            numbers[1][row],
                            numbers[2][row],
                            numbers[3][row],
                            numbers[4][row],
                            numbers[5][row],
                            numbers[6][row])));
        }
        return arms;
    }

    private Contours grid(double[][] numbers, double shift) {
        refuseGaps(file, numbers, 2, "Mend the row");
        double[] x = Arrays.stream(numbers[0]).distinct().sorted().toArray();
        double[] y = Arrays.stream(numbers[1]).distinct().sorted().toArray();
        if (x.length < 2 || y.length < 2 || (long) x.length * y.length != numbers[0].length || !even(x) || !even(y)) {
            throw new InputError(
                    "'%s' is no regular grid: %d rows of %d places along x and %d along y"
                            .formatted(file.path(), numbers[0].length, x.length, y.length),
                    file.place().toString(),
                    "Give a table with a row for each place of an even grid");
        }
        double[] values = new double[x.length * y.length];
        for (int i = 0; i < numbers[0].length; i++) {
            values[Arrays.binarySearch(y, numbers[1][i]) * x.length + Arrays.binarySearch(x, numbers[0][i])] =
                    numbers[2][i];
        }
        return new Contours(
                values,
                x.length,
                x[0] + shift,
                (x[x.length - 1] - x[0]) / (x.length - 1),
                y[0],
                (y[y.length - 1] - y[0]) / (y.length - 1));
    }

    private static boolean even(double[] places) {
        double step = (places[places.length - 1] - places[0]) / (places.length - 1);
        for (int k = 0; k < places.length; k++) {
            if (Math.abs(places[0] + k * step - places[k]) > 1e-3 * step) {
                return false;
            }
        }
        return true;
    }

    /** Arms of a table. */
    record ReadArms(String label, List<SpiralArm> arms) implements Overlay {
        ReadArms {
            arms = List.copyOf(arms);
        }

        @Override
        public String sentence() {
            return "Lines: " + label + ".";
        }

        @Override
        public List<Layer> layers() {
            return ArmSet.alone(arms).layers();
        }
    }

    /** Contours of a grid. */
    record ReadGrid(String label, List<Double> levels, Contours grid) implements Overlay {
        private static final Color GREY = new Color(0x5A5A5A);

        @Override
        public String sentence() {
            return "Contours: " + label + " at "
                    + String.join(", ", levels.stream().map(Numbers::brief).toList()) + ".";
        }

        @Override
        public List<Layer> layers() {
            return levels.stream()
                    .flatMap(l -> grid.at(l).stream())
                    .<Layer>map(r -> new Line(r.x(), r.y(), new LineStyle(GREY, 0.7, Dash.SOLID), ""))
                    .toList();
        }
    }
}
