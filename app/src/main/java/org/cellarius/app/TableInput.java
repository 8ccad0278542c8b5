package org.cellarius.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.CanonicalColumns;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.MissingUnits;
import org.cellarius.catalogue.NearlyNumber;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.catalogue.Unreadable;
import org.cellarius.catalogue.unit.Unit;
import org.cellarius.engine.ColumnList;
import org.cellarius.engine.ScaledColumn;
import org.cellarius.engine.TableColumn;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the table tools read their input. */
final class TableInput {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "fits, votable, ecsv, csv, tsv, text, cds, parquet, hdf5 or feather (default: by content).")
    private Optional<String> format = Optional.empty();

    @Option(
            names = "--hdu",
            paramLabel = "TABLE",
            description = "Which table of the file, by number or name (default: the first).")
    private Optional<String> hdu = Optional.empty();

    @Option(
            names = "--units",
            paramLabel = "RULE",
            description =
                    "canonical: canonical column names have canonical units where the file gives none (default: refuse).")
    private MissingUnits missingUnits = MissingUnits.REFUSE;

    @Mixin
    private FillerOption fillers = new FillerOption();

    FillerOption fillers() {
        return fillers;
    }

    /** The word for the format; empty where the content decides. */
    Optional<String> formatWord() {
        return format.map(f -> f.toLowerCase(Locale.ROOT));
    }

    /** Which table of the file; empty for the first. */
    Optional<String> hdu() {
        return hdu;
    }

    MissingUnits missingUnits() {
        return missingUnits;
    }

    /** Whether values are asked to be made missing while they are read. */
    boolean changesValues() {
        return fillers.areGiven();
    }

    TableFile open(Path path) {
        TableFile file = opened(path);
        for (Unreadable column : file.unreadable()) {
            System.err.println("note: " + column);
        }
        file.notes().forEach(note -> System.err.println("note: " + note));
        if (file instanceof StreamedTable table
                && hdu.isEmpty()
                && !table.otherTables().isEmpty()) {
            System.err.println("note: this is the first table of " + path + "; there are also "
                    + String.join("; ", table.otherTables()) + " (choose with --hdu)");
        }
        return file;
    }

    private TableFile opened(Path path) {
        return TableFile.open(path, new TableSelection(format.map(this::format), hdu));
    }

    private TableFormat format(String word) {
        try {
            return TableFormat.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InputError(
                            "there is no format '" + word + "'",
                            "--format",
                            "Formats: "
                                    + List.of(TableFormat.values()).toString().toLowerCase(Locale.ROOT))
                    .withCause(e);
        }
    }

    /**
     * A column of numbers in the unit of a canonical one.
     *
     * @param name of the column in the table
     * @param canonicalName of the column in whose unit it is wanted
     */
    ScaledColumn scaled(ColumnList columns, String name, String canonicalName, Path in) {
        TableColumn column = numbers(columns, name, in);
        return new ScaledColumn(column.name(), factor(column, canonicalName, in));
    }

    /** A column of numbers as they stand. */
    ScaledColumn asGiven(ColumnList columns, String name, Path in) {
        return new ScaledColumn(numbers(columns, name, in).name(), 1);
    }

    private TableColumn numbers(ColumnList columns, String name, Path in) {
        TableColumn column = columns.require(name, in.toString());
        return switch (column.type()) {
            case DOUBLE, LONG -> column;
            case TEXT, BOOLEAN -> throw noNumbers(column, in);
        };
    }

    /** A column of texts where numbers are wanted: told with the first text that is none, and the way out. */
    private InputError noNumbers(TableColumn column, Path in) {
        Optional<String> example = column.type() == ColumnType.TEXT ? firstText(column.name(), in) : Optional.empty();
        String remedy = column.type() == ColumnType.BOOLEAN
                ? "Name another column, or check the file"
                : switch (NearlyNumber.of(example.orElse(""))) {
                    case SEXAGESIMAL ->
                        "These are hours or degrees, minutes and seconds, and degrees are wanted: `cellarius init TABLE` writes a study that computes them";
                    case DECIMAL_COMMA ->
                        "A number has a decimal point: replace the commas in the file, or let a study do it (`cellarius init TABLE`)";
                    case WORD ->
                        "Take the words that are no numbers out of the file, name them with --fillers if they mean missing, or let a study do it (`cellarius init TABLE`)";
                };
        return new InputError(
                "the column '" + column.name() + "' does not hold numbers"
                        + example.map(text -> ", for example '" + text + "'").orElse(""),
                in.toString(),
                remedy);
    }

    /** The first text of a column that is no number; empty where the file is not streamed. */
    private Optional<String> firstText(String column, Path in) {
        if (!(opened(in) instanceof StreamedTable table)
                || table.columns().stream().noneMatch(c -> c.name().equals(column))) {
            return Optional.empty();
        }
        try (BlockReader reader = table.read(List.of(column))) {
            for (int rows = reader.next(); rows > 0; rows = reader.next()) {
                if (reader.column(0) instanceof ColumnBuffer.Texts texts) {
                    for (int row = 0; row < rows; row++) {
                        String text = texts.values()[row];
                        if (text != null && !isNumber(text)) {
                            return Optional.of(text);
                        }
                    }
                }
            }
            return Optional.empty();
        }
    }

    private static boolean isNumber(String text) {
        try {
            return !Double.isNaN(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /**
     * The same for columns whose unit goes without saying: where the file gives none it is the canonical one.
     *
     * @param assumed receives the columns whose unit was taken for granted, with that unit
     */
    ScaledColumn scaledOrCanonical(
            ColumnList columns, String name, String canonicalName, Path in, Consumer<String> assumed) {
        TableColumn column = columns.require(name, in.toString());
        if (!column.unit().isBlank() || (column.type() != ColumnType.DOUBLE && column.type() != ColumnType.LONG)) {
            return scaled(columns, name, canonicalName, in);
        }
        if (missingUnits == MissingUnits.REFUSE) {
            assumed.accept(column.name() + " in "
                    + CanonicalColumns.unitOf(canonicalName).orElseThrow().canonicalText());
        }
        return new ScaledColumn(column.name(), 1);
    }

    /** The factor that brings a column into the canonical unit of a name. */
    double factor(TableColumn column, String canonicalName, Path file) {
        Unit canonical = CanonicalColumns.unitOf(canonicalName).orElseThrow();
        if (column.unit().isBlank()) {
            if (canonical.canonicalText().isEmpty() || missingUnits == MissingUnits.CANONICAL) {
                return 1;
            }
            throw new InputError(
                    "the column '" + column.name() + "' has no unit",
                    file.toString(),
                    "If it is in " + canonical.canonicalText()
                            + ", say --units canonical; else give the file units (ECSV, FITS, VOTable, or name[unit] in CSV)");
        }
        Unit found = Unit.tryParse(column.unit())
                .orElseThrow(() -> new InputError(
                        "the column '" + column.name() + "' has the unit '" + column.unit() + "', which is not known",
                        file.toString(),
                        "Correct the file; it should be convertible to " + canonical.canonicalText()));
        if (!found.convertsTo(canonical)) {
            throw new InputError(
                    "the column '" + column.name() + "' has the unit '" + column.unit()
                            + "', which cannot be converted to '" + canonical.canonicalText() + "'",
                    file.toString(),
                    "Check the column");
        }
        return found.factorTo(canonical);
    }
}
