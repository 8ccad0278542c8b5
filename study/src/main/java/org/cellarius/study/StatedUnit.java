package org.cellarius.study;

import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.unit.Unit;

/** A unit that the study states for a column. */
public final class StatedUnit {

    /** What stands in a draft where the user is to say the unit. */
    public static final String FILL_IN = "FILL_IN";

    private StatedUnit() {}

    /**
     * The unit as a value.
     *
     * @param canonical the unit in the star table, may be empty
     */
    public static Unit of(ColumnSource source, String stated, String canonical) {
        String where = source.place().toString();
        if (stated.equals(FILL_IN)) {
            throw new InputError(
                    "the unit of '" + source.name() + "' is still to be filled in",
                    where,
                    "Write the unit of the file's values in place of " + FILL_IN
                            + (canonical.isEmpty() ? "" : "; the star table's is " + canonical));
        }
        try {
            return Unit.parse(stated);
        } catch (InputError e) {
            throw new InputError("the unit of '" + source.name() + "' is not known: " + e.what(), where, e.remedy())
                    .withCause(e);
        }
    }
}
