package org.cellarius.study.draft;

import java.util.LinkedHashSet;
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
 * @param contents what its values tell
 * @param columns those recognised by their usual names, where no dictionary does
 * @param left columns of the file that the draft does not take
 */
record DraftTable(
        String name,
        GivenTable file,
        long rows,
        Optional<SurveyMatch> survey,
        Contents contents,
        List<DraftColumn> columns,
        List<String> left) {
    DraftTable {
        columns = List.copyOf(columns);
        left = List.copyOf(left);
    }

    boolean has(String column) {
        return names().contains(column);
    }

    boolean hasAll(String... wanted) {
        return names().containsAll(List.of(wanted));
    }

    /** The star-table columns that hold something, in their order. */
    Set<String> names() {
        var names = new LinkedHashSet<String>();
        columns.forEach(c -> names.add(c.name()));
        survey.ifPresent(s -> s.columns().forEach(c -> names.add(c.name())));
        names.removeAll(contents.empty());
        return names;
    }
}
