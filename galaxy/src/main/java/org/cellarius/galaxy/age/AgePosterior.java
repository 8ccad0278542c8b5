package org.cellarius.galaxy.age;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.galaxy.age.CellsNearStar.Axis;

/**
 * The posterior of a star's age, mass and what follows from them, between the points of a homologous grid.
 *
 * <p>Along an isochrone the likelihood of the observables is integrated in closed form over each piece, with the stars born on it.
 * Compositions are summed on a lattice of the star's own whose steps follow its errors, ages at points that are set closer where the posterior
 * changes: neither depends on where the grid's own points lie, which is linear interpolation between them. Cells of the grid whose boxes are too far
 * to matter are left out; {@link #dropped()} tells the most that they could hold.
 *
 * <p>Not for several threads at once.
 */
public final class AgePosterior {

    /** What may be left out, as a share of the evidence. */
    public static final double DROPPED = 1e-6;

    /** 2 ln of how much more all stars born are than those of the evidence that is found: a guess that is checked. */
    private static final double GUESS = 12;

    private final CurveCells cells;
    private final List<AgeObservable> observables;
    private final Optional<DistanceAlongCurve> distance;
    private final CellsNearStar near;
    private final CurvePieces pieces;
    private final IsochroneBetween between;
    private final AgeNodes nodes;
    private final MeasuredStar plain;
    private final BirthFirst order;

