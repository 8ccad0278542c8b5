package org.cellarius.galaxy.migration;

import java.util.List;
import org.cellarius.galaxy.posterior.Parameter;
import org.cellarius.galaxy.posterior.Prior;

/** [Fe/H] of the gas along radius and time, linear in the radius: F0(&tau;) + g(&tau;) R. Its parameters follow {@link MigrationPosterior}'s first one. */
public sealed interface Enrichment {

    List<Parameter> parameters();

    /** The values about which a search begins, and others for where it finds nothing. */
    List<double[]> starts();

    /** About how far the likelihood reaches, in the parameters' units. */
    double[] widths();

    /** F0, dex. */
    double centreDex(double[] values, double ageGyr);

    /** g, dex/kpc. */
    double gradientDexPerKpc(double[] values, double ageGyr);

    /** In words. */
    String text();

    /**
     * Both level and gradient change linearly with age: [Fe/H] = f &minus; a &tau; + (g + h &tau;) (R &minus; R_ref). Parameters fe_h_now (f, dex), fe_h_loss (a, dex/Gyr), gradient_now (g,
     * dex/kpc), gradient_change (h, dex/kpc/Gyr).
     *
     * @param referenceKpc R_ref, kpc
     */
    record Linear(double referenceKpc) implements Enrichment {
        @Override
        public List<Parameter> parameters() {
            return List.of(
                    new Parameter("fe_h_now", new Prior.Uniform(-2, 2)),
                    new Parameter("fe_h_loss", new Prior.Uniform(-0.5, 0.5)),
                    new Parameter("gradient_now", new Prior.Uniform(-0.5, 0.5)),
                    new Parameter("gradient_change", new Prior.Uniform(-0.1, 0.1)));
        }

        @Override
        public List<double[]> starts() {
            return List.of(new double[] {0, 0.03, -0.07, 0});
        }

        @Override
        public double[] widths() {
            return new double[] {0.03, 0.006, 0.006, 0.0015};
        }

        @Override
        public double centreDex(double[] v, double ageGyr) {
            return v[1] - v[2] * ageGyr - gradientDexPerKpc(v, ageGyr) * referenceKpc;
        }

        @Override
        public double gradientDexPerKpc(double[] v, double ageGyr) {
            return v[3] + v[4] * ageGyr;
        }

        @Override
        public String text() {
            return "[Fe/H] = f − a age + (g + h age) (R − " + referenceKpc + " kpc)";
        }
    }

    /**
     * One gradient at all times, and enrichment that was fast at first: [Fe/H] = F_m + g R &minus; (F_m + g R_now) (1 &minus; &tau;/12 Gyr)<sup>&gamma;</sup> (Frankel et al. 2018, 2018ApJ...865...96F).
     * Parameters fe_h_first (F_m, dex), gradient (g, dex/kpc), radius_solar (R_now: where the gas has [Fe/H] = 0 today, kpc), enrichment_power (&gamma;).
     */
    record Frankel2018() implements Enrichment {

        /** Age of the first gas, Gyr. */
        public static final double FIRST_GYR = 12;

        @Override
        public List<Parameter> parameters() {
            return List.of(
                    new Parameter("fe_h_first", new Prior.Uniform(-4, 1)),
                    new Parameter("gradient", new Prior.Uniform(-0.5, 0.5)),
                    new Parameter("radius_solar", new Prior.Uniform(0, 30)),
                    new Parameter("enrichment_power", new Prior.Uniform(0.01, 3)));
        }

        @Override
        public List<double[]> starts() {
            return List.of(new double[] {-1, -0.07, 8.5, 0.3}, new double[] {0.3, -0.07, 9, 2});
        }

        @Override
        public double[] widths() {
            return new double[] {0.05, 0.005, 0.3, 0.03};
        }

        @Override
        public double centreDex(double[] v, double ageGyr) {
            return v[1] - (v[1] + v[2] * v[3]) * Math.pow(Math.max(0, 1 - ageGyr / FIRST_GYR), v[4]);
        }

        @Override
        public double gradientDexPerKpc(double[] v, double ageGyr) {
            return v[2];
        }

        @Override
        public String text() {
            return "[Fe/H] = F_m + g R − (F_m + g R_now) (1 − age/12 Gyr)^γ (Frankel et al. 2018)";
        }
    }
}
