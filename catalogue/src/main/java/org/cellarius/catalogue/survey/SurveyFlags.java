package org.cellarius.catalogue.survey;

import java.util.List;

/**
 * A flag of a survey.
 *
 * @param names its name, and those of its bits or characters
 * @param spellings the file's column in the spellings that occur; the first that is there is taken
 * @param fillers values that stand for missing
 * @param description one line, may be empty
 * @param evidence how the column is known
 */
public record SurveyFlags(
        FlagNames names, List<String> spellings, List<String> fillers, String description, Evidence evidence) {
    public SurveyFlags {
        spellings = List.copyOf(spellings);
        fillers = List.copyOf(fillers);
        if (spellings.isEmpty() || spellings.contains("")) {
            throw new IllegalArgumentException("the flag '" + names.flag() + "' needs the file's column");
        }
    }
}
