package org.cellarius.measure.migration;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.galaxy.migration.ScaleLength;
import org.cellarius.galaxy.posterior.Marginals;
import org.cellarius.galaxy.posterior.Parameter;
import org.cellarius.galaxy.posterior.Prior;
import org.cellarius.measure.product.Numbers;

/**
 * Which of the fitted numbers lie at an edge of their prior: there the prior makes them as much as the stars do.
 *
 * @param parameters those of the fit
 * @param found their means and covariance
 * @param oldestGyr the oldest age of the fit, Gyr
 */
record PriorEdges(List<Parameter> parameters, Marginals found, double oldestGyr) {

    /** So near, in standard deviations, an edge is told. */
    private static final double NEAR = 2;

    /** A sentence for each number. */
    List<String> notes() {
        var notes = new ArrayList<String>();
        for (int k = 0; k < parameters.size(); k++) {
            switch (parameters.get(k).prior()) {
                case Prior.Uniform u -> add(notes, k, u.low(), u.high());
                case Prior.RootUniform r -> add(notes, k, 0, r.high());
                case Prior.HalfNormal h -> add(notes, k, 0, Double.POSITIVE_INFINITY);
                case Prior.HalfCauchy h -> add(notes, k, 0, Double.POSITIVE_INFINITY);
                case Prior.Normal n -> {}
            }
        }
        return notes;
    }

    private void add(List<String> notes, int k, double low, double high) {
        double mean = found.means()[k];
        double reach = NEAR * Math.sqrt(found.covariance()[k][k]);
        boolean atHigh = high - mean < reach;
        if (!(atHigh || mean - low < reach)) {
            return;
        }
        String name = parameters.get(k).name();
        String unit = MigrationTables.unit(name);
        boolean loss = name.equals(ScaleLength.LossFitted.NAME);
        notes.add("%s (%s%s) lies at the edge of its prior: %s%s%s."
                .formatted(
                        name,
                        Numbers.withError(mean, reach / NEAR),
                        unit.isEmpty() ? "" : " " + unit,
                        Numbers.brief(atHigh ? high : low),
                        unit.isEmpty() ? "" : " " + unit,
                        loss && atHigh
                                ? ", where the disc of the oldest age (" + Numbers.brief(oldestGyr)
                                        + " Gyr) has a tenth of its size; look at the oldest ages"
                                : ""));
    }
}
