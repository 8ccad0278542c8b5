package org.cellarius.measure.smooth;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.measure.product.Numbers;

/** What must be said of a smooth map. */
record SmoothNotes(SmoothField product, SmoothResult found) {

    /** A variance of the held-out stars so many errors from 1 is told. */
    private static final double SUSPICIOUS = 4;

    /** Degrees of freedom so near to the number of coefficients ask for more of them. */
    private static final double NEARLY_ALL = 0.8;

    List<String> all(long incomplete, long outside) {
        var notes = new ArrayList<String>();
        if (incomplete > 0) {
            notes.add(Numbers.stars(incomplete) + " of the sample " + (incomplete == 1 ? "lacks" : "lack")
                    + " a coordinate, the value or its error, and " + (incomplete == 1 ? "does" : "do")
                    + " not enter.");
        }
        if (outside > 0) {
            notes.add(Numbers.stars(outside) + (outside == 1 ? " lies" : " lie")
                    + " outside the ranges of the map, and " + (outside == 1 ? "does" : "do") + " not enter.");
        }
        int hidden = found.map().value().length - found.map().cellsShown();
        if (hidden > 0) {
            notes.add("%s of %s cells are blank: fewer than %s near%s."
                    .formatted(
                            Numbers.count(hidden),
                            Numbers.count(found.map().value().length),
                            Numbers.stars(product.support()),
                            product.limit().isPresent()
                                    ? ", or an error of the map above "
                                            + Numbers.brief(product.limit().getAsDouble())
                                    : ""));
        }
        found.heldOut().ifPresent(h -> {
            if (Math.abs(h.variance() - 1) > SUSPICIOUS * h.varianceError()) {
                notes.add(
                        "The held-out stars scatter about the map with a variance of %s ± %s times the expected one: stated errors, a scatter that is no normal one or changes over the map, or too few intervals may be behind it."
                                .formatted(Numbers.fixed(h.variance(), 3), Numbers.fixed(h.varianceError(), 3)));
            }
        });
        int coefficients = found.fit().surface().basis().coefficients();
        if (found.fit().effectiveFreedom() > NEARLY_ALL * Math.min(coefficients, supported())) {
            notes.add(
                    "The map uses nearly all of its freedom (%s of %s coefficients): with more 'intervals' it would show more."
                            .formatted(
                                    Numbers.significant(found.fit().effectiveFreedom(), 3),
                                    Numbers.count(coefficients)));
        }
        for (SmoothResult.RingOfMap ring : found.rings()) {
            if (ring.modes().isEmpty()) {
                notes.add("The ring from %s to %s has too few cells to tell its modes apart."
                        .formatted(Numbers.brief(ring.low()), Numbers.brief(ring.high())));
            }
        }
        return notes;
    }

    /** About as many coefficients as have stars about them: the shown part of the map. */
    private double supported() {
        double part = found.map().cellsShown() / (double) found.map().value().length;
        return Math.max(1, part * found.fit().surface().basis().coefficients());
    }
}