    private Whitening star;
    private StarComposition composition = new StarComposition(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    private double ironBound;
    private double alphaBound;
    private double births;
    private double lnUnits;
    private double reach;
    private double reference;
    private double leastSquare;
    private CompositionLattice irons = CompositionLattice.over(new double[] {0}, 1);
    private CompositionLattice alphas = irons;

    private AgePosterior(CurveCells cells, List<AgeObservable> observables, Optional<DistanceAlongCurve> distance) {
        this.cells = cells;
        this.observables = List.copyOf(observables);
        this.distance = distance;
        between = new IsochroneBetween(cells);
        nodes = new AgeNodes(cells.told());
        plain = new MeasuredStar(observables.size());
        double[] ones = new double[observables.size()];
        Arrays.fill(ones, 1);
        plain.independent(new double[ones.length], ones);
        order = BirthFirst.of(observables);
        star = Whitening.of(order, plain).orElseThrow();
        near = new CellsNearStar(cells, star);
        pieces = new CurvePieces(cells, distance, star);
    }

    /**
     * The posterior on a grid.
     *
     * @param told the grid's columns whose means are wanted
     */
    public static AgePosterior of(HomologousGrid grid, List<AgeObservable> observables, List<String> told) {
        return of(grid, observables, told, new StarDistance.Absolute());
    }

    /**
     * The posterior on a grid, of stars at distances that are measured in some way.
     *
     * @param observables as {@link StarDistance#compared} gives them
     * @param told the grid's columns whose means are wanted; with a parallax the distance, kpc, comes after them
     */
    public static AgePosterior of(
            HomologousGrid grid, List<AgeObservable> observables, List<String> told, StarDistance distance) {
        IntStream means = told.stream().mapToInt(grid.columns()::indexOf);
        int[] columns = AgeObservable.columns(observables);
        return switch (distance) {
            case StarDistance.Parallax parallax -> {
                int dimension = (int) observables.subList(0, parallax.reference()).stream()
                        .filter(AgeObservable.AlongCurve.class::isInstance)
                        .count();
                int[] and = IntStream.concat(means, IntStream.of(columns[dimension]))
                        .toArray();
                yield new AgePosterior(
                        new CurveCells(grid, columns, and),
                        observables,
                        Optional.of(new DistanceAlongCurve(dimension, columns.length + and.length, parallax.prior())));
            }
            case StarDistance.Absolute absolute ->
                new AgePosterior(new CurveCells(grid, columns, means.toArray()), observables, Optional.empty());
            case StarDistance.Modulus modulus ->
                new AgePosterior(new CurveCells(grid, columns, means.toArray()), observables, Optional.empty());
        };
    }

    /** Another one on the same grid, for another thread. */
    public AgePosterior beside() {
        return new AgePosterior(cells, observables, distance);
    }

    public List<AgeObservable> observables() {
        return observables;
    }

    /** The ages of the grid, Gyr; a copy. */
    public double[] gridAgesGyr() {
        return cells.grid().agesGyr().clone();
    }

    /**
     * Measures a star whose errors are independent.
     *
     * @param values one for each observable
     * @param errors their standard errors, positive
     */
    public void observe(double[] values, double[] errors) {
        plain.independent(values, errors);
        observe(plain);
    }

    /** Measures a star; whether its covariance is one. */
    boolean observe(MeasuredStar measured) {
        Optional<Whitening> own = Whitening.of(order, measured);
        if (own.isEmpty()) {
            return false;
        }
        star = own.get();
        lnUnits = measured.lnUnits;
        leastSquare = Double.POSITIVE_INFINITY;
        composition = star.composition();
        StarComposition bounds = star.bounds();
        ironBound = square(composition.feHError() / bounds.feHError());
        alphaBound = square(composition.alphaFeError() / bounds.alphaFeError());
        births = cells.births() * mostWeight(measured.distanceScaleKpc);
        pieces.about(star, measured.distanceScaleKpc);
        near.about(star);
        Pilot pilot = pilot();
        about(pilot.square);
        measure(pilot);
        if (leastSquare < reference - GUESS) {
            about(leastSquare);
            measure(pilot);
        }
        // The guess is checked: what lies beyond the reach is at most all births there.
        double most = nodes.evidence() * DROPPED * Math.exp(-0.5 * reference);
        if (births * Math.exp(-0.5 * reach) > most && most > 0) {
            reach = -2 * Math.log(most / births);
            measure(pilot);
        }
        return true;
    }

    private static double square(double x) {
        return Double.isNaN(x) ? 1 : x * x;
    }

    /** The most that a distance can weigh. */
    private double mostWeight(double scaleKpc) {
        return distance.map(d ->
                        d.prior().most(scaleKpc / cells.most(d.dimension()), scaleKpc / cells.least(d.dimension())))
                .orElse(1.0);
    }

    /** ln of the factor from the densities of {@link #nodes()} to those of what is measured, in its units. */
    double lnDensity() {
        return lnScale() + lnUnits + AgeEvidence.lnDensity(star.lnErrors(), observables.size());
    }

    /** Takes a &chi;&sup2; as the least one. */
    private void about(double square) {
        reference = square;
        reach = square + 2 * Math.log(1 / DROPPED) + GUESS;
    }

    /** The ages at which the posterior is known, and what is known there; valid until the next star. */
    public AgeNodes nodes() {
        return nodes;
    }

    /** The most that may have been left out, as a share of the evidence. */
    public double dropped() {
        return births * Math.exp(-0.5 * (reach - reference)) / nodes.evidence();
    }

    /** ln of the factor of all densities of {@link #nodes()}. */
    public double lnScale() {
        return -0.5 * reference;
    }

    /** Least &chi;&sup2; found. */
    public double leastSquare() {
        return leastSquare;
    }

    /**
     * A place near the star.
     *
     * @param square its &chi;&sup2;
     */
    private record Pilot(double square, CellPlace cell, int point) {}

    /** The best of beginning, middle and end in age of the most promising cell. */
    private Pilot pilot() {
        CellPlace cell = near.nearest(GUESS);
        double u = StarComposition.share(cells.grid().feH(), cell.iron(), composition.feH());
        double v = StarComposition.share(cells.grid().alphaFe(), cell.alpha(), composition.alphaFe());
        pieces.clear();
        for (double w : new double[] {0, 0.5, 1}) {
            between.place(cell.iron(), cell.alpha(), cell.age(), u, v, w);
            pieces.add(between, cell.stretch(), 1, near.compositionSquare(cell));
        }
        CurvePieces.Nearest nearest = pieces.nearest();
        return new Pilot(nearest.square(), cell, nearest.point());
    }

    /** Sums over compositions at ages, set closer where it matters. */
    private void measure(Pilot pilot) {
        near.reach(reach);
        irons = lattice(
                cells.grid().feH(), composition.feH(), composition.feHError(), star.feHErrorAlone(), pilot, Axis.IRON);
        alphas = lattice(
                cells.grid().alphaFe(),
                composition.alphaFe(),
                composition.alphaFeError(),
                star.alphaFeErrorAlone(),
                pilot,
                Axis.ALPHA);
        double perLnAge = near.sidewardsPerUnit(pilot.cell, pilot.point, Axis.AGE);
        nodes.begin(cells.grid().agesGyr(), k -> near.has(k, reach), perLnAge);
        nodes.refine(this::at);
    }

    /** Steps as wide as what is measured and the curves leave it open. */
    private CompositionLattice lattice(
            double[] axis, double value, double error, double alone, Pilot pilot, Axis which) {
        double perUnit = near.sidewardsPerUnit(pilot.cell, pilot.point, which);
        if (Double.isNaN(value)) {
            return CompositionLattice.over(axis, 1 / perUnit);
        }
        // With correlations the curve's own move may add to that of the composition as it is.
        double width = star.isStraight() ? 1 / Math.hypot(1 / error, perUnit) : 1 / (1 / alone + perUnit);
        return CompositionLattice.about(axis, value, error, width, reach);
    }

    /**
     * The density at an age of the interval of ages k, and the moments of what is told.
     *
     * @param moments receives the mean and the mean square of each, times the density
     */
    private double at(double ageGyr, int k, double[] moments) {
        double[] ages = cells.grid().agesGyr();
        double w = Math.log(ageGyr / ages[k]) / Math.log(ages[k + 1] / ages[k]);
        pieces.clear();
        for (int m = 0; m < irons.size; m++) {
            for (int n = 0; n < alphas.size; n++) {
                double square = star.isStraight()
                        ? irons.square[m] + alphas.square[n]
                        : star.compositionSquare(irons.at[m], alphas.at[n]);
                double bound = irons.square[m] * ironBound + alphas.square[n] * alphaBound;
                double weight = irons.weight[m] * alphas.weight[n];
                if (square <= reach && weight > 0) {
                    int from = cells.cell(irons.interval[m], alphas.interval[n], k, 0);
                    between.place(irons.interval[m], alphas.interval[n], k, irons.share[m], alphas.share[n], w);
                    for (int s = 0; s < cells.stretches(); s++) {
                        if (near.box(from + s) + bound <= reach
                                && between.square(s, star.boundsAlongCurves(), reach - bound) + bound <= reach) {
                            pieces.add(between, s, weight, square);
                        }
                    }
                }
            }
        }
        double density = pieces.sum(reference, moments);
        leastSquare = Math.min(leastSquare, pieces.leastSquare());
        return density;
    }
}
