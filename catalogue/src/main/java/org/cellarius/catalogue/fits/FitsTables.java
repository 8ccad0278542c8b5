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
import org.cellarius.catalogue.stil.SpreadColumn;
import org.cellarius.catalogue.stil.SpreadColumns;
import org.cellarius.catalogue.stil.StarTableReader;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.fits.BintableStarTable;
import uk.ac.starlink.fits.InputFactory;
import uk.ac.starlink.fits.WideFits;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.util.FileDataSource;

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
        requireWhole(path, unit);
        List<String> others = selection.hdu().isPresent()
                ? List.of()
                : tables.stream().skip(1).map(HeaderDataUnit::label).toList();
        FitsBytes bytes = new FitsBytes(path, gzipped);
        return unit.kind() == HeaderDataUnit.Kind.ASCII_TABLE
                ? asciiTable(bytes, unit, others)
                : binaryTable(path, unit, others);
    }

    private static StreamedTable asciiTable(FitsBytes bytes, HeaderDataUnit unit, List<String> others) {
        Path path = bytes.path();
        AsciiTable layout;
        try {
            layout = AsciiTable.of(unit.header());
        } catch (RuntimeException e) {
            throw unusable(path, unit, e);
        }
        return new StreamedTable(
                path,
                TableFormat.FITS,
                layout.fields().stream().map(AsciiField::description).toList(),
                OptionalLong.of(unit.rows()),
                layout.unreadable(),
                others,
                indices -> asciiRows(bytes, unit, layout, indices));
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

    private static StreamedTable binaryTable(Path path, HeaderDataUnit unit, List<String> others) {
        SpreadColumns columns = describe(path, unit);
        return new StreamedTable(
                path,
                TableFormat.FITS,
                columns.descriptions(),
                OptionalLong.of(unit.rows()),
                columns.unreadable(),
                others,
                indices -> binaryRows(path, unit, columns.chosen(indices)));
    }

    private static BlockReader binaryRows(Path path, HeaderDataUnit unit, SpreadColumn[] chosen) {
        InputFactory bytes = null;
        try {
            bytes = bytesOf(path, unit);
            return new StarTableReader(path, starTable(unit, bytes), bytes, chosen);
        } catch (IOException | RuntimeException e) {
            close(bytes);
            throw unusable(path, unit, e);
        }
    }

    private static void close(@Nullable InputFactory bytes) {
        try {
            if (bytes != null) {
                bytes.close();
            }
        } catch (IOException ignored) {
            // the failure that led here is the one to report
        }
    }

    private static List<HeaderDataUnit> tablesOf(Path path, boolean gzipped) {
        List<HeaderDataUnit> tables = FitsWalk.unitsOf(new FitsBytes(path, gzipped)).stream()
                .filter(HeaderDataUnit::isTable)
                .toList();
        if (tables.isEmpty()) {
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

    private static SpreadColumns describe(Path path, HeaderDataUnit unit) {
        try (InputFactory bytes = bytesOf(path, unit)) {
            return SpreadColumns.of(starTable(unit, bytes));
        } catch (IOException | RuntimeException e) {
            throw unusable(path, unit, e);
        }
    }

    private static InputFactory bytesOf(Path path, HeaderDataUnit unit) throws IOException {
        return InputFactory.createFactory(new FileDataSource(path.toFile()), unit.dataStart(), unit.bytesPromised());
    }

    private static StarTable starTable(HeaderDataUnit unit, InputFactory bytes) throws IOException {
        return BintableStarTable.createTable(unit.header(), bytes, WideFits.DEFAULT);
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
