package org.cellarius.measure;

import org.cellarius.catalogue.InputError;

/**
 * Study and files are sound, but the stars do not allow a product: none is left for it, or they lie so far apart that it would have too many cells. As a line that cannot be
 * fitted, a product without a result and not a wrong study: the other products of a run are measured all the same.
 */
public final class Unmeasurable extends InputError {

    public Unmeasurable(String what, String where, String remedy) {
        super(what, where, remedy);
    }
}
