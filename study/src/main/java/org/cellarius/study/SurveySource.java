package org.cellarius.study;

import java.util.Set;
import org.cellarius.catalogue.survey.SurveyDictionary;
import org.cellarius.catalogue.yaml.Place;

/**
 * The survey dictionary of a catalogue's file.
 *
 * @param dictionary the dictionary
 * @param only the star-table columns that are taken; empty for all that the file has
 * @param except those that are not
 */
public record SurveySource(SurveyDictionary dictionary, Set<String> only, Set<String> except, Place place) {
    public SurveySource {
        only = Set.copyOf(only);
        except = Set.copyOf(except);
    }

    /** Whether a column of the dictionary is wanted. */
    public boolean wants(String column) {
        return (only.isEmpty() || only.contains(column)) && !except.contains(column);
    }

    /** Whether the dictionary has a wanted column of that name; the file may lack it. */
    boolean offers(String column) {
        return wants(column) && dictionary.starColumns().contains(column);
    }
}
