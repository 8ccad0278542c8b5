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
import org.cellarius.galaxy.migration.MigrantStars;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.Numbers;

/** How far stars have spread, and the gas that they were born from, against age. */
record MigrationFigure(MigrationStrength product, GasHistory history, MigrantStars stars) {

    private static final int POINTS = 61;

    Illustration drawn() {
        double oldest = Arrays.stream(stars.ageGyr()).max().orElse(1);
        double[] ages = IntStream.range(0, POINTS)
                .mapToDouble(k -> oldest * k / (POINTS - 1))
                .toArray();
        String caption =
                "Standard deviation of guiding radii about the radii of birth, gradient of the gas, and its [Fe/H] continued to the centre, against age; bands: one sigma. Fitted to %s: [Fe/H] given radius and age (Frankel et al. 2018)."
                        .formatted(Numbers.stars(stars.count()));
        var figure = new Figure(
                caption,
                List.of(
                        panel(
                                ages,
                                "σ(R_{g} − R_{birth})",
                                "kpc",
                                history::spread,
                                "N = " + Numbers.count(stars.count())),
                        panel(ages, "d[Fe/H]/dR", "dex/kpc", history::gradient, ""),
                        panel(ages, "[Fe/H](R = 0)", "dex", history::centre, "")),
                3,
                FigureSize.DOUBLE_COLUMN);
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
