package org.cellarius.galaxy.action;

/** How the St&auml;ckel approximation is evaluated. */
public enum ActionForm {
    /** Roots and integrals for every star. */
    DIRECT("direct"),
    /** From tables in three integrals of motion. Frequencies cannot be had from them. */
    INTERPOLATED("interpolated");

    private final String word;

    ActionForm(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
