package org.cellarius.catalogue.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFormat;

/** Whitespace-separated text, first pass: names, types and the number of rows. */
public final class WhitespaceTables {
    private static final int COMMENTS_KEPT = 100;

    private final Path path;
    private final List<String> comments = new ArrayList<>();

    private WhitespaceTables(Path path) {
        this.path = path;
    }

    /** Opens a file by reading it once from end to end. */
    public static StreamedTable open(Path path, boolean gzipped) {
        return new WhitespaceTables(path).scan(gzipped);
    }

    private StreamedTable scan(boolean gzipped) {
        List<String> words = new ArrayList<>();
        try (TextLines lines = new TextLines(path, gzipped)) {
            String first = nextData(lines, true).orElseThrow(this::noNames);
            int firstNumber = lines.number();
            WhitespaceWords.split(first, words);
            List<String> firstWords = List.copyOf(words);
            Optional<List<String>> inComment = namesInComments(firstWords.size());
            boolean firstIsHeader = hasNoNumber(firstWords);
            Optional<String> second = nextData(lines, false);
            if (inComment.isPresent() && (!firstIsHeader || commentIsLast(inComment.get()))) {
                return finish(
                        gzipped, lines, inComment.get(), firstNumber - 1, Optional.of(first), firstNumber, second);
            }
            if (!firstIsHeader) {
                throw noNames();
            }
            return finish(gzipped, lines, firstWords, firstNumber, Optional.empty(), firstNumber, second);
        }
    }

    private StreamedTable finish(
            boolean gzipped,
            TextLines lines,
            List<String> written,
            int skip,
            Optional<String> first,
            int firstNumber,
            Optional<String> second) {
        HeaderNames names = HeaderNames.of(path, written);
        List<TypeGuess> guesses = new ArrayList<>();
        written.forEach(name -> guesses.add(new TypeGuess()));
        List<String> words = new ArrayList<>();
        long rows = 0;
        if (first.isPresent()) {
            see(first.get(), firstNumber, words, guesses);
            rows++;
        }
        for (Optional<String> line = second; line.isPresent(); line = nextData(lines, false)) {
            see(line.get(), lines.number(), words, guesses);
            rows++;
        }
        List<ColumnDescription> columns = new ArrayList<>();
        for (int i = 0; i < guesses.size(); i++) {
            columns.add(new ColumnDescription(
                    names.names().get(i), guesses.get(i).type(), names.units().get(i), ""));
        }
        return new StreamedTable(
                path,
                TableFormat.TEXT,
                columns,
                OptionalLong.of(rows),
                List.of(),
                List.of(),
                indices -> new WhitespaceReader(path, gzipped, skip, columns, indices));
    }

    private void see(String line, int number, List<String> words, List<TypeGuess> guesses) {
        WhitespaceWords.split(line, words);
        requireWidth(path, number, words.size(), guesses.size());
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
            if (isComment(text)) {
                if (keepComments) {
                    comments.add(text.stripLeading().substring(1));
                    if (comments.size() > COMMENTS_KEPT) {
                        comments.removeFirst();
                    }
                }
            } else if (!text.isBlank()) {
                return line;
            }
        }
        return Optional.empty();
    }

    static boolean isComment(String line) {
        return line.stripLeading().startsWith("#");
    }

    /** The last comment line with as many words as the data, if those are not numbers. */
    private Optional<List<String>> namesInComments(int width) {
        List<String> words = new ArrayList<>();
        for (String comment : comments.reversed()) {
            WhitespaceWords.split(comment, words);
            if (words.size() == width && hasNoNumber(words) && !isRule(comment)) {
                return Optional.of(List.copyOf(words));
            }
        }
        return Optional.empty();
    }

    /** Whether the names stand in the last comment line that says anything. */
    private boolean commentIsLast(List<String> names) {
        List<String> words = new ArrayList<>();
        for (String comment : comments.reversed()) {
            if (!isRule(comment)) {
                WhitespaceWords.split(comment, words);
                return words.equals(names);
            }
        }
        return false;
    }

    private static boolean isRule(String comment) {
        return comment.chars().noneMatch(Character::isLetterOrDigit);
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
