package org.cellarius.galaxy.age;

import java.util.List;
import org.cellarius.galaxy.age.CellsNearStar.Axis;
import org.cellarius.galaxy.kernel.SegmentDistances.Measured;

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
    private final CellsNearStar near;
    private final CurvePieces pieces;
    private final AgeNodes nodes;

    private Measured curve = new Measured(new double[0], new double[0]);
    private StarComposition composition = new StarComposition(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    private double reach;
    private double reference;
    private double leastSquare;
    private CompositionLattice irons = CompositionLattice.over(new double[] {0}, 1);
    private CompositionLattice alphas = irons;

    private AgePosterior(CurveCells cells, List<AgeObservable> observables) {
        this.cells = cells;
        this.observables = List.copyOf(observables);
        near = new CellsNearStar(cells);
        pieces = new CurvePieces(cells);
        nodes = new AgeNodes(cells.told());
    }

    /**
     * The posterior on a grid.
     *
     * @param told the grid's columns whose means are wanted
     */
    public static AgePosterior of(HomologousGrid grid, List<AgeObservable> observables, List<String> told) {
        int[] means = told.stream().mapToInt(grid.columns()::indexOf).toArray();
        return new AgePosterior(new CurveCells(grid, AgeObservable.columns(observables), means), observables);
    }

    /** Another one on the same grid, for another thread. */
    public AgePosterior beside() {
        return new AgePosterior(cells, observables);
    }

    public List<AgeObservable> observables() {
        return observables;
    }

    /** The ages of the grid, Gyr; a copy. */
    public double[] gridAgesGyr() {
        return cells.grid().agesGyr().clone();
    }

    /**
     * Measures a star.
     *
     * @param values one for each observable
     * @param errors their standard errors, positive
     */
    public void observe(double[] values, double[] errors) {
        read(values, errors);
        near.about(curve, composition);
        Pilot pilot = pilot();
        about(pilot.square);
        measure(pilot);
        if (leastSquare < reference - GUESS) {
            about(leastSquare);
            measure(pilot);
        }
        // The guess is checked: what lies beyond the reach is at most all births there.
        double most = nodes.evidence() * DROPPED * Math.exp(-0.5 * reference);
        if (cells.births() * Math.exp(-0.5 * reach) > most && most > 0) {
            reach = -2 * Math.log(most / cells.births());
            measure(pilot);
        }
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
        return cells.births() * Math.exp(-0.5 * (reach - reference)) / nodes.evidence();
    }

    /** ln of the factor of all densities of {@link #nodes()}. */
    public double lnScale() {
        return -0.5 * reference;
    }

    /** Least &chi;&sup2; found. */
    public double leastSquare() {
        return leastSquare;
    }

    private void read(double[] values, double[] errors) {
        double[] value = new double[cells.dims()];
        double[] inverse = new double[cells.dims()];
        double feH = Double.NaN;
        double feHError = Double.NaN;
        double alphaFe = Double.NaN;
        double alphaFeError = Double.NaN;
        int d = 0;
        for (int k = 0; k < values.length; k++) {
            switch (observables.get(k)) {
                case AgeObservable.AlongCurve along -> {
                    value[d] = values[k];
                    inverse[d] = 1 / errors[k];
                    d++;
                }
                case AgeObservable.IronOfBirth born -> {
                    feH = values[k];
                    feHError = errors[k];
                }
                case AgeObservable.AlphaOfBirth born -> {
                    alphaFe = values[k];
                    alphaFeError = errors[k];
                }
            }
        }
        curve = new Measured(value, inverse);
        composition = new StarComposition(feH, feHError, alphaFe, alphaFeError);
        leastSquare = Double.POSITIVE_INFINITY;
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
            pieces.add(cell, u, v, w, 1, near.compositionSquare(cell));
        }
        CurvePieces.Nearest nearest = pieces.nearest(curve);
        return new Pilot(nearest.square(), cell, nearest.point());
    }

    /** Sums over compositions at ages, set closer where it matters. */
    private void measure(Pilot pilot) {
        near.reach(reach);
        irons = lattice(cells.grid().feH(), composition.feH(), composition.feHError(), pilot, Axis.IRON);
        alphas = lattice(cells.grid().alphaFe(), composition.alphaFe(), composition.alphaFeError(), pilot, Axis.ALPHA);
        double perLnAge = near.sidewardsPerUnit(pilot.cell, pilot.point, Axis.AGE);
        nodes.begin(cells.grid().agesGyr(), k -> near.has(k, reach), perLnAge);
        nodes.refine(this::at);
    }

    /** Steps as wide as what is measured and the curves leave it open. */
    private CompositionLattice lattice(double[] axis, double value, double error, Pilot pilot, Axis which) {
        double perUnit = near.sidewardsPerUnit(pilot.cell, pilot.point, which);
        return Double.isNaN(value)
                ? CompositionLattice.over(axis, 1 / perUnit)
                : CompositionLattice.about(axis, value, error, 1 / Math.hypot(1 / error, perUnit), reach);
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
                double square = irons.square[m] + alphas.square[n];
                double weight = irons.weight[m] * alphas.weight[n];
                if (square <= reach && weight > 0) {
                    int from = cells.cell(irons.interval[m], alphas.interval[n], k, 0);
                    for (int s = 0; s < cells.stretches(); s++) {
                        if (near.box(from + s) + square <= reach) {
                            var cell = new CellPlace(irons.interval[m], alphas.interval[n], k, s);
                            pieces.add(cell, irons.share[m], alphas.share[n], w, weight, square);
                        }
                    }
                }
            }
        }
        double density = pieces.sum(curve, reference, moments);
        leastSquare = Math.min(leastSquare, pieces.leastSquare());
        return density;
    }
}
