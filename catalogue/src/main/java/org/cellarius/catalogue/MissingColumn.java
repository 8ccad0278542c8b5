package org.cellarius.catalogue;

/** A column that is asked for and that a table does not have. */
public final class MissingColumn extends InputError {
    private final String name;

    /** The column's name; the rest as in {@link InputError}. */
    public MissingColumn(String name, String what, String where, String remedy) {
        super(what, where, remedy);
        this.name = name;
    }

    public String name() {
        return name;
    }
}
