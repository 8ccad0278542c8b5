package org.cellarius.measure.migration;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Band;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.Line;
import org.cellarius.figure.LineStyle;
import org.cellarius.figure.Note;
import org.cellarius.figure.Palette;
import org.cellarius.figure.Panel;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.Numbers;

/** How far stars have spread, the gas that they were born from, and how warm their orbits are, against age. */
record MigrationFigure(MigrationStrength product, GasHistory history, long count, double oldestGyr) {

    private static final int POINTS = 61;

    Illustration drawn() {
        double[] ages = IntStream.range(0, POINTS)
                .mapToDouble(k -> oldestGyr * k / (POINTS - 1))
                .toArray();
        String stars = "N = " + Numbers.count(count);
        var gas = List.of(
                panel(ages, "d[Fe/H]/dR", "dex/kpc", history::gradient, ""),
                panel(ages, "[Fe/H](R = 0)", "dex", history::centre, ""));
        return switch (product.orbits()) {
            case Orbits.Radii r -> {
                var spread = panel(ages, "σ(R_{g} − R_{birth})", "kpc", history::spread, stars);
                yield drawn(
                        List.of(spread, gas.get(0), gas.get(1)),
                        3,
                        "Standard deviation of guiding radii about the radii of birth, gradient of the gas, and its [Fe/H] continued to the centre, against age; bands: one sigma. Fitted to %s: [Fe/H] given radius and age (Frankel et al. 2018)."
                                .formatted(Numbers.stars(count)));
            }
            case Orbits.Actions a -> {
                var churning = panel(ages, "σ(L_{z} − L_{z, birth})", "kpc km/s", history::churning, stars);
                // A mean that falls with age has none at 0.
                double[] later = Arrays.copyOfRange(ages, 1, POINTS);
                var heating = panel(later, "rms J_{R} at 8 kpc", "kpc km/s", history::heating, "");
                yield drawn(
                        List.of(churning, heating, gas.get(0), gas.get(1)),
                        2,
                        "Standard deviation of angular momenta about those of birth, apart from their drift, root mean square of radial actions at 8 kpc, gradient of the gas, and its [Fe/H] continued to the centre, against age; bands: one sigma. Fitted to %s (after Frankel et al. 2020)."
                                .formatted(Numbers.stars(count)));
            }
        };
    }

    private Illustration drawn(List<Panel> panels, int columns, String caption) {
        var figure = new Figure(caption, panels, columns, FigureSize.DOUBLE_COLUMN);
        return new Illustration(product.head().name(), figure, caption);
    }

    private static Panel panel(
            double[] ages, String label, String unit, DoubleFunction<GasHistory.Value> value, String note) {
        GasHistory.Value[] all = Arrays.stream(ages).mapToObj(value).toArray(GasHistory.Value[]::new);
        double[] y = Arrays.stream(all).mapToDouble(GasHistory.Value::value).toArray();
        double[] low =
                Arrays.stream(all).mapToDouble(v -> v.value() - v.error()).toArray();
        double[] high =
                Arrays.stream(all).mapToDouble(v -> v.value() + v.error()).toArray();
        var band = new Band(ages, low, high, Palette.BLUE.colour(), 0.25, "");
        var line = new Line(ages, y, LineStyle.solid(Palette.BLUE), "");
        return Panel.of(
                "",
                Axis.of("Age", "Gyr", 0, ages[ages.length - 1]),
                Axis.covering(label, unit, DoubleStream.concat(Arrays.stream(low), Arrays.stream(high)), 0.08),
                note.isEmpty() ? List.of(band, line) : List.of(band, line, new Note(note, Note.Corner.EMPTIEST)));
    }
}
