package org.cellarius.study;

import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.survey.FlagNames;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.study.ColumnSource.Namer;
import org.cellarius.study.ColumnSource.Origin;

/**
 * A flag column whose bits or characters have names.
 *
 * @param names its name, and theirs
 * @param column the file's column
 * @param fillers values that stand for missing
 * @param description one line, may be empty
 */
public record FlagSource(FlagNames names, String column, List<String> fillers, String description, Place place) {
    public FlagSource {
        fillers = List.copyOf(fillers);
    }

    /** The column of the star table that it becomes. */
    public ColumnSource asColumn() {
        return new ColumnSource(
                names.column(),
                new Origin.FileColumn(column),
                Optional.empty(),
                Optional.empty(),
                fillers,
                description,
                Optional.empty(),
                place,
                Namer.STUDY);
    }
}
