package org.cellarius.app;

import java.util.List;
import java.util.function.Function;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.NearestWord;

/** A named value that the user chooses. */
final class Choice {

    private Choice() {}

    /** The value of that name, or an error with the nearest name and all of them. */
    static <T> T of(String kind, String word, List<T> all, Function<T, String> name, String option) {
        List<String> names = all.stream().map(name).toList();
        return all.stream()
                .filter(v -> name.apply(v).equals(word))
                .findFirst()
                .orElseThrow(() -> new InputError(
                        "there is no " + kind + " named '" + word + "'"
                                + NearestWord.in(names, word)
                                        .map(n -> "; did you mean '" + n + "'?")
                                        .orElse(""),
                        option,
                        "Choose one of: " + String.join(", ", names)));
    }
}
