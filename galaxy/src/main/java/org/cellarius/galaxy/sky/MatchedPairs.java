package org.cellarius.galaxy.sky;

import java.util.Arrays;

/**
 * At most one row of B for each row of A.
 *
 * @param partners row of B for each row of A, or a negative number
 * @param haversines sin&sup2;(&theta;/2) of their separations; without meaning where there is no partner
 */
public record MatchedPairs(int[] partners, double[] haversines) {

    /** No row has a partner yet. */
    public static MatchedPairs none(int rowsOfA) {
        int[] partners = new int[rowsOfA];
        Arrays.fill(partners, NearestPairs.NONE);
        return new MatchedPairs(partners, new double[rowsOfA]);
    }

    public boolean matched(int a) {
        return partners[a] >= 0;
    }

    /** Number of rows of A that have a partner. */
    public int count() {
        int count = 0;
        for (int partner : partners) {
            count += partner >= 0 ? 1 : 0;
        }
        return count;
    }
}
