package org.cellarius.galaxy.orbit;

/** What is called Zmax: the literature uses all of these. */
public enum ZmaxDefinition {
    /** The largest |z| that the orbit reaches within the span. */
    LARGEST("largest", "largest |z| within the span"),
    /** The mean of all maxima of |z| within the span, as some orbit packages give it. */
    MEAN("mean", "mean of the maxima of |z| within the span"),
    /** The edge of the orbit's box in the Staeckel approximation: what a quasi-periodic orbit reaches in infinite time. */
    EDGE("edge", "edge of the Staeckel box");

    private final String word;
    private final String meaning;

    ZmaxDefinition(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    public String word() {
        return word;
    }

    public String meaning() {
        return meaning;
    }
}
