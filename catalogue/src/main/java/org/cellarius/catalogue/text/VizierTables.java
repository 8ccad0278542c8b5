package org.cellarius.catalogue.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFormat;

/**
 * The text answer of VizieR (ASU): lines of comment, the names, the units, a rule of dashes, rows with tabs between the fields, and
 * comments again at the end. The first table of an answer is read, up to a blank line behind its rows.
 */
public final class VizierTables {
    private static final int MOST_LINES_BEFORE = 100_000;

    private VizierTables() {}

    /** Opens the file if it is such an answer. */
    public static Optional<StreamedTable> open(Path path, boolean gzipped) {
        List<String> names;
        List<String> units;
        int skip;
        try (TextLines lines = new TextLines(path, gzipped)) {
            Optional<String> first = lines.next();
            while (first.isPresent() && isPassedOver(first.get()) && lines.number() < MOST_LINES_BEFORE) {
                first = lines.next();
            }
            Optional<String> second = lines.next();
            Optional<String> rule = lines.next();
            if (first.isEmpty() || second.isEmpty() || rule.isEmpty() || !isRule(rule.get())) {
                return Optional.empty();
            }
            names = new ArrayList<>(DelimitedLine.split(first.get(), '\t').stream()
                    .map(String::strip)
                    .toList());
            units = DelimitedLine.split(second.get(), '\t');
            skip = lines.number();
        }
        List<String> notes = HeaderNames.nameByPosition(names);
        return Optional.of(table(path, gzipped, skip, names, units, notes));
    }

    static boolean isPassedOver(String line) {
        return line.isBlank() || Separation.isComment(line);
    }

    private static boolean isRule(String line) {
        return line.startsWith("-") && line.chars().allMatch(c -> c == '-' || c == '\t');
    }

    /** The whole file is looked through for the types. */
    private static StreamedTable table(
            Path path, boolean gzipped, int skip, List<String> names, List<String> units, List<String> notes) {
        var guesses = new ArrayList<TypeGuess>();
        names.forEach(name -> guesses.add(new TypeGuess()));
        long rows = 0;
        try (TextLines lines = new TextLines(path, gzipped)) {
            skip(lines, skip);
            for (Optional<List<String>> fields = fields(lines, path, names.size());
                    fields.isPresent();
                    fields = fields(lines, path, names.size())) {
                for (int k = 0; k < guesses.size(); k++) {
                    guesses.get(k).see(fields.get().get(k));
                }
                rows++;
            }
        }
        var columns = new ArrayList<ColumnDescription>();
        for (int k = 0; k < names.size(); k++) {
            columns.add(new ColumnDescription(
                    names.get(k),
                    guesses.get(k).type(),
                    k < units.size() ? units.get(k).strip() : "",
                    ""));
        }
        Set<Integer> signs = TypeGuess.signs(guesses);
        KeptColumns kept = KeptColumns.of(names, k -> guesses.get(k).isEmpty());
        return new StreamedTable(
                        path,
                        TableFormat.TSV,
                        kept.of(columns.stream()),
                        OptionalLong.of(rows),
                        kept.leftOut(),
                        List.of(),
                        kept.rows(indices -> new VizierReader(path, gzipped, skip, columns, signs, indices)))
                .withNotes(Stream.concat(kept.notes(notes, names.size()), TypeGuess.notes(names, guesses).stream())
                        .toList());
    }

    static void skip(TextLines lines, int count) {
        while (lines.number() < count && lines.next().isPresent()) {}
    }

    /** The fields of the next row, blanks around them off; empty at the end of the table. */
    static Optional<List<String>> fields(TextLines lines, Path path, int width) {
        Optional<String> line = lines.next();
        while (line.isPresent() && Separation.isComment(line.get())) {
            line = lines.next();
        }
        if (line.isEmpty() || line.get().isBlank()) {
            return Optional.empty();
        }
        List<String> fields = DelimitedLine.split(line.get(), '\t').stream()
                .map(String::strip)
                .toList();
        if (fields.size() != width) {
            throw new InputError(
                    "a line has " + fields.size() + " values where " + width + " are expected",
                    path + ", line " + lines.number(),
                    "Mend or remove the line");
        }
        return Optional.of(fields);
    }
}
