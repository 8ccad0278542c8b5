package org.cellarius.catalogue.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.catalogue.ColumnType;

/**
 * The types of the columns of delimited text: declared, or found out over the whole file, so that a late word does not break the run.
 *
 * @param types one for every column
 * @param rows how many rows the file holds, if it was read
 * @param ofWords the places of columns that hold words, among which a lone dash is one: a sign, or a name
 * @param notes what must be said of columns
 * @param empty the places of columns without any value, if the file was read
 */
record DelimitedTypes(
        List<ColumnType> types, OptionalLong rows, Set<Integer> ofWords, List<String> notes, Set<Integer> empty) {
    DelimitedTypes {
        types = List.copyOf(types);
        notes = List.copyOf(notes);
    }

    /** Reads the file from end to end where a type is not declared. */
    static DelimitedTypes of(DelimitedHead head) {
        List<Optional<ColumnType>> declared = head.declaredTypes();
        if (declared.stream().allMatch(Optional::isPresent)) {
            return new DelimitedTypes(
                    declared.stream().map(Optional::orElseThrow).toList(),
                    OptionalLong.empty(),
                    places(declared.size(), k -> declared.get(k).equals(Optional.of(ColumnType.TEXT))),
                    List.of(),
                    Set.of());
        }
        var guesses = new ArrayList<TypeGuess>();
        head.names().forEach(name -> guesses.add(new TypeGuess()));
        long rows = 0;
        Optional<UnitsRow> units = Optional.empty();
        try (DelimitedRecords records = new DelimitedRecords(head)) {
            while (records.next()) {
                for (int k = 0; k < guesses.size(); k++) {
                    look(records, k, guesses.get(k));
                }
                if (rows == 0) {
                    units = UnitsRow.of(IntStream.range(0, guesses.size())
                            .mapToObj(records::text)
                            .toList());
                } else if (units.isPresent()) {
                    for (int k = 0; k < guesses.size(); k++) {
                        look(records, k, units.get().below().get(k));
                    }
                }
                rows++;
            }
        }
        var types = new ArrayList<ColumnType>();
        for (int k = 0; k < guesses.size(); k++) {
            types.add(declared.get(k).orElse(guesses.get(k).type()));
        }
        return new DelimitedTypes(
                types,
                OptionalLong.of(rows),
                places(
                        types.size(),
                        k -> types.get(k) == ColumnType.TEXT
                                && (declared.get(k).isPresent()
                                        || guesses.get(k).holdsWords())),
                Stream.concat(
                                units.flatMap(u -> u.note(head.names(), guesses)).stream(),
                                TypeGuess.notes(head.names(), guesses).stream())
                        .toList(),
                places(types.size(), k -> guesses.get(k).isEmpty()));
    }

    private static Set<Integer> places(int count, IntPredicate chosen) {
        return IntStream.range(0, count).filter(chosen).boxed().collect(Collectors.toUnmodifiableSet());
    }

    private static void look(DelimitedRecords records, int field, TypeGuess guess) {
        if (!guess.isText() && !guess.seeDigits(records.bytes(), records.start(field), records.end(field))) {
            guess.see(records.text(field).strip());
        }
    }
}
