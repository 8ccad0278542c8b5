package org.cellarius.measure.density;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cellarius.galaxy.density.CountTest;
import org.cellarius.measure.product.Numbers;

/**
 * What a reader of a density profile has to know of it.
 *
 * @param missing stars without a place, or without what the selection needs
 * @param outside stars outside what is selected
 */
record DensityNotes(SelectionSource selection, long missing, int outside) {

    /** Of the volume's fineness on a parameter, in its errors, that is told. */
    private static final double LARGEST_CHANGE = 0.3;

    /** Chances of a right model below are told. */
    private static final double SMALL_CHANCE = 1e-3;

    /** Of lines of sight; with fewer the chances of some thousand stars are too small. */
    private static final int EVEN_ORDER = 5;

    List<String> of(boolean found, Optional<CountTest> counted, OptionalDouble resolution) {
        var notes = new ArrayList<String>();
        boolean surveyed = selection instanceof CatalogueSelection;
        if (missing > 0) {
            notes.add(Numbers.stars(missing) + (missing == 1 ? " has" : " have") + " no place"
                    + (surveyed ? ", no selection or no magnitude" : "") + ", and "
                    + (missing == 1 ? "does" : "do") + " not enter.");
        }
        if (outside > 0) {
            notes.add(Numbers.stars(outside) + (outside == 1 ? " lies" : " lie") + " outside the selected volume, and "
                    + (outside == 1 ? "does" : "do") + " not enter.");
        }
        if (!found) {
            notes.add(
                    "The draws from the posterior did not converge: more 'draws', or a model without break or flare, may.");
        } else if (counted.isEmpty()) {
            notes.add(
                    "The fit is not tested by counts: the stars are too few, or do not tell all parameters, such as a break outside the selected volume.");
        }
        counted.map(CountTest::chance)
                .filter(p -> p < SMALL_CHANCE)
                .ifPresent(p -> notes.add("The profile does not fit the counts (fit_p = " + Numbers.significant(p, 2)
                        + "): profile or selection are wrong" + (surveyed ? ", or lines of sight too few" : "")
                        + ", and errors are too small. Look at the counts."));
        if (counted.isPresent() && selection instanceof CatalogueSelection c && c.order() < EVEN_ORDER) {
            notes.add(
                    "With a 'sky-order' below %d lines of sight are so few that fit_p comes out too small for some thousand stars."
                            .formatted(EVEN_ORDER));
        }
        double change = resolution.orElse(0);
        if (Double.isNaN(change)) {
            notes.add(
                    "A quarter of the lines of sight meets nothing that is selected: a larger 'sky-order' makes the volume finer.");
        }
        if (change > LARGEST_CHANGE) {
            notes.add(
                    "With a quarter of the lines of sight a parameter changes by %s of its error: a larger 'sky-order' makes the volume finer."
                            .formatted(Numbers.significant(change, 2)));
        }
        return notes;
    }
}
