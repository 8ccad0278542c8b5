package org.cellarius.catalogue.isochrone;

import java.util.List;

/**
 * The points of one isochrone, in the order of the file.
 *
 * @param ageGyr age, Gyr
 * @param feH [Fe/H] at birth, dex
 * @param alphaFe [&alpha;/Fe] at birth, dex
 * @param columns {@code columns.get(k)[i]}: the table's column k at point i
 */
public record IsochroneRows(double ageGyr, double feH, double alphaFe, List<double[]> columns) {
    public IsochroneRows {
        columns = List.copyOf(columns);
    }
}
