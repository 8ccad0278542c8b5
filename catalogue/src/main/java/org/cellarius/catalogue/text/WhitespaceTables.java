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

/** Whitespace-separated text, first pass: names, types and the number of rows. */
public final class WhitespaceTables {
    private static final int COMMENTS_KEPT = 100;

    private final Path path;
    private final List<String> comments = new ArrayList<>();

    private final Separation separation;

    private WhitespaceTables(Path path, Separation separation) {
        this.path = path;
        this.separation = separation;
    }

    /** Opens a file by reading it once from end to end. */
    public static StreamedTable open(Path path, boolean gzipped) {
        return new WhitespaceTables(path, Separation.of(path, gzipped)).scan(gzipped);
    }

    private StreamedTable scan(boolean gzipped) {
        List<String> words = new ArrayList<>();
        try (TextLines lines = new TextLines(path, gzipped)) {
            String first = nextData(lines, true).orElseThrow(this::noNames);
            int firstNumber = lines.number();
            separation.split(first, words);
            List<String> firstWords = List.copyOf(words);
            Optional<String> second = nextData(lines, false);
            if (isHeader(firstWords, second)) {
                return finish(
                        gzipped, lines, HeaderNames.of(firstWords), firstNumber, Optional.empty(), firstNumber, second);
            }
            CommentNames.Found found = CommentNames.in(path, comments, firstWords.size(), separation)
                    .orElseThrow(this::noNames);
            HeaderNames names = HeaderNames.of(found.names()).withUnits(found.units());
            return finish(gzipped, lines, names, firstNumber - 1, Optional.of(first), firstNumber, second);
        }
    }

    /**
     * A first line of words above a line with numbers is the header, whatever the comments say; where neither has numbers, names in
     * the comment just before the data come first.
     */
    private boolean isHeader(List<String> first, Optional<String> second) {
        if (!hasNoNumber(first) || first.stream().anyMatch(MissingWords::inNumbers)) {
            return false;
        }
        List<String> words = new ArrayList<>();
        second.ifPresent(line -> separation.split(line, words));
        boolean numbersBelow = words.size() == first.size() && !hasNoNumber(words);
        return numbersBelow
                || comments.isEmpty()
                || CommentNames.in(path, comments, first.size(), separation)
                        .filter(CommentNames.Found::last)
                        .isEmpty();
    }

    private StreamedTable finish(
            boolean gzipped,
            TextLines lines,
            HeaderNames names,
            int skip,
            Optional<String> first,
            int firstNumber,
            Optional<String> second) {
        List<TypeGuess> guesses = new ArrayList<>();
        names.names().forEach(name -> guesses.add(new TypeGuess()));
        List<String> words = new ArrayList<>();
        long rows = 0;
        Optional<UnitsRow> units = Optional.empty();
        if (first.isPresent()) {
            see(first.get(), firstNumber, words, guesses);
            units = UnitsRow.of(words);
            rows++;
        }
        for (Optional<String> line = second; line.isPresent(); line = nextData(lines, false)) {
            see(line.get(), lines.number(), words, guesses);
            if (rows == 0) {
                units = UnitsRow.of(words);
            } else {
                units.ifPresent(u -> see(words, u.below()));
            }
            rows++;
        }
        List<ColumnDescription> columns = new ArrayList<>();
        for (int i = 0; i < guesses.size(); i++) {
            columns.add(new ColumnDescription(
                    names.names().get(i), guesses.get(i).type(), names.units().get(i), ""));
        }
        Set<Integer> signs = TypeGuess.signs(guesses);
        KeptColumns kept = KeptColumns.of(names.names(), k -> guesses.get(k).isEmpty());
        return new StreamedTable(
                        path,
                        TableFormat.TEXT,
                        kept.of(columns.stream()),
                        OptionalLong.of(rows),
                        kept.leftOut(),
                        List.of(),
                        kept.rows(indices ->
                                new WhitespaceReader(path, gzipped, skip, separation, columns, signs, indices)))
                .withNotes(Stream.of(
                                kept.notes(names.notes(), columns.size()),
                                units.flatMap(u -> u.note(names.names(), guesses)).stream(),
                                TypeGuess.notes(names.names(), guesses).stream())
                        .flatMap(notes -> notes)
                        .toList());
    }

    private void see(String line, int number, List<String> words, List<TypeGuess> guesses) {
        separation.split(line, words);
        requireWidth(path, number, words.size(), guesses.size());
        see(words, guesses);
    }

    private static void see(List<String> words, List<TypeGuess> guesses) {
        for (int i = 0; i < guesses.size(); i++) {
            guesses.get(i).see(words.get(i));
        }
    }

    static void requireWidth(Path path, int line, int found, int expected) {
        if (found != expected) {
            throw new InputError(
                    "a line has " + found + " words where the header has " + expected,
                    path + ", line " + line,
                    "Put texts with blanks into double quotes and a dash for an empty field");
        }
    }

    /** The next line with data; while the header is looked for, comments on the way are kept. */
    private Optional<String> nextData(TextLines lines, boolean keepComments) {
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            String text = line.get();
            if (Separation.isComment(text)) {
                if (keepComments) {
                    comments.add(text.stripLeading().substring(1));
                    if (comments.size() > COMMENTS_KEPT) {
                        comments.removeFirst();
                    }
                }
            } else if (!separation.isPassedOver(text)) {
                return line;
            }
        }
        return Optional.empty();
    }

    private static boolean hasNoNumber(List<String> words) {
        return words.stream().allMatch(word -> NumberText.kindOf(word) == NumberText.Kind.WORD);
    }

    private InputError noNames() {
        return new InputError(
                "the file has no line of column names",
                path.toString(),
                "Put as many names as there are columns into the line before the data, with or without a # before them");
    }
}
