package org.cellarius.galaxy.action;

import java.util.Arrays;

/** Finds &Delta;&sup2; of each star of a block whose states and energies are set. */
interface FocalFinder {

    void find(int n, StaeckelStars stars);

    /** The same for all. */
    record Constant(double focalDistanceKpc) implements FocalFinder {

        @Override
        public void find(int n, StaeckelStars stars) {
            Arrays.fill(stars.delta2, 0, n, focalDistanceKpc * focalDistanceKpc);
        }
    }
}
