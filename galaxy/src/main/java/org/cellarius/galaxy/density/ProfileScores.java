package org.cellarius.galaxy.density;

/**
 * What a profile expects: at each node of the effective volume the share of the stars, and how the logarithm of the density changes with the parameters.
 *
 * @param share of the stars, adds up to 1
 * @param score &part; ln &nu;/&part;&theta; of each parameter, less its mean over the stars
 */
record ProfileScores(double[] share, double[][] score) {

    private static final double STEP = 1e-4;

    static ProfileScores of(DensityModel model, double[] values, double[] widths, EffectiveVolume volume) {
        int n = volume.rKpc().length;
        double[] share = density(model.profile(values), volume);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            share[i] = Math.exp(share[i]) * volume.weight()[i];
            sum += share[i];
        }
        for (int i = 0; i < n; i++) {
            share[i] /= sum;
        }
        double[][] score = new double[values.length][];
        for (int k = 0; k < values.length; k++) {
            double[] moved = values.clone();
            double step = STEP * widths[k];
            moved[k] = values[k] + step;
            double[] above = density(model.profile(moved), volume);
            moved[k] = values[k] - step;
            double[] below = density(model.profile(moved), volume);
            double mean = 0;
            for (int i = 0; i < n; i++) {
                above[i] = (above[i] - below[i]) / (2 * step);
                mean += share[i] * above[i];
            }
            for (int i = 0; i < n; i++) {
                above[i] -= mean;
            }
            score[k] = above;
        }
        return new ProfileScores(share, score);
    }

    /** ln &nu; at the nodes, less its largest value. */
    private static double[] density(DiscProfile profile, EffectiveVolume volume) {
        double[] ln = new double[volume.rKpc().length];
        double lnHeight = Math.log(profile.heightKpc());
        for (int i = 0; i < ln.length; i++) {
            ln[i] = profile.lnDensity(volume.rKpc()[i], volume.zKpc()[i], lnHeight);
        }
        return ln;
    }

    /** Fisher's information of one star about the parameters: the covariance of their scores. */
    double[][] information() {
        int d = score.length;
        double[][] sum = new double[d][d];
        for (int k = 0; k < d; k++) {
            for (int j = 0; j <= k; j++) {
                for (int i = 0; i < share.length; i++) {
                    sum[k][j] += share[i] * score[k][i] * score[j][i];
                }
                sum[j][k] = sum[k][j];
            }
        }
        return sum;
    }
}
