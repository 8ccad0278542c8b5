package org.cellarius.galaxy.birth;

/**
 * A disc that grows from inside out: stars form with surface density exp(&minus;R/R_d(&tau;)), R_d(&tau;) = R_d (1 &minus; s &tau;) (Frankel et al. 2018, 2018ApJ...865...96F,
 * eq. 5).
 *
 * @param scaleLengthNowKpc R_d of stars that form today, kpc
 * @param lossPerGyr s, 1/Gyr; 0 where the disc never grew
 */
public record DiscGrowth(double scaleLengthNowKpc, double lossPerGyr) {

    public DiscGrowth {
        if (!(scaleLengthNowKpc > 0 && scaleLengthNowKpc < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a scale length of " + scaleLengthNowKpc + " kpc: it must be above zero");
        }
        if (!(lossPerGyr >= 0 && lossPerGyr < 1)) {
            throw new IllegalArgumentException(
                    "a loss of scale length of " + lossPerGyr + " of it for each Gyr back: from 0 to below 1");
        }
    }

    /** R_d of stars of that age, kpc. */
    public double scaleLengthKpc(double ageGyr) {
        return scaleLengthNowKpc * (1 - lossPerGyr * ageGyr);
    }

    /** Whether the disc has a size at all ages up to this. */
    public boolean reaches(double ageGyr) {
        return scaleLengthKpc(ageGyr) > 0;
    }
}
