package org.cellarius.catalogue.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.unit.Unit;

/**
 * A first row that looks like the units of the columns: read as a row it makes text of columns that hold numbers everywhere below.
 *
 * @param words of the row
 * @param below what the columns are without it
 */
record UnitsRow(List<String> words, List<TypeGuess> below) {

    /** Sees a first row; gives something only if all its words are units, dashes or nothing. */
    static Optional<UnitsRow> of(List<String> words) {
        List<String> bare = words.stream().map(UnitsRow::bare).toList();
        boolean units = bare.stream().allMatch(w -> w.isEmpty() || isUnit(w))
                && bare.stream().anyMatch(UnitsRow::isUnit);
        if (!units) {
            return Optional.empty();
        }
        var below = new ArrayList<TypeGuess>();
        words.forEach(w -> below.add(new TypeGuess()));
        return Optional.of(new UnitsRow(List.copyOf(words), below));
    }

    private static boolean isUnit(String word) {
        return NumberText.kindOf(word) == NumberText.Kind.WORD
                && Unit.tryParse(word).isPresent();
    }

    private static String bare(String word) {
        String text = word.strip();
        boolean brackets = (text.startsWith("[") && text.endsWith("]")) || (text.startsWith("(") && text.endsWith(")"));
        String inside = brackets ? text.substring(1, text.length() - 1) : text;
        return MissingWords.inNumbers(inside) ? "" : inside;
    }

    /** What is to be said, if columns are text because of this row alone. */
    Optional<String> note(List<String> names, List<TypeGuess> whole) {
        List<Integer> spoiled = IntStream.range(0, words.size())
                .filter(k -> whole.get(k).type() == ColumnType.TEXT
                        && !below.get(k).isEmpty()
                        && below.get(k).type() != ColumnType.TEXT
                        && below.get(k).type() != ColumnType.BOOLEAN)
                .boxed()
                .toList();
        return spoiled.isEmpty()
                ? Optional.empty()
                : Optional.of("the first row looks like units ("
                        + words.stream()
                                .map(String::strip)
                                .filter(w -> !w.isEmpty())
                                .limit(5)
                                .collect(Collectors.joining(", "))
                        + (words.size() > 5 ? ", …" : "") + "); it is read as a row and makes text of "
                        + spoiled.stream().limit(10).map(names::get).collect(Collectors.joining(", "))
                        + (spoiled.size() > 10 ? ", …" : "") + ". Write units behind the names, "
                        + names.get(spoiled.getFirst()) + "[" + bare(words.get(spoiled.getFirst()))
                        + "], and remove the row");
    }
}
