package org.cellarius.catalogue;

/** What stands for the units that a file does not give. */
public enum MissingUnits {
    /** Nothing: a missing unit is an error where one is needed. */
    REFUSE,
    /** The canonical unit of a canonical column name. */
    CANONICAL;

    @Override
    public String toString() {
        return Choice.word(this);
    }
}
