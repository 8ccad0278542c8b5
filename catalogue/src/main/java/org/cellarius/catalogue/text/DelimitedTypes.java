package org.cellarius.catalogue.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.cellarius.catalogue.ColumnType;

/**
 * The types of the columns of delimited text: declared, or found out over the whole file, so that a late word does not break the run.
 *
 * @param types one for every column
 * @param rows how many rows the file holds, if it was read
 * @param signs the places of columns in which a lone dash is a sign
 * @param notes what must be said of columns
 */
record DelimitedTypes(List<ColumnType> types, OptionalLong rows, Set<Integer> signs, List<String> notes) {
    DelimitedTypes {
        types = List.copyOf(types);
        notes = List.copyOf(notes);
    }

    /** Reads the file from end to end where a type is not declared. */
    static DelimitedTypes of(DelimitedHead head) {
        List<Optional<ColumnType>> declared = head.declaredTypes();
        if (declared.stream().allMatch(Optional::isPresent)) {
            return new DelimitedTypes(
                    declared.stream().map(Optional::orElseThrow).toList(), OptionalLong.empty(), Set.of(), List.of());
        }
        var guesses = new ArrayList<TypeGuess>();
        head.names().forEach(name -> guesses.add(new TypeGuess()));
        long rows = 0;
        try (DelimitedRecords records = new DelimitedRecords(head)) {
            while (records.next()) {
                for (int k = 0; k < guesses.size(); k++) {
                    look(records, k, guesses.get(k));
                }
                rows++;
            }
        }
        var types = new ArrayList<ColumnType>();
        for (int k = 0; k < guesses.size(); k++) {
            types.add(declared.get(k).orElse(guesses.get(k).type()));
        }
        return new DelimitedTypes(
                types, OptionalLong.of(rows), TypeGuess.signs(guesses), TypeGuess.notes(head.names(), guesses));
    }

    private static void look(DelimitedRecords records, int field, TypeGuess guess) {
        if (!guess.isText() && !guess.seeDigits(records.bytes(), records.start(field), records.end(field))) {
            guess.see(records.text(field).strip());
        }
    }
}
