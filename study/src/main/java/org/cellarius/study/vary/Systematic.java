package org.cellarius.study.vary;

/** What a systematic error is, of a number measured with several alternatives of one setting. No convention is shared by the field. */
public enum Systematic {
    /** The largest distance of an alternative from the study's own value. */
    LARGEST_DEVIATION("the largest distance of an alternative from the study's own value"),
    /** Half of the range of all values, the study's own among them. */
    HALF_RANGE("half of the range of all values, the study's own among them"),
    /** The standard deviation (n &minus; 1) of all values, the study's own among them. */
    STANDARD_DEVIATION("the standard deviation of all values, the study's own among them");

    private final String description;

    Systematic(String description) {
        this.description = description;
    }

    public String description() {
        return description;
    }
}
