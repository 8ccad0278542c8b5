package org.cellarius.catalogue.survey;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the columns of one published table mean.
 *
 * @param name what studies call it: {@code apogee-dr17-allstar}
 * @param title longer name, for reports
 * @param citation the paper to cite, with its bibcode
 * @param epochYear epoch of its positions, Julian years; empty where there are none or the table does not say
 * @param caution what whoever uses it must be told each time; empty where there is nothing
 * @param sources where the dictionary's facts are from
 * @param recognisedBy sets of the file's columns: a table that has all of one set is this one
 * @param needed sets of the file's columns: a table without all of one set is refused; usually fewer than for recognising
 * @param columns canonical columns, in order
 * @param flags flags with named bits or characters
 * @param text the YAML, which is its documentation
 */
public record SurveyDictionary(
        String name,
        String title,
        String citation,
        Optional<Double> epochYear,
        Optional<String> caution,
        List<String> sources,
        List<Set<String>> recognisedBy,
        List<Set<String>> needed,
        List<SurveyColumn> columns,
        List<SurveyFlags> flags,
        String text) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*");

    public SurveyDictionary {
        sources = List.copyOf(sources);
        recognisedBy = recognisedBy.stream().map(Set::copyOf).toList();
        needed = needed.stream().map(Set::copyOf).toList();
        columns = List.copyOf(columns);
        flags = List.copyOf(flags);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("the survey '" + name
                    + "' needs a name of small letters, digits, '-' and '_', beginning with a letter");
        }
        if (title.isBlank() || citation.isBlank()) {
            throw new IllegalArgumentException("the survey '" + name + "' needs a title and a citation");
        }
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("the survey '" + name + "' must say where its facts are from");
        }
        if (recognisedBy.isEmpty() || recognisedBy.stream().anyMatch(Set::isEmpty)) {
            throw new IllegalArgumentException("the survey '" + name + "' must say by which columns it is recognised");
        }
        if (needed.isEmpty() || needed.stream().anyMatch(Set::isEmpty)) {
            throw new IllegalArgumentException("the survey '" + name + "' must say which columns it needs");
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("the survey '" + name + "' has no columns");
        }
        if (epochYear.isPresent() && !(epochYear.get() > 1800 && epochYear.get() < 2100)) {
            throw new IllegalArgumentException("an epoch of " + epochYear.get() + " is no Julian year of a catalogue");
        }
        var names = new HashSet<String>();
        columns.forEach(c -> unique(names, c.name()));
        flags.forEach(f -> unique(names, f.names().column()));
    }

    private static void unique(Set<String> names, String name) {
        if (!names.add(name)) {
            throw new IllegalArgumentException("the column '" + name + "' stands twice");
        }
    }

    /** The names that its columns have in the star table, those of flags behind. */
    public List<String> starColumns() {
        var names = new java.util.ArrayList<String>();
        columns.forEach(c -> names.add(c.name()));
        flags.forEach(f -> names.add(f.names().column()));
        return names;
    }

    /** What of it a table with these columns has. */
    public SurveyMatch match(List<String> fileColumns) {
        Set<String> there = new HashSet<>();
        fileColumns.forEach(c -> there.add(c.toLowerCase(Locale.ROOT)));
        return SurveyMatch.of(this, there);
    }
}
