package org.cellarius.catalogue.survey;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cellarius.catalogue.survey.SurveyColumn.Origin;

/**
 * What of a dictionary a table has. Upper and lower case of the table's columns are one.
 *
 * @param dictionary the dictionary
 * @param recognised whether the table has all columns of one of the sets that it is recognised by
 * @param missing what the table lacks of the columns that the dictionary needs; empty if it fits
 * @param columns the dictionary's columns that the table has
 * @param flags the dictionary's flags that the table has
 */
public record SurveyMatch(
        SurveyDictionary dictionary,
        boolean recognised,
        List<String> missing,
        List<SurveyColumn> columns,
        List<SurveyFlags> flags) {
    public SurveyMatch {
        missing = List.copyOf(missing);
        columns = List.copyOf(columns);
        flags = List.copyOf(flags);
    }

    static SurveyMatch of(SurveyDictionary dictionary, Set<String> there) {
        return new SurveyMatch(
                dictionary,
                dictionary.recognisedBy().stream()
                        .anyMatch(s -> lacking(s, there).isEmpty()),
                dictionary.needed().stream()
                        .map(s -> lacking(s, there))
                        .min(Comparator.comparingInt(List::size))
                        .orElse(List.of()),
                dictionary.columns().stream()
                        .filter(c -> has(c.origin(), there))
                        .toList(),
                dictionary.flags().stream()
                        .filter(f -> f.spellings().stream().anyMatch(s -> there.contains(folded(s))))
                        .toList());
    }

    private static boolean has(Origin origin, Set<String> there) {
        return switch (origin) {
            case Origin.Spelled o -> o.spellings().stream().anyMatch(s -> there.contains(folded(s)));
            case Origin.Computed o -> o.needs().stream().allMatch(s -> there.contains(folded(s)));
        };
    }

    private static List<String> lacking(Set<String> wanted, Set<String> there) {
        return wanted.stream().filter(w -> !there.contains(folded(w))).sorted().toList();
    }

    /** The first spelling that is among a table's columns, as the table writes it. */
    public static Optional<String> spelled(List<String> spellings, List<String> fileColumns) {
        Map<String, String> written = fileColumns.stream()
                .collect(Collectors.toMap(
                        SurveyMatch::folded, Function.identity(), (first, second) -> first, TreeMap::new));
        return spellings.stream()
                .map(s -> fileColumns.contains(s) ? Optional.of(s) : Optional.ofNullable(written.get(folded(s))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** How many of the dictionary's columns and flags the table has. */
    public int found() {
        return columns.size() + flags.size();
    }

    /** How many the dictionary has. */
    public int all() {
        return dictionary.columns().size() + dictionary.flags().size();
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
