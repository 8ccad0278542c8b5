package org.cellarius.galaxy.migration;

import java.util.List;
import org.cellarius.galaxy.posterior.Parameter;
import org.cellarius.galaxy.posterior.Prior;

/**
 * Radial heating of stars born on circular orbits: J_R is exponential, as in an isothermal disc of small eccentricities, with the mean
 *
 * <pre>  &lt;J_R&gt; = H/&radic;2 (&tau;/6 Gyr)<sup>&beta;</sup> (R/8 kpc) exp(&minus;k (R &minus; 8 kpc)),   R = L_z/V_c.</pre>
 *
 * <p>H is the root mean square of J_R at 8 kpc after 6 Gyr, the number that Frankel et al. (2020, 2020ApJ...896...15F) give. With &lt;J_R&gt; = &sigma;_R&sup2;/&kappa; and a flat curve of rotation, R
 * is that of 1/&kappa;, and exp(&minus;k R) that of &sigma;_R&sup2;.
 *
 * @param rmsKpcKms H, kpc km/s
 * @param power &beta;
 * @param fallPerKpc k, 1/kpc
 */
public record Heating(double rmsKpcKms, double power, double fallPerKpc) {

    /** Age at which H is told, Gyr. */
    public static final double REFERENCE_GYR = 6;

    /** Radius at which H is told, kpc. */
    public static final double REFERENCE_KPC = 8;

    static final List<Parameter> PARAMETERS = List.of(
            new Parameter("heating", new Prior.Uniform(0.01, 1000)),
            new Parameter("heating_power", new Prior.Uniform(-1, 4)),
            new Parameter("heating_fall", new Prior.Uniform(-1, 1)));

    static final double[] START = {60, 0.6, 0.1};
    static final double[] WIDTHS = {3, 0.05, 0.02};

    /** ln &lt;J_R&gt;, of kpc km/s. */
    public double lnMean(double ageGyr, double radiusKpc) {
        return Math.log(rmsKpcKms / Math.sqrt(2) * radiusKpc / REFERENCE_KPC)
                + power * Math.log(ageGyr / REFERENCE_GYR)
                - fallPerKpc * (radiusKpc - REFERENCE_KPC);
    }

    /** ln p(J_R), of 1/(kpc km/s). */
    public double lnDensity(double actionKpcKms, double ageGyr, double radiusKpc) {
        double lnMean = lnMean(ageGyr, radiusKpc);
        return -lnMean - actionKpcKms * Math.exp(-lnMean);
    }
}
