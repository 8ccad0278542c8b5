package org.cellarius.study.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.study.CatalogueSource.Identifiers;
import org.cellarius.study.CatalogueSource.Join;
import org.cellarius.study.CatalogueSource.Unmatched;

/** The section {@code join} of a catalogue: one join, or a list of them, one after the other. */
final class JoinReader {

    private JoinReader() {}

    static List<Join> joins(Section catalogue) {
        var joins = new ArrayList<Join>();
        Set<String> names = new HashSet<>();
        for (Section j : catalogue.oneOrMore("join")) {
            // Only 'vary' asks for the name, on its way through the document.
            j.optionalText("name").filter(name -> !names.add(name)).ifPresent(name -> {
                throw new InputError(
                        "two joins of one catalogue are called '" + name + "'",
                        j.place("name").toString(),
                        "Give each a name of its own, or none");
            });
            joins.add(new Join(
                    CatalogueReader.file(j),
                    j.text("on"),
                    j.choiceOr(
                            "unmatched",
                            "rule for rows without a partner",
                            List.of(Unmatched.values()),
                            Unmatched.DROP),
                    j.choiceOr(
                            "identifiers",
                            "way to compare identifiers",
                            List.of(Identifiers.values()),
                            Identifiers.OF_ONE_RELEASE)));
        }
        return joins;
    }
}
