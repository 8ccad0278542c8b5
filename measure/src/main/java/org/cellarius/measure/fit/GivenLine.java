package org.cellarius.measure.fit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a user says of a line fit, on the command line or in a study.
 *
 * @param method the word of the method
 * @param values what stands under a setting: one word, or the elements of a list; empty where it is not given
 * @param priors as {@link PriorText} reads them, by the name of their parameter
 * @param placeOf where a setting stands, by its word, or {@code method}: {@code --steps}, or file, line and column of a study
 */
public record GivenLine(
        String method,
        Function<LineSetting, List<String>> values,
        Map<String, String> priors,
        Function<String, String> placeOf) {

    /** A method and nothing else. */
    public static GivenLine plain(String method, String place) {
        return new GivenLine(method, setting -> List.of(), Map.of(), word -> place);
    }

    /** Elements of a list that is written as one word: {@code 1,5,9}. */
    public static List<String> listed(String text) {
        return List.of(text.replace("[", "").replace("]", "").split(",", -1));
    }

    boolean has(LineSetting setting) {
        return setting == LineSetting.PRIOR
                ? !priors.isEmpty()
                : !values.apply(setting).isEmpty();
    }

    String place(LineSetting setting) {
        return placeOf.apply(setting.word());
    }

    Set<String> named() {
        return new TreeSet<>(priors.keySet());
    }
}
