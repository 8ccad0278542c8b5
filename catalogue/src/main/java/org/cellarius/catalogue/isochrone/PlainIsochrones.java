package org.cellarius.catalogue.isochrone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.ParquetTable;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.catalogue.unit.Unit;

/**
 * A plain table with the columns {@code age} (Gyr), {@code feh}, {@code mass} (solar masses), {@code alpha_fe} where it has one, and a column for each
 * observable: any table that this program reads, the rows of an isochrone one after the other in order of mass.
 */
final class PlainIsochrones {

    private static final List<String> AGE = List.of("age", "age_gyr");
    private static final List<String> IRON = List.of("feh", "fe_h", "[fe/h]");
    private static final List<String> ALPHA = List.of("alpha_fe", "afe", "[alpha/fe]", "alpha");
    private static final List<String> MASS = List.of("mass", "mass_initial", "m_ini");

    private final Path path;
    private final List<ColumnDescription> columns;
    private final double[][] numbers;
    private final List<String> notes;

    private PlainIsochrones(StreamedTable table) {
        path = table.path();
        columns = table.columns().stream()
                .filter(c -> c.type() == ColumnType.DOUBLE || c.type() == ColumnType.LONG)
                .toList();
        numbers = numbers(table, columns);
        notes = table.notes();
    }

    static IsochroneTable read(Path path) {
        return switch (TableFile.open(path, TableSelection.automatic())) {
            case StreamedTable table -> new PlainIsochrones(table).table();
            case ParquetTable table ->
                throw new InputError(
                        "isochrones are not read from Parquet", path.toString(), "Give them as CSV or FITS");
        };
    }

    private IsochroneTable table() {
        double[] age = scaled(required(AGE, "the age in Gyr"), "Gyr");
        double[] iron = numbers[required(IRON, "[Fe/H] at birth")];
        double[] mass = scaled(required(MASS, "the mass at birth in solar masses"), "Msun");
        OptionalInt alphaColumn = find(ALPHA);
        double[] alpha = alphaColumn.isPresent() ? numbers[alphaColumn.getAsInt()] : new double[age.length];
        List<double[]> given = List.of(age, iron, mass, alpha);
        int[] others = IntStream.range(0, columns.size())
                .filter(k -> given.stream().noneMatch(g -> g == numbers[k]))
                .toArray();
        var names = new ArrayList<>(List.of("mass"));
        Arrays.stream(others).forEach(k -> names.add(columns.get(k).name()));
        var isochrones = new ArrayList<IsochroneRows>();
        int from = 0;
        for (int i = 1; i <= age.length; i++) {
            if (i == age.length || age[i] != age[from] || iron[i] != iron[from] || alpha[i] != alpha[from]) {
                isochrones.add(rows(from, i, age, iron, alpha, mass, others));
                from = i;
            }
        }
        return new IsochroneTable("table", Optional.empty(), names, isochrones, notes);
    }

    private IsochroneRows rows(
            int from, int to, double[] age, double[] iron, double[] alpha, double[] mass, int[] others) {
        var own = new ArrayList<double[]>();
        own.add(Arrays.copyOfRange(mass, from, to));
        for (int k : others) {
            own.add(Arrays.copyOfRange(numbers[k], from, to));
        }
        return new IsochroneRows(age[from], iron[from], alpha[from], own);
    }

    private OptionalInt find(List<String> names) {
        return IntStream.range(0, columns.size())
                .filter(k -> names.contains(columns.get(k).name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private int required(List<String> names, String what) {
        return find(names)
                .orElseThrow(() -> new InputError(
                        "a table of isochrones needs a column '" + names.getFirst() + "', " + what + "; there are "
                                + String.join(
                                        ", ",
                                        columns.stream()
                                                .map(ColumnDescription::name)
                                                .toList()),
                        path.toString(),
                        "Rename its column, or check the file: docs/guide/isochrones.md tells which files are read"));
    }

    /** A column in a unit; without a unit of its own it has that one. */
    private double[] scaled(int column, String unit) {
        String written = columns.get(column).unit();
        if (!written.isBlank()) {
            Unit own = Unit.tryParse(written).orElseThrow(() -> wrongUnit(column, unit));
            if (!own.convertsTo(Unit.parse(unit))) {
                throw wrongUnit(column, unit);
            }
            double factor = own.factorTo(Unit.parse(unit));
            for (int i = 0; i < numbers[column].length; i++) {
                numbers[column][i] *= factor;
            }
        }
        return numbers[column];
    }

    private InputError wrongUnit(int column, String unit) {
        return new InputError(
                "the column '" + columns.get(column).name() + "' is in '"
                        + columns.get(column).unit() + "', which is no multiple of " + unit,
                path.toString(),
                "Correct the unit");
    }

    private static double[][] numbers(StreamedTable table, List<ColumnDescription> columns) {
        double[][] all = new double[columns.size()][1024];
        int filled = 0;
        List<String> names = columns.stream().map(ColumnDescription::name).toList();
        try (BlockReader reader = table.read(names)) {
            for (int rows = reader.next(); rows > 0; rows = reader.next()) {
                for (int k = 0; k < all.length; k++) {
                    if (filled + rows > all[k].length) {
                        all[k] = Arrays.copyOf(all[k], 2 * (filled + rows));
                    }
                    for (int i = 0; i < rows; i++) {
                        all[k][filled + i] = number(reader.column(k), i);
                    }
                }
                filled += rows;
            }
        }
        for (int k = 0; k < all.length; k++) {
            all[k] = Arrays.copyOf(all[k], filled);
        }
        return all;
    }

    private static double number(ColumnBuffer column, int i) {
        return switch (column) {
            case ColumnBuffer.Doubles d -> d.values()[i];
            case ColumnBuffer.Longs l -> l.missing()[i] ? Double.NaN : l.values()[i];
            case ColumnBuffer.Booleans b -> Double.NaN;
            case ColumnBuffer.Texts t -> Double.NaN;
        };
    }
}
