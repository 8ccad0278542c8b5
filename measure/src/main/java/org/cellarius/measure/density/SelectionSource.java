package org.cellarius.measure.density;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.galaxy.density.LinesOfSight;
import org.cellarius.galaxy.density.LinesOfSight.Stretch;
import org.cellarius.galaxy.density.Selection;
import org.cellarius.galaxy.density.SolarVolume;
import org.cellarius.measure.product.SideFile;

/** What a study says of the selection. */
sealed interface SelectionSource permits SelectionSource.Known, SelectionSource.Rows, CatalogueSelection {

    /** Known as it stands. */
    record Known(Selection selection) implements SelectionSource {}

    /** A table with a row for each stretch of a line of sight, not read yet. */
    record Rows(SideFile file) implements SelectionSource {

        SelectionSource read(SideFile.Reader reader) {
            double[][] numbers = reader.numbers(file);
            List<Stretch> stretches = new ArrayList<>();
            for (int i = 0; i < numbers[0].length; i++) {
                int row = i;
                stretches.add(file.place()
                        .checked(() -> new Stretch(
                                numbers[0][row],
                                numbers[1][row],
                                numbers[2][row],
                                numbers[3][row],
                                numbers[4][row],
                                numbers[5][row])));
            }
            return new Known(file.place().checked(() -> new LinesOfSight(stretches)));
        }
    }

    static SelectionSource read(Section s) {
        if (s.entries().size() != 1) {
            throw new InputError(
                    "a selection is a volume, lines of sight or that of a catalogue: one of them",
                    s.place().toString(),
                    "Write  volume: {distance: 4 kpc}  or  lines-of-sight: {file: fields.csv}  or  catalogue: {…}");
        }
        if (s.has("catalogue")) {
            return CatalogueSelection.read(s.section("catalogue"));
        }
        if (s.has("volume")) {
            Section v = s.section("volume");
            return new Known(v.place()
                    .checked(() -> new SolarVolume(
                            v.quantity("distance", "kpc"),
                            v.numberOr("lowest-latitude", 0),
                            v.numberOr("highest-latitude", 90),
                            v.has("height") ? v.quantity("height", "kpc") : Double.POSITIVE_INFINITY)));
        }
        Section lines = s.section("lines-of-sight");
        return new Rows(new SideFile(
                lines.text("file"),
                List.of(
                        lines.textOr("l", "l"),
                        lines.textOr("b", "b"),
                        lines.textOr("area", "area"),
                        lines.textOr("from", "\"from\""),
                        lines.textOr("to", "\"to\""),
                        lines.textOr("fraction", "fraction")),
                Optional.empty(),
                lines.place("file")));
    }
}
