package org.cellarius.measure.product;

import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.yaml.Place;

/**
 * A table beside the stars: spiral arms, a grid of densities, isochrones.
 *
 * @param path as the study writes it
 * @param columns expressions over its columns, in the order in which they are wanted
 * @param where which rows; empty for all
 */
public record SideFile(String path, List<String> columns, Optional<String> where, Place place) {
    public SideFile {
        columns = List.copyOf(columns);
    }

    /** All rows of a table. */
    public SideFile(String path, List<String> columns, Place place) {
        this(path, columns, Optional.empty(), place);
    }

    /** Reads such tables, and what else lies beside the stars. */
    public interface Reader {

        /** The wanted columns, row by row; NaN where missing. */
        double[][] numbers(SideFile file);

        /**
         * The selection function of a catalogue.
         *
         * @param catalogue its name; empty for the only one that has one
         */
        List<SurveyPart> selection(Optional<String> catalogue, Place place);
    }
}
