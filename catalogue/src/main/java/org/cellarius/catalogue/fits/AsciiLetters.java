package org.cellarius.catalogue.fits;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.VectorColumn;
import org.cellarius.catalogue.unit.Unit;

/**
 * What of a table FITS cannot hold, since it knows ASCII alone: other letters become question marks in names, units, descriptions and
 * texts, and all of it is told. Units that are known are written in their ASCII spelling, and two names stay two.
 */
final class AsciiLetters {
    private final List<String> notes = new ArrayList<>();

    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    /** The columns with names and units that FITS can hold. */
    List<VectorColumn> columns(List<VectorColumn> columns) {
        Set<String> taken = new HashSet<>();
        columns.stream()
                .map(c -> c.description().name())
                .filter(AsciiLetters::isAscii)
                .forEach(n -> taken.add(n.toLowerCase(Locale.ROOT)));
        var described = new ArrayList<String>();
        var written = new ArrayList<VectorColumn>();
        for (VectorColumn column : columns) {
            ColumnDescription d = column.description();
            String name = isAscii(d.name()) ? d.name() : free(questioned(d.name()), taken);
            if (!name.equals(d.name())) {
                notes.add("the column '" + d.name() + "' is called '" + name + "': FITS holds ASCII only");
            }
            String unit = isAscii(d.unit())
                    ? d.unit()
                    : Unit.tryParse(d.unit())
                            .map(Unit::canonicalText)
                            .filter(AsciiLetters::isAscii)
                            .orElseGet(() -> questioned(d.unit()));
            if (unit.contains("?") && !unit.equals(d.unit())) {
                notes.add("the unit of '" + d.name() + "', '" + d.unit() + "', is written as '" + unit
                        + "': FITS holds ASCII only");
            }
            if (!isAscii(d.description())) {
                described.add(d.name());
            }
            written.add(new VectorColumn(
                    new ColumnDescription(name, d.type(), unit, d.description(), d.ucd(), d.precision()),
                    column.first(),
                    column.length()));
        }
        if (!described.isEmpty()) {
            notes.add("letters of descriptions are written as '?', FITS holds ASCII only: "
                    + String.join(", ", described));
        }
        return written;
    }

    /** Tells texts of a column that lose letters. */
    void texts(String column, long count, String example) {
        notes.add(
                "%,d text%s of column '%s' lose%s letters (%s becomes %s): FITS holds ASCII only; .parquet, .vot, .ecsv, .csv, .h5 and .feather keep them"
                        .formatted(
                                count,
                                count == 1 ? "" : "s",
                                column,
                                count == 1 ? "s" : "",
                                example,
                                questioned(example)));
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int n = 2; !taken.add(free.toLowerCase(Locale.ROOT)); n++) {
            free = name + "_" + n;
        }
        return free;
    }

    private static String questioned(String text) {
        return text.codePoints()
                .collect(StringBuilder::new, (b, c) -> b.append(c < 128 ? (char) c : '?'), StringBuilder::append)
                .toString();
    }
}
