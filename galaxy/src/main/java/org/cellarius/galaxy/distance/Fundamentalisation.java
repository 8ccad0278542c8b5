package org.cellarius.galaxy.distance;

/** Which period a Cepheid of the first overtone would have in the fundamental mode. */
public enum Fundamentalisation {
    /**
     * P_1/P_0 = 0.716 &minus; 0.027 log P_1 (Feast and Catchpole 1997, 1997MNRAS.286L...1F, after the double-mode Cepheids of Alcock et
     * al. 1995, 1995AJ....109.1653A); the numbers and both references are typed from memory. Held against the double-mode Cepheids of the Milky Way in Pietrukowicz et al. (2021).
     */
    FEAST1997 {
        @Override
        public double fundamentalPeriodDays(double overtonePeriodDays) {
            return overtonePeriodDays / (0.716 - 0.027 * Math.log10(overtonePeriodDays));
        }
    };

    /** The period in the fundamental mode, d, from that of the first overtone, d. */
    public abstract double fundamentalPeriodDays(double overtonePeriodDays);
}
