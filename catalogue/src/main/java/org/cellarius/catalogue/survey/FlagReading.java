package org.cellarius.catalogue.survey;

/** How a flag's column is read. */
public enum FlagReading {
    /** A whole number of up to 64 bits: a name is a bit, counted from 0, and is set or not. */
    BIT(63),
    /** A text of digits: a name is a character, counted from 0, and gives its digit. */
    DIGIT(255);

    private final int largest;

    FlagReading(int largest) {
        this.largest = largest;
    }

    /** The largest bit or character that there can be. */
    public int largest() {
        return largest;
    }
}
