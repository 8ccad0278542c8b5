package org.cellarius.galaxy.age;

import java.util.Arrays;
import java.util.List;
import org.cellarius.galaxy.column.StarStatus;

/** The likelihood of each age of the grid. */
public record LikelihoodOnGrid(VickersLikelihood likelihood) implements AgeCurve {

    @Override
    public List<AgeObservable> observables() {
        return likelihood.observables();
    }

    @Override
    public double[] agesGyr() {
        return likelihood.grid().agesGyr();
    }

    @Override
    public LikelihoodOnGrid beside() {
        return new LikelihoodOnGrid(likelihood.beside());
    }

    @Override
    public StarMeasurement measurement() {
        return StarMeasurement.independent(likelihood.observables().size());
    }

    @Override
    public StarStatus measure(MeasuredStar star, double[] relative) {
        likelihood.observe(star.values, star.errors());
        double highest = Arrays.stream(likelihood.likelihood()).max().orElseThrow();
        for (int k = 0; k < relative.length; k++) {
            relative[k] = likelihood.likelihood()[k] / highest;
        }
        return likelihood.leastSquare() <= VickersAges.REACH * VickersAges.REACH
                ? StarStatus.OK
                : StarStatus.OUTSIDE_GRID;
    }
}
