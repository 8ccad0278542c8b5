package org.cellarius.galaxy.age;

/**
 * What is told of the likelihood on a grid of ages, as J&oslash;rgensen &amp; Lindegren 2005 and Vickers, Shen &amp; Li 2021 tell it.
 *
 * @param modeGyr the age of the grid with the highest likelihood
 * @param lowGyr where the likelihood, linear between ages, first exceeds 0.61 of the highest; the grid's first age if it does from the start
 * @param highGyr where it last does; the grid's last age if it still does there
 * @param meanGyr mean, by the trapezoidal rule
 * @param deviationGyr standard deviation, by the trapezoidal rule
 * @param reachesEdge whether the interval reaches the first or last age: the true one may lie beyond
 */
public record LikelihoodSummary(
        double modeGyr, double lowGyr, double highGyr, double meanGyr, double deviationGyr, boolean reachesEdge) {

    /** About exp(&minus;1/2), as published. */
    public static final double LEVEL = 0.61;

    /**
     * The summary.
     *
     * @param agesGyr ages, Gyr, rising
     * @param likelihood of each, in any unit; at least one positive
     */
    public static LikelihoodSummary of(double[] agesGyr, double[] likelihood) {
        int last = agesGyr.length - 1;
        int mode = 0;
        for (int k = 1; k <= last; k++) {
            if (likelihood[k] > likelihood[mode]) {
                mode = k;
            }
        }
        double level = LEVEL * likelihood[mode];
        int low = 0;
        while (likelihood[low] < level) {
            low++;
        }
        int high = last;
        while (likelihood[high] < level) {
            high--;
        }
        double mass = 0;
        double moment = 0;
        for (int k = 0; k < last; k++) {
            double width = agesGyr[k + 1] - agesGyr[k];
            mass += 0.5 * width * (likelihood[k] + likelihood[k + 1]);
            moment += 0.5 * width * (likelihood[k] * agesGyr[k] + likelihood[k + 1] * agesGyr[k + 1]);
        }
        double mean = moment / mass;
        double spread = 0;
        for (int k = 0; k < last; k++) {
            double width = agesGyr[k + 1] - agesGyr[k];
            spread += 0.5
                    * width
                    * (likelihood[k] * (agesGyr[k] - mean) * (agesGyr[k] - mean)
                            + likelihood[k + 1] * (agesGyr[k + 1] - mean) * (agesGyr[k + 1] - mean));
        }
        return new LikelihoodSummary(
                agesGyr[mode],
                low == 0 ? agesGyr[0] : crossing(agesGyr, likelihood, low - 1, level),
                high == last ? agesGyr[last] : crossing(agesGyr, likelihood, high, level),
                mean,
                Math.sqrt(spread / mass),
                low == 0 || high == last);
    }

    private static double crossing(double[] agesGyr, double[] likelihood, int k, double level) {
        return agesGyr[k]
                + (agesGyr[k + 1] - agesGyr[k]) * (level - likelihood[k]) / (likelihood[k + 1] - likelihood[k]);
    }
}
