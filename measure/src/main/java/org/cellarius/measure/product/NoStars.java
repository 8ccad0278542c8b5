package org.cellarius.measure.product;

import org.cellarius.catalogue.InputError;

/** Study and files are sound, but no star is left for a product: as a line that cannot be fitted, a run without a result and not a wrong study. */
public final class NoStars extends InputError {

    public NoStars(String what, String where, String remedy) {
        super(what, where, remedy);
    }
}
