package org.cellarius.study.age;

/** Ways from isochrones to an age. */
public enum AgeMethod {
    /** The likelihood at the ages of the grid, as Vickers, Shen &amp; Li 2021 describe it. */
    VICKERS2021("vickers2021"),
    /** The posterior between the points of the grid. */
    POSTERIOR("posterior");

    private final String word;

    AgeMethod(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
