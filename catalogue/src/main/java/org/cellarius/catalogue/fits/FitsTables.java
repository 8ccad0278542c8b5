package org.cellarius.catalogue.fits;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.catalogue.stil.QuietStil;

/** The tables of a FITS file. */
public final class FitsTables {
    private FitsTables() {}

    /** Labels of the tables in a file. */
    public static List<String> tablesIn(Path path, boolean gzipped) {
        return tablesOf(path, gzipped).stream().map(HeaderDataUnit::label).toList();
    }

    /** Opens the table selected, or the first. */
    public static StreamedTable open(Path path, boolean gzipped, TableSelection selection) {
        QuietStil.quieten();
        List<HeaderDataUnit> tables = tablesOf(path, gzipped);
        HeaderDataUnit unit =
                selection.hdu().map(wanted -> chosen(path, tables, wanted)).orElse(tables.getFirst());
        unit.requireUncompressed(path);
        requireWhole(path, unit);
        List<String> others = selection.hdu().isPresent()
                ? List.of()
                : tables.stream().skip(1).map(HeaderDataUnit::label).toList();
        FitsBytes bytes = new FitsBytes(path, gzipped);
        return unit.kind() == HeaderDataUnit.Kind.ASCII_TABLE
                ? asciiTable(bytes, unit, others)
                : binaryTable(bytes, unit, others);
    }

    private static StreamedTable asciiTable(FitsBytes bytes, HeaderDataUnit unit, List<String> others) {
        Path path = bytes.path();
        AsciiLook look;
        try {
            look = AsciiLook.at(bytes, unit, AsciiTable.of(unit.header()));
        } catch (IOException | RuntimeException e) {
            throw unusable(path, unit, e);
        }
        AsciiTable layout = look.table();
        return new StreamedTable(
                        path,
                        TableFormat.FITS,
                        layout.fields().stream().map(AsciiField::description).toList(),
                        OptionalLong.of(unit.rows()),
                        layout.unreadable(),
                        others,
                        indices -> asciiRows(bytes, unit, layout, indices))
                .withNotes(look.notes());
    }

    private static BlockReader asciiRows(FitsBytes bytes, HeaderDataUnit unit, AsciiTable layout, int[] indices) {
        List<AsciiField> chosen =
                Arrays.stream(indices).mapToObj(layout.fields()::get).toList();
        try {
            InputStream in = bytes.openAt(unit.dataStart());
            return new AsciiTableReader(bytes.path(), in, layout.rowBytes(), unit.rows(), chosen);
        } catch (IOException e) {
            throw unusable(bytes.path(), unit, e);
        }
    }

    private static StreamedTable binaryTable(FitsBytes bytes, HeaderDataUnit unit, List<String> others) {
        BinaryTable table;
        try {
            table = UnsignedColumns.asTextWhereLarge(bytes, unit, BinaryTable.of(unit.header(), bytes.gzipped()));
        } catch (IOException | RuntimeException e) {
            throw unusable(bytes.path(), unit, e);
        }
        return new StreamedTable(
                        bytes.path(),
                        TableFormat.FITS,
                        table.fields().stream().map(BinaryField::description).toList(),
                        OptionalLong.of(table.rows()),
                        table.unreadable(),
                        others,
                        indices -> binaryRows(bytes, unit, table, indices))
                .withNotes(notes(unit, table));
    }

    private static List<String> notes(HeaderDataUnit unit, BinaryTable table) {
        return table.storage() == BinaryTable.Storage.COLUMN_BY_COLUMN
                ? List.of(
                        "the one row of table " + unit.label() + " holds vectors of " + table.rows()
                                + " elements in all columns: it is read as a table of so many rows, stored by columns (TOPCAT's colfits)")
                : List.of();
    }

    private static BlockReader binaryRows(FitsBytes bytes, HeaderDataUnit unit, BinaryTable table, int[] indices) {
        List<BinaryField> chosen =
                Arrays.stream(indices).mapToObj(table.fields()::get).toList();
        try {
            return new BinaryTableReader(bytes.path(), TableBytes.open(bytes, unit), table, chosen);
        } catch (IOException e) {
            throw unusable(bytes.path(), unit, e);
        }
    }

    private static List<HeaderDataUnit> tablesOf(Path path, boolean gzipped) {
        List<HeaderDataUnit> units = FitsWalk.unitsOf(new FitsBytes(path, gzipped));
        List<HeaderDataUnit> tables =
                units.stream().filter(HeaderDataUnit::isTable).toList();
        if (tables.isEmpty()) {
            units.forEach(unit -> unit.requireUncompressed(path));
            throw new InputError(
                    "the FITS file holds no table",
                    path.toString(),
                    "It is an image, or was cut short before its table: give a file with a BINTABLE or TABLE extension");
        }
        return tables;
    }

    private static HeaderDataUnit chosen(Path path, List<HeaderDataUnit> tables, String wanted) {
        List<HeaderDataUnit> named = tables.stream()
                .filter(unit -> unit.name()
                        .toLowerCase(Locale.ROOT)
                        .equals(wanted.strip().toLowerCase(Locale.ROOT)))
                .toList();
        if (named.size() > 1) {
            throw wrongUnit(path, tables, named.size() + " tables are called '" + wanted + "'");
        }
        Optional<HeaderDataUnit> numbered = tables.stream()
                .filter(unit -> Integer.toString(unit.number()).equals(wanted.strip()))
                .findFirst();
        return named.stream()
                .findFirst()
                .or(() -> numbered)
                .orElseThrow(() -> wrongUnit(path, tables, "the file has no table '" + wanted + "'"));
    }

    private static InputError wrongUnit(Path path, List<HeaderDataUnit> tables, String what) {
        String there = tables.stream().map(HeaderDataUnit::label).collect(Collectors.joining("; "));
        return new InputError(what, path.toString(), "The tables there are, by number and name: " + there);
    }

    private static void requireWhole(Path path, HeaderDataUnit unit) {
        long missing = unit.bytesPromised() - unit.bytesPresent();
        if (missing > 0) {
            throw new InputError(
                    "the FITS file is truncated: " + missing + " of the " + unit.bytesPromised() + " bytes of table "
                            + unit.label() + " are missing",
                    path.toString(),
                    "The download was cut short: fetch the file again");
        }
    }

    private static InputError unusable(Path path, HeaderDataUnit unit, Exception cause) {
        if (cause instanceof InputError known) {
            return known;
        }
        return new InputError(
                        "the FITS table " + unit.label() + " cannot be read: " + cause.getMessage(),
                        path.toString(),
                        "The file is damaged or was written by a faulty program: fetch it again")
                .withCause(cause);
    }
}
