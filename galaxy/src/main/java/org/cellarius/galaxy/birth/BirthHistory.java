package org.cellarius.galaxy.birth;

import java.util.List;

/**
 * [Fe/H] of the gas along radius and time. Between the mean ages of bins it is interpolated linearly; stars in bins without a number have no radius of birth.
 *
 * @param bins by age
 */
public record BirthHistory(List<BirthBin> bins) {

    public BirthHistory {
        bins = List.copyOf(bins);
    }

    /** The bins that have a number. */
    public List<BirthBin> measured() {
        return bins.stream().filter(BirthBin::measured).toList();
    }

    /** The profile of an age, Gyr; of NaN where it lies in no bin with a number. */
    public MetallicityProfile at(double ageGyr) {
        for (int k = 0; k < bins.size(); k++) {
            BirthBin bin = bins.get(k);
            if (ageGyr >= bin.lowGyr() && ageGyr < bin.highGyr()) {
                return bin.measured() ? within(k, ageGyr) : MetallicityProfile.NONE;
            }
        }
        return MetallicityProfile.NONE;
    }

    private MetallicityProfile within(int k, double ageGyr) {
        BirthBin own = bins.get(k);
        boolean later = ageGyr >= own.meanAgeGyr();
        int other = neighbour(k, later ? 1 : -1);
        // At the ends, and beside bins without a number, the line through the nearest two goes on.
        if (other < 0) {
            other = neighbour(k, later ? -1 : 1);
        }
        if (other < 0) {
            return own.profile();
        }
        BirthBin next = bins.get(other);
        double share = (ageGyr - own.meanAgeGyr()) / (next.meanAgeGyr() - own.meanAgeGyr());
        return own.profile().towards(next.profile(), share);
    }

    private int neighbour(int k, int step) {
        int other = k + step;
        return other >= 0 && other < bins.size() && bins.get(other).measured() ? other : -1;
    }

    /** Radius of birth of a star, kpc; NaN where its age lies in no bin with a number. */
    public double radiusKpc(double ageGyr, double feHDex) {
        return at(ageGyr).radiusKpc(feHDex);
    }

    /**
     * Error of that radius, kpc, of first order: of [Fe/H], of the age, of the scatter of the gas and of the history.
     *
     * @param ageErrorGyr one sigma, Gyr; 0 where it is not known
     * @param feHErrorDex one sigma with the scatter of the gas, dex
     */
    public double radiusErrorKpc(double ageGyr, double ageErrorGyr, double feHDex, double feHErrorDex) {
        MetallicityProfile gas = at(ageGyr);
        double ofHistory = gas.radiusErrorKpc(feHDex);
        double ofFeH = feHErrorDex / gas.gradient();
        double ofAge = ageErrorGyr * slope(ageGyr, feHDex);
        return Math.sqrt(ofHistory * ofHistory + ofFeH * ofFeH + ofAge * ofAge);
    }

    /** How the radius changes with age, kpc/Gyr, across the bins that hold the age. */
    private double slope(double ageGyr, double feHDex) {
        List<BirthBin> known = measured();
        if (known.size() < 2) {
            return 0;
        }
        int k = 1;
        while (k < known.size() - 1 && ageGyr > known.get(k).meanAgeGyr()) {
            k++;
        }
        BirthBin a = known.get(k - 1);
        BirthBin b = known.get(k);
        return (b.profile().radiusKpc(feHDex) - a.profile().radiusKpc(feHDex)) / (b.meanAgeGyr() - a.meanAgeGyr());
    }
}
