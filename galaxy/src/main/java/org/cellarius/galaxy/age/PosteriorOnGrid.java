package org.cellarius.galaxy.age;

import java.util.Arrays;
import java.util.List;
import org.cellarius.galaxy.column.StarStatus;

/**
 * The mean posterior density about each age of the grid, to the middles between it and its neighbours: however narrow the posterior, all of it
 * is there.
 */
public record PosteriorOnGrid(AgePosterior posterior, AgePrior prior, StarMeasurement measurement) implements AgeCurve {

    @Override
    public List<AgeObservable> observables() {
        return posterior.observables();
    }

    @Override
    public double[] agesGyr() {
        return posterior.gridAgesGyr();
    }

    @Override
    public PosteriorOnGrid beside() {
        return new PosteriorOnGrid(posterior.beside(), prior, measurement);
    }

    @Override
    public StarStatus measure(MeasuredStar star, double[] relative) {
        if (!posterior.observe(star)) {
            return StarStatus.BAD_CORRELATIONS;
        }
        if (!PosteriorAges.within(posterior)) {
            return StarStatus.OUTSIDE_GRID;
        }
        AgeDistribution ages = posterior.nodes().distribution(prior);
        double[] grid = agesGyr();
        double below = 0;
        double from = grid[0];
        double highest = 0;
        for (int k = 0; k < grid.length; k++) {
            double to = k + 1 < grid.length ? 0.5 * (grid[k] + grid[k + 1]) : grid[k];
            double upTo = k + 1 < grid.length ? ages.shareBelow(to) : 1;
            relative[k] = (upTo - below) / (to - from);
            highest = Math.max(highest, relative[k]);
            below = upTo;
            from = to;
        }
        double most = highest;
        Arrays.setAll(relative, k -> relative[k] / most);
        return StarStatus.OK;
    }
}
