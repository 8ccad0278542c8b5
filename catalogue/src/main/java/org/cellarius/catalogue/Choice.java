package org.cellarius.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A named value that the user chooses. */
public final class Choice {

    private Choice() {}

    /**
     * The value of a name, or an error with the nearest name and all of them.
     *
     * @param kind what is chosen, for the message
     * @param word the name given
     * @param all what can be chosen
     * @param name the names of those
     * @param place where the name was given
     */
    public static <T> T of(String kind, String word, List<T> all, Function<T, String> name, String place) {
        List<String> names = all.stream().map(name).toList();
        return all.stream()
                .filter(v -> name.apply(v).equals(word))
                .findFirst()
                .orElseThrow(() -> new InputError(
                        "there is no " + kind + " named '" + word + "'" + NearestWord.question(names, word),
                        place,
                        "Choose one of: " + String.join(", ", names)));
    }

    /** The name of an enumeration's value as users write it: lower case, with hyphens. */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
