package org.cellarius.galaxy.orbit;

import java.util.stream.IntStream;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.potential.ForceField;
import org.cellarius.galaxy.potential.Potential;

/**
 * Orbits at a tolerance of one's own choice, with an account of the work: what a tolerance costs and what it gives. For
 * measurements; {@link OrbitKernel} is what catalogues go through. Thread-safe.
 */
public final class OrbitTrial {

    private final Potential potential;
    private final ForceField field;
    private final OrbitSettings settings;

    private OrbitTrial(Potential potential, ForceField field, OrbitSettings settings) {
        this.potential = potential;
        this.field = field;
        this.settings = settings;
    }

    /** Exactly what {@link OrbitKernel} does. */
    public static OrbitTrial of(Potential potential, OrbitSpan span, OrbitAccuracy accuracy) {
        return of(potential, OrbitPlan.standard().with(span).with(accuracy));
    }

    /** Exactly what {@link OrbitKernel} does. */
    public static OrbitTrial of(Potential potential, OrbitPlan plan) {
        OrbitAccuracy accuracy = plan.accuracy();
        return of(potential, plan.span(), accuracy, accuracy.tolerance(), accuracy.largestDrift(), plan.ending());
    }

    /** The forces of an accuracy, but another tolerance, and no orbit is followed a second time. */
    public static OrbitTrial of(Potential potential, OrbitSpan span, OrbitAccuracy forces, double tolerance) {
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("a tolerance of " + tolerance + ": it must lie between 0 and 1");
        }
        return of(potential, span, forces, tolerance, Double.POSITIVE_INFINITY, OrbitEnding.SPAN);
    }

    private static OrbitTrial of(
            Potential potential,
            OrbitSpan span,
            OrbitAccuracy forces,
            double tolerance,
            double largestDrift,
            OrbitEnding ending) {
        var settings = new OrbitSettings(
                span, tolerance, largestDrift, OrbitSettings.PlaneCrossing.of(potential), false, ending);
        return new OrbitTrial(potential, forces.field(potential), settings);
    }

    /** Greatest error of a step, of the amplitude of the velocity. */
    public double tolerance() {
        return settings.tolerance();
    }

    /**
     * Orbits that were followed; NaN where a star could not be.
     *
     * @param zmaxKpc largest |z| of each
     * @param energyDrift relative change of the energy over the span of each
     */
    public record Followed(double[] zmaxKpc, double[] energyDrift) {}

    /** Follows n stars from the columns that {@link OrbitKernel#STATE} names. */
    public Followed follow(int n, double[][] state) {
        OrbitSummaries found = summaries(field, n, state);
        return new Followed(
                found.zmax,
                IntStream.range(0, n).mapToDouble(found::energyDrift).toArray());
    }

    /** How often the force on a star is evaluated while these stars are followed. */
    public long forceEvaluations(int n, double[][] state) {
        var counting = new CountingField(field);
        summaries(counting, n, state);
        return counting.evaluations;
    }

    private OrbitSummaries summaries(ForceField force, int n, double[][] state) {
        var starts = new OrbitStarts(state[0], state[1], state[2], state[3], state[4]);
        return new Orbits(potential, force, settings).follow(n, starts, new StarStatus[n]);
    }

    /** Counts for one call of {@link #forceEvaluations}, hence for one thread. */
    private static final class CountingField implements ForceField {

        private final ForceField counted;
        private long evaluations;

        CountingField(ForceField counted) {
            this.counted = counted;
        }

        @Override
        public void accelerations(
                int n, double[] radiusKpc, double[] zKpc, double[] accelerationR, double[] accelerationZ) {
            evaluations += n;
            counted.accelerations(n, radiusKpc, zKpc, accelerationR, accelerationZ);
        }

        @Override
        public void potentials(int n, double[] radiusKpc, double[] zKpc, double[] phi) {
            counted.potentials(n, radiusKpc, zKpc, phi);
        }
    }
}
