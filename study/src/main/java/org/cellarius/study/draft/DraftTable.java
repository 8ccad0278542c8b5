package org.cellarius.study.draft;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cellarius.catalogue.survey.SurveyMatch;

/**
 * A table of a draft.
 *
 * @param name of the catalogue in the study
 * @param file what is said of it
 * @param rows its rows
 * @param survey the dictionary that recognises it
 * @param empty columns of the dictionary that hold nothing in this file
 * @param farKpc how far its stars reach, the 98th percentile of their distances, kpc; NaN where that is not known
 * @param columns those recognised by their usual names, where no dictionary does
 * @param left columns of the file that the draft does not take
 */
record DraftTable(
        String name,
        GivenTable file,
        long rows,
        Optional<SurveyMatch> survey,
        Set<String> empty,
        double farKpc,
        List<DraftColumn> columns,
        List<String> left) {
    DraftTable {
        empty = Set.copyOf(empty);
        columns = List.copyOf(columns);
        left = List.copyOf(left);
    }

    boolean has(String column) {
        return names().contains(column);
    }

    boolean hasAll(String... wanted) {
        return names().containsAll(List.of(wanted));
    }

    private Set<String> names() {
        var names = new HashSet<String>();
        columns.forEach(c -> names.add(c.name()));
        survey.ifPresent(s -> s.columns().forEach(c -> names.add(c.name())));
        names.removeAll(empty);
        return names;
    }
}
