package org.cellarius.galaxy.fit;

/** How the medians of bins weigh in a line through them. */
public enum BinWeighting {
    /** Every bin counts the same, however many stars it has: Long et al. (2025), read literally. */
    UNWEIGHTED,
    /** By 1/&sigma;&sup2;, &sigma; = 1.2533 s/&radic;n the standard error of the median of n stars of standard deviation s, were they normal. */
    BY_ERROR
}
