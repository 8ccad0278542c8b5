package org.cellarius.galaxy.birth;

/**
 * What stars of an age tell.
 *
 * @param lowGyr youngest age, inclusive, Gyr
 * @param highGyr oldest age, exclusive, Gyr
 * @param meanAgeGyr mean age of the stars, Gyr; NaN without stars
 * @param spread range and level of [Fe/H] as observed
 * @param noiseDex standard deviation that errors of [Fe/H] and scatter of the gas make, dex
 * @param rangeDex range without them, dex
 * @param widthKpc range of radii of birth, kpc
 * @param levelKpc radius of birth that belongs to the level, kpc; NaN where it is not asked for
 * @param profile [Fe/H] of the gas by the law of widths
 * @param uncorrected the same with a width that is constant in time
 * @param ageShiftDexPerKpc how much as large errors of age again would change the gradient, dex/kpc; NaN where they are not known
 */
public record BirthBin(
        double lowGyr,
        double highGyr,
        double meanAgeGyr,
        BirthStatus status,
        Spread spread,
        double noiseDex,
        double rangeDex,
        double widthKpc,
        double levelKpc,
        MetallicityProfile profile,
        MetallicityProfile uncorrected,
        double ageShiftDexPerKpc) {

    public boolean measured() {
        return status == BirthStatus.OK;
    }

    BirthBin shifted(double dexPerKpc) {
        return new BirthBin(
                lowGyr,
                highGyr,
                meanAgeGyr,
                status,
                spread,
                noiseDex,
                rangeDex,
                widthKpc,
                levelKpc,
                profile,
                uncorrected,
                dexPerKpc);
    }
}
