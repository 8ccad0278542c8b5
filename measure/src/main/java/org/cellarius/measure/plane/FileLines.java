package org.cellarius.measure.plane;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cellarius.catalogue.InputError;
import org.cellarius.figure.Layer;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.measure.product.Numbers;
import org.cellarius.measure.product.SideFile;

/**
 * Lines of a table: isochrones, tracks, the curves of a model.
 *
 * @param label what they are; {@value #PLACE} in it stands for the value that tells a line
 */
record FileLines(String label, List<Curve> curves) implements Overlay {

    /** Where a label names the value of a line. */
    static final String PLACE = "{}";

    /** More lines than these cannot be told apart. */
    private static final int MOST = 12;

    FileLines {
        curves = List.copyOf(curves);
    }

    /**
     * One line.
     *
     * @param by the value that tells it from the others; NaN of a single line
     */
    record Curve(double by, double[] x, double[] y) {}

    /**
     * The lines of a table, those of one value together, points in the order of the file.
     *
     * @param numbers x, y and, where there is one, the value that tells lines apart
     */
    static FileLines of(SideFile file, String label, double[][] numbers) {
        Map<Double, List<Integer>> rows = new LinkedHashMap<>();
        SideOverlay.refuseGaps(file, numbers, numbers.length, "Mend the row, or leave it out by  where");
        for (int i = 0; i < numbers[0].length; i++) {
            rows.computeIfAbsent(numbers.length > 2 ? numbers[2][i] + 0.0 : Double.NaN, by -> new ArrayList<>())
                    .add(i);
        }
        if (rows.isEmpty()) {
            throw refused(file, "'" + file.path() + "' has no row for a line", "Look at the file and at  where");
        }
        if (rows.size() > MOST) {
            throw refused(
                    file,
                    "'%s' holds %s lines, one for each %s: more than %d cannot be told apart"
                            .formatted(
                                    file.path(),
                                    Numbers.count(rows.size()),
                                    file.columns().get(2),
                                    MOST),
                    "Choose some, for example  where: %s in (1, 2, 4)"
                            .formatted(file.columns().get(2)));
        }
        var curves = new ArrayList<Curve>();
        rows.forEach((by, own) -> {
            if (own.size() < 2) {
                throw refused(
                        file,
                        "'%s' has one point%s; a line needs two or more"
                                .formatted(
                                        file.path(),
                                        by.isNaN()
                                                ? ""
                                                : " of %s = %s"
                                                        .formatted(
                                                                file.columns().get(2), Numbers.brief(by))),
                        "Give more rows, or name the column that tells lines apart in  by");
            }
            curves.add(new Curve(by, column(numbers[0], own), column(numbers[1], own)));
        });
        return new FileLines(label, curves);
    }

    private static InputError refused(SideFile file, String told, String remedy) {
        return new InputError(told, file.place().toString(), remedy);
    }

    private static double[] column(double[] all, List<Integer> rows) {
        return rows.stream().mapToDouble(i -> all[i]).toArray();
    }

    @Override
    public boolean galactic() {
        return false;
    }

    @Override
    public String sentence() {
        String values = curves.stream()
                .filter(c -> !Double.isNaN(c.by()))
                .map(c -> Numbers.brief(c.by()))
                .collect(Collectors.joining(", "));
        return "Lines: " + named(values) + ".";
    }

    /** The label with a value, or several. */
    private String named(String value) {
        return label.contains(PLACE) ? label.replace(PLACE, value) : (label + " " + value).strip();
    }

    @Override
    public List<Layer> layers() {
        var lines = new ArrayList<Layer>();
        for (int k = 0; k < curves.size(); k++) {
            Curve c = curves.get(k);
            lines.add(new Line(
                    c.x(), c.y(), LineStyle.series(k + 1), named(Double.isNaN(c.by()) ? "" : Numbers.brief(c.by()))));
        }
        return lines;
    }
}
