package org.cellarius.measure.product;

import java.util.List;
import org.cellarius.catalogue.yaml.Place;

/**
 * A table beside the stars: spiral arms, a grid of densities.
 *
 * @param path as the study writes it
 * @param columns expressions over its columns, in the order in which they are wanted
 */
public record SideFile(String path, List<String> columns, Place place) {
    public SideFile {
        columns = List.copyOf(columns);
    }

    /** Reads such tables. */
    @FunctionalInterface
    public interface Reader {

        /** The wanted columns, row by row; NaN where missing. */
        double[][] numbers(SideFile file);
    }
}
