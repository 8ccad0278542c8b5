package org.cellarius.galaxy.selection;

import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.StarStatus;

/**
 * Stars that a spectroscopic survey targeted in round fields, by cohorts of magnitude and colour: the share f of candidates that was observed times the share a of stars of the photometric
 * catalogue that could be candidates (APOGEE: with an extinction A_K; Zasowski et al. 2017, 2017AJ....154..198Z). A star in several fields is taken where one of them takes it, 1 &minus; &Pi;(1 &minus; f a).
 * No errors are stated: the variance is 0. Asks for magnitude and dereddened colour.
 */
public final class FieldFractions implements SelectionPart {

    /**
     * A cohort of a field.
     *
     * @param raDeg centre of the field, ICRS, degrees
     * @param decDeg likewise
     * @param radiusDeg radius of the field, degrees
     * @param brightest magnitudes from here on
     * @param faintest and below this
     * @param bluest colours from here on, mag
     * @param reddest and below this
     * @param sampled f
     * @param candidates a
     */
    public record Cohort(
            double raDeg,
            double decDeg,
            double radiusDeg,
            double brightest,
            double faintest,
            double bluest,
            double reddest,
            double sampled,
            double candidates) {
        public Cohort {
            if (!(radiusDeg > 0 && radiusDeg < 90) || !(Math.abs(decDeg) <= 90) || !Double.isFinite(raDeg)) {
                throw new IllegalArgumentException(
                        "a field at " + raDeg + ", " + decDeg + " of radius " + radiusDeg + " deg");
            }
            if (!(brightest < faintest && bluest < reddest)) {
                throw new IllegalArgumentException("a cohort of magnitudes " + brightest + " to " + faintest
                        + " and colours " + bluest + " to " + reddest);
            }
            if (!(sampled >= 0 && sampled <= 1 && candidates >= 0 && candidates <= 1)) {
                throw new IllegalArgumentException(
                        "fractions of " + sampled + " and " + candidates + ": they must lie between 0 and 1");
            }
        }
    }

    private final List<Cohort> cohorts;
    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final double[] nearest;

    public FieldFractions(List<Cohort> cohorts) {
        this.cohorts = List.copyOf(cohorts);
        if (cohorts.isEmpty()) {
            throw new IllegalArgumentException("there is no field");
        }
        int n = cohorts.size();
        this.x = new double[n];
        this.y = new double[n];
        this.z = new double[n];
        this.nearest = new double[n];
        for (int i = 0; i < n; i++) {
            double[] at = direction(cohorts.get(i).raDeg(), cohorts.get(i).decDeg());
            x[i] = at[0];
            y[i] = at[1];
            z[i] = at[2];
            nearest[i] = Math.cos(Math.toRadians(cohorts.get(i).radiusDeg()));
        }
    }

    private static double[] direction(double raDeg, double decDeg) {
        double ra = Math.toRadians(raDeg);
        double dec = Math.toRadians(decDeg);
        return new double[] {Math.cos(dec) * Math.cos(ra), Math.cos(dec) * Math.sin(ra), Math.sin(dec)};
    }

    @Override
    public int asks() {
        return 2;
    }

    @Override
    public StarStatus of(double raDeg, double decDeg, double[][] star, int first, int row, double[] share) {
        double magnitude = star[first][row];
        double colour = star[first + 1][row];
        if (!Double.isFinite(raDeg) || !(Math.abs(decDeg) <= 90) || !Double.isFinite(magnitude)) {
            return StarStatus.SELECTION_UNKNOWN;
        }
        double[] at = direction(raDeg, decDeg);
        boolean inField = false;
        boolean asked = false;
        double missed = 1;
        for (int i = 0; i < x.length; i++) {
            if (at[0] * x[i] + at[1] * y[i] + at[2] * z[i] > nearest[i]) {
                inField = true;
                Cohort c = cohorts.get(i);
                if (magnitude >= c.brightest() && magnitude < c.faintest()) {
                    asked = true;
                    if (colour >= c.bluest() && colour < c.reddest()) {
                        missed *= 1 - c.sampled() * c.candidates();
                    }
                }
            }
        }
        if (!inField) {
            return StarStatus.NOT_COVERED;
        }
        if (asked && !Double.isFinite(colour)) {
            return StarStatus.SELECTION_UNKNOWN;
        }
        if (!(missed < 1)) {
            return StarStatus.NEVER_SELECTED;
        }
        share[0] = 1 - missed;
        share[1] = 0;
        return StarStatus.OK;
    }

    @Override
    public Sightline towards(double raDeg, double decDeg) {
        double[] at = direction(raDeg, decDeg);
        Cohort[] here = IntStream.range(0, x.length)
                .filter(i -> at[0] * x[i] + at[1] * y[i] + at[2] * z[i] > nearest[i])
                .mapToObj(cohorts::get)
                .toArray(Cohort[]::new);
        return here.length == 0 ? Sightline.NOTHING : (star, first) -> taken(here, star[first], star[first + 1]);
    }

    private static double taken(Cohort[] cohorts, double magnitude, double colour) {
        double missed = 1;
        for (Cohort c : cohorts) {
            boolean among = magnitude >= c.brightest()
                    && magnitude < c.faintest()
                    && colour >= c.bluest()
                    && colour < c.reddest();
            missed *= among ? 1 - c.sampled() * c.candidates() : 1;
        }
        return 1 - missed;
    }
}
