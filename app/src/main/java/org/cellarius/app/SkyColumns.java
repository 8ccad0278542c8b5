package org.cellarius.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.ColumnList;
import org.cellarius.engine.PlaceColumns;
import org.cellarius.engine.PlaceColumns.Motion;
import org.cellarius.engine.ScaledColumn;
import org.cellarius.galaxy.frame.Epochs;
import picocli.CommandLine.Option;

/** Which columns tell where the stars of two tables are, and when. */
final class SkyColumns {

    /** The table whose stars are carried to the epoch of the other one. */
    enum Moved {
        A,
        B
    }

    private static final List<String> POSITION = List.of("ra", "dec");
    private static final List<String> MOTION = List.of("pmra", "pmdec");

    @Option(
            names = "--a-columns",
            paramLabel = "NAME=COLUMN",
            split = ",",
            description =
                    "A's columns where they have other names, for example ra=RAJ2000,dec=DEJ2000; also pmra, pmdec.")
    private Map<String, String> columnsOfA = new LinkedHashMap<>();

    @Option(names = "--b-columns", paramLabel = "NAME=COLUMN", split = ",", description = "The same of B.")
    private Map<String, String> columnsOfB = new LinkedHashMap<>();

    @Option(
            names = "--epochs",
            paramLabel = "YEAR,YEAR",
            description =
                    "Epochs of the positions of A and of B, Julian years: 2000,2016. The table that has pmra pmdec is first carried to the other's epoch, along the tangent; rows without stay where they are, and moved_to_epoch tells so.")
    private Optional<String> epochs = Optional.empty();

    @Option(
            names = "--moved",
            paramLabel = "a|b",
            description = "With --epochs: which table is carried to the other's epoch, where both have pmra pmdec.")
    private Optional<Moved> moved = Optional.empty();

    /** Refuses what can be refused before any table is read. */
    void check() {
        check(columnsOfA, "--a-columns");
        check(columnsOfB, "--b-columns");
        if (moved.isPresent() && epochs.isEmpty()) {
            throw new InputError(
                    "--moved without --epochs", "--moved", "Say the epochs, for example --epochs 2000,2016");
        }
        epochs.ifPresent(SkyColumns::years);
    }

    private static void check(Map<String, String> columns, String option) {
        for (Map.Entry<String, String> column : columns.entrySet()) {
            if (!POSITION.contains(column.getKey()) && !MOTION.contains(column.getKey())) {
                throw new InputError(
                        "'" + column.getKey() + "' is not a column of a match",
                        option,
                        "Name ra, dec, pmra or pmdec, for example " + option + " ra=RAJ2000,dec=DEJ2000");
            }
        }
    }

    /** The columns that tell the places of A and of B and, for one of them, its motion; tells which units were taken for granted. */
    List<PlaceColumns> places(TableInput input, ColumnList a, Path fileOfA, ColumnList b, Path fileOfB) {
        var assumed = new LinkedHashMap<Path, Set<String>>();
        List<PlaceColumns> places = places(
                new TableSide(input, a, fileOfA, columnsOfA, assumed),
                new TableSide(input, b, fileOfB, columnsOfB, assumed));
        if (!assumed.isEmpty()) {
            System.err.println("note: these columns have no unit and are taken to be "
                    + assumed.entrySet().stream()
                            .map(e -> String.join(", ", e.getValue()) + " (" + e.getKey() + ")")
                            .collect(Collectors.joining(", ")));
        }
        return places;
    }

    private List<PlaceColumns> places(TableSide sideA, TableSide sideB) {
        if (epochs.isEmpty()) {
            return List.of(sideA.still(), sideB.still());
        }
        Epochs forth = years(epochs.get());
        return switch (chosen(sideA, sideB)) {
            case A -> List.of(sideA.moving(forth), sideB.still());
            case B -> List.of(sideA.still(), sideB.moving(forth.back()));
        };
    }

    private Moved chosen(TableSide a, TableSide b) {
        if (moved.isPresent()) {
            return moved.get();
        }
        if (a.hasMotion() == b.hasMotion()) {
            throw new InputError(
                    a.hasMotion()
                            ? "both tables have pmra and pmdec, and only one is carried to the other's epoch"
                            : "neither table has pmra and pmdec, and positions cannot be carried to another epoch",
                    "--epochs",
                    a.hasMotion()
                            ? "Say --moved a or --moved b"
                            : "Name the columns with --a-columns or --b-columns, or leave --epochs out and take a larger radius");
        }
        return a.hasMotion() ? Moved.A : Moved.B;
    }

    private static Epochs years(String text) {
        String[] years = text.split(",", -1);
        try {
            if (years.length == 2) {
                return new Epochs(Double.parseDouble(years[0].strip()), Double.parseDouble(years[1].strip()));
            }
        } catch (NumberFormatException e) {
            throw wrong(text).withCause(e);
        } catch (IllegalArgumentException e) {
            throw new InputError(String.valueOf(e.getMessage()), "--epochs", "Correct it").withCause(e);
        }
        throw wrong(text);
    }

    private static InputError wrong(String text) {
        return new InputError(
                "'" + text + "' is not a pair of epochs", "--epochs", "Write those of A and B, for example 2000,2016");
    }

    /** A table with its own names of columns. */
    private record TableSide(
            TableInput input, ColumnList table, Path file, Map<String, String> names, Map<Path, Set<String>> assumed) {

        boolean hasMotion() {
            return MOTION.stream().allMatch(name -> table.find(named(name)).isPresent());
        }

        PlaceColumns still() {
            return new PlaceColumns(scaled("ra"), scaled("dec"), Optional.empty());
        }

        PlaceColumns moving(Epochs epochs) {
            ScaledColumn ra = scaled("ra");
            ScaledColumn dec = scaled("dec");
            var motion = new Motion(scaled("pmra"), scaled("pmdec"), epochs);
            return new PlaceColumns(ra, dec, Optional.of(motion));
        }

        private ScaledColumn scaled(String name) {
            return input.scaledOrCanonical(
                    table,
                    named(name),
                    name,
                    file,
                    column -> assumed.computeIfAbsent(file, f -> new LinkedHashSet<>())
                            .add(column));
        }

        private String named(String name) {
            return names.getOrDefault(name, name);
        }
    }
}
