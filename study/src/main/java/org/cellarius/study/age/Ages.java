package org.cellarius.study.age;

import java.util.List;
import java.util.stream.Stream;
import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.age.AgeCurve;
import org.cellarius.galaxy.age.AgeObservable;
import org.cellarius.galaxy.age.AgePosterior;
import org.cellarius.galaxy.age.AgePrior;
import org.cellarius.galaxy.age.AveragedAges;
import org.cellarius.galaxy.age.HomologousGrid;
import org.cellarius.galaxy.age.IsochroneGrid;
import org.cellarius.galaxy.age.LikelihoodOnGrid;
import org.cellarius.galaxy.age.PosteriorAges;
import org.cellarius.galaxy.age.PosteriorOnGrid;
import org.cellarius.galaxy.age.StarDistance;
import org.cellarius.galaxy.age.StarMeasurement;
import org.cellarius.galaxy.age.VickersAges;
import org.cellarius.galaxy.age.VickersLikelihood;
import org.cellarius.galaxy.column.ColumnKernel;

/** A way to ages, made for a grid and observables. */
public sealed interface Ages {

    /** The columns of ages. */
    ColumnKernel kernel(List<String> columns);

    /** How likely each age of the grid is. */
    AgeCurve curve();

    /** What should be told before numbers are trusted, as whole sentences without their full stop. */
    List<String> warnings();

    /**
     * A way on one of several grids.
     *
     * @param name of the grid, for columns
     */
    record Named(String name, Ages ages) {}

    /**
     * The columns of ages on a grid, or averaged over several.
     *
     * @param where the place of the grids, for errors
     * @throws InputError if one grid has log g or radii and another has not
     */
    static ColumnKernel kernel(List<Named> grids, List<String> columns, String where) {
        if (grids.size() == 1) {
            return grids.getFirst().ages().kernel(columns);
        }
        List<Between> ways = grids.stream()
                .map(Named::ages)
                .filter(Between.class::isInstance)
                .map(Between.class::cast)
                .toList();
        List<String> told = ways.getFirst().told();
        for (int g = 1; g < ways.size(); g++) {
            if (!ways.get(g).told().equals(told)) {
                throw new InputError(
                        "the isochrones " + grids.getFirst().name() + " tell " + String.join(", ", told) + ", those of "
                                + grids.get(g).name() + " "
                                + String.join(", ", ways.get(g).told()),
                        where,
                        "Average isochrones with the same columns logg and teff");
            }
        }
        return new AveragedAges(
                grids.stream().map(Named::name).toList(),
                ways.stream().map(way -> way.kernel(columns)).toList());
    }

    /** The likelihood on the grid. */
    record Published(VickersLikelihood likelihood) implements Ages {

        /** Of [&alpha;/Fe] at S/N above 50, dex (2021ApJ...922..189V, section 2.1). */
        private static final double TYPICAL_ALPHA_ERROR = 0.02;

        @Override
        public ColumnKernel kernel(List<String> columns) {
            return new VickersAges(likelihood, columns);
        }

        @Override
        public AgeCurve curve() {
            return new LikelihoodOnGrid(likelihood);
        }

        @Override
        public List<String> warnings() {
            boolean alpha = likelihood.observables().stream().anyMatch(AgeObservable.AlphaOfBirth.class::isInstance);
            double step = largestStep(likelihood.grid());
            return alpha && step > 2 * TYPICAL_ALPHA_ERROR
                    ? List.of(String.format(
                            "the isochrones' step of [α/Fe] is %.2g dex and errors of surveys are about %.2g: vickers2021 takes the ages of the nearest [α/Fe] alone, and a star between two is many errors from both; the method posterior goes between them",
                            step, TYPICAL_ALPHA_ERROR))
                    : List.of();
        }

        private static double largestStep(IsochroneGrid grid) {
            double[] alpha = grid.alphaFe();
            double most = 0;
            for (int k = 1; k < alpha.length; k++) {
                most = Math.max(most, alpha[k] - alpha[k - 1]);
            }
            return most;
        }
    }

    /** The posterior between the grid's points. */
    record Between(
            AgePosterior posterior, AgePrior prior, StarMeasurement measurement, List<String> told, boolean byShape)
            implements Ages {
        public Between {
            told = List.copyOf(told);
        }

        @Override
        public PosteriorAges kernel(List<String> columns) {
            return new PosteriorAges(posterior, prior, measurement, told, columns);
        }

        @Override
        public AgeCurve curve() {
            return new PosteriorOnGrid(posterior, prior, measurement);
        }

        @Override
        public List<String> warnings() {
            return byShape
                    ? List.of(
                            "the isochrones tell neither equal states of evolution (a column 'eep') nor phases: points are matched by the turn-off and the length of the curve")
                    : List.of();
        }
    }

    /**
     * The way that is asked for.
     *
     * @param measurement how columns become what is measured; independent errors of the published likelihood
     * @param prior of the posterior; the published likelihood has none
     * @param tenSigma whether the published likelihood leaves out what is ten errors off
     * @throws InputError if there is no way between the points of the isochrones
     */
    static Ages of(
            AgeMethod method,
            IsochroneLibrary library,
            List<AgeObservable> observables,
            StarMeasurement measurement,
            AgePrior prior,
            boolean tenSigma) {
        return switch (method) {
            case VICKERS2021 -> new Published(VickersLikelihood.of(library.grid(), observables, tenSigma));
            case POSTERIOR -> {
                try {
                    yield between(library.grid(), observables, measurement, prior);
                } catch (IllegalArgumentException e) {
                    throw new InputError(
                                    String.valueOf(e.getMessage()),
                                    library.path().toString(),
                                    "Complete the isochrones, or take the method vickers2021, which stays on their points")
                            .withCause(e);
                }
            }
        };
    }

    private static Ages between(
            IsochroneGrid grid, List<AgeObservable> observables, StarMeasurement measurement, AgePrior prior) {
        StarDistance distance = measurement.distance();
        StarDistance.Compared compared = distance.compared(grid, observables);
        List<String> told = Stream.concat(
                        Stream.of("mass"),
                        TOLD.stream().filter(name -> grid.columns().contains(name)))
                .toList();
        AgePosterior posterior =
                AgePosterior.of(HomologousGrid.of(compared.grid()), compared.observables(), told, distance);
        return new Between(posterior, prior, measurement, told, HomologousGrid.byShape(grid));
    }

    /** What is told beside age and mass, of isochrones that have it. */
    List<String> TOLD = List.of("radius", "logg");
}
