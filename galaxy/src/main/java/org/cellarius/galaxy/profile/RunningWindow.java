package org.cellarius.galaxy.profile;

import org.cellarius.galaxy.population.Moments;

/**
 * One window of a running profile.
 *
 * @param firstIndex rank of the window's first star in the sorted sample
 * @param xMedian median of the coordinate, its units
 * @param xMean mean of the coordinate
 * @param yMedian median of the quantity, its units
 * @param yMean mean of the quantity
 * @param yStandardDeviation scatter of the quantity (n &minus; 1)
 * @param yP25 lower quartile
 * @param yP75 upper quartile
 * @param effective how many stars that count the same would tell as much
 */
public record RunningWindow(
        long firstIndex,
        double xMedian,
        double xMean,
        double yMedian,
        double yMean,
        double yStandardDeviation,
        double yP25,
        double yP75,
        double effective) {

    /** Standard error of the median of normal stars, 1.2533 sd/&radic;n. */
    public double yMedianError() {
        return Moments.MEDIAN_OVER_MEAN * yStandardDeviation / Math.sqrt(effective);
    }
}
