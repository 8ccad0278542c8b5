package org.cellarius.galaxy.birth;

/**
 * The gradient of [Fe/H] that the youngest stars have, as it is known otherwise.
 *
 * @param dexPerKpc dex/kpc, not zero
 * @param errorDexPerKpc one sigma, dex/kpc
 */
public record GradientNow(double dexPerKpc, double errorDexPerKpc) {
    public GradientNow {
        if (!(Double.isFinite(dexPerKpc) && dexPerKpc != 0 && errorDexPerKpc >= 0)) {
            throw new IllegalArgumentException("a gradient of " + dexPerKpc + " with an error of " + errorDexPerKpc
                    + " dex/kpc: it must not be zero, and its error not negative");
        }
    }
}
