package org.cellarius.catalogue.isochrone;

import java.util.List;
import java.util.Optional;

/**
 * Isochrones of one family.
 *
 * <p>Names with a fixed meaning: {@code mass} (at birth, solar masses; always there), {@code mass_now} (solar masses), {@code teff} (K), {@code logg} (log cm/s&sup2;),
 * {@code log_l} (log of solar luminosities), {@code fe_h_now} ([Fe/H] of the surface, dex), {@code eep} (equivalent evolutionary point: equal
 * numbers are homologous), {@code phase} (the family's number of the phase). All others are the family's own, bands by their names in the file.
 *
 * @param family which one, as users know it
 * @param photometry the photometric system of the magnitudes, as the file names it; empty where it has none
 * @param columns names of the columns
 * @param isochrones the isochrones
 * @param notes what is to be told of the files, as whole sentences without their full stop
 */
public record IsochroneTable(
        String family,
        Optional<String> photometry,
        List<String> columns,
        List<IsochroneRows> isochrones,
        List<String> notes) {
    public IsochroneTable {
        columns = List.copyOf(columns);
        isochrones = List.copyOf(isochrones);
        notes = List.copyOf(notes);
        if (!columns.contains("mass")) {
            throw new IllegalArgumentException("isochrones without masses: " + columns);
        }
    }
}
