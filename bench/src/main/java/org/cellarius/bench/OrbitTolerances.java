package org.cellarius.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cellarius.galaxy.orbit.OrbitAccuracy;
import org.cellarius.galaxy.orbit.OrbitEnding;
import org.cellarius.galaxy.orbit.OrbitPlan;
import org.cellarius.galaxy.orbit.OrbitSpan;
import org.cellarius.galaxy.orbit.OrbitTrial;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.galaxy.potential.Potentials;

/** What a tolerance of our integrator costs and what it gives, in one thread. */
final class OrbitTolerances {

    static final OrbitSpan SPAN = new OrbitSpan(10);
    static final List<String> POTENTIALS = List.of("MWPotential2014", "McMillan17");

    private static final double[] FAST_FORCES = {1.5e-4, 5e-5, 5e-6, 1.5e-6};
    private static final double[] ACCURATE_FORCES = {5e-7, 5e-8};
    /** Far below the accurate one: what is taken for the truth. */
    private static final double SMALLEST = 5e-11;

    /**
     * What was measured at one tolerance.
     *
     * @param name of an accuracy that users choose; else empty
     * @param forces the accuracy whose form of the forces was taken
     * @param tolerance of a step
     * @param perSecond orbits per second of CPU time
     * @param evaluationsPerOrbit evaluations of the force
     * @param zmax errors of Zmax
     * @param drift relative changes of the energy
     */
    record Measured(
            String name,
            OrbitAccuracy forces,
            double tolerance,
            double perSecond,
            double evaluationsPerOrbit,
            RelativeErrors zmax,
            RelativeErrors drift) {

        String described() {
            return name.isEmpty() ? "tolerance %.1e".formatted(tolerance) : "`" + name + "`";
        }

        double nsPerEvaluation() {
            return 1e9 / (perSecond * evaluationsPerOrbit);
        }
    }

    private final OrbitStars stars;
    private final int repetitions;
    private final Map<String, List<Measured>> measured = new TreeMap<>();
    private final Map<String, double[]> truths = new TreeMap<>();

    OrbitTolerances(OrbitStars stars, int repetitions) {
        this.stars = stars;
        this.repetitions = repetitions;
        for (String name : POTENTIALS) {
            measure(name);
        }
    }

    /** All settings in one potential, from the loosest. */
    List<Measured> in(String potential) {
        return List.copyOf(measured.getOrDefault(potential, List.of()));
    }

    /** Zmax of every star in one potential, kpc. */
    double[] truthKpc(String potential) {
        return truths.getOrDefault(potential, new double[0]).clone();
    }

    String table() {
        var table = new Table(
                "potential",
                "setting",
                "tolerance",
                "forces",
                "orbits/s and core",
                "force evaluations per orbit",
                "ns per evaluation",
                "Zmax error: median",
                "95 %",
                "largest",
                "energy drift: median",
                "95 %",
                "largest");
        measured.forEach((potential, rows) -> rows.forEach(row -> table.row(
                potential,
                row.name().isEmpty() ? "" : "`" + row.name() + "`",
                "%.1e".formatted(row.tolerance()),
                row.forces().word(),
                "%,.0f".formatted(row.perSecond()),
                "%,.0f".formatted(row.evaluationsPerOrbit()),
                "%.1f".formatted(row.nsPerEvaluation()),
                RelativeErrors.shown(row.zmax().median()),
                RelativeErrors.shown(row.zmax().of95Percent()),
                RelativeErrors.shown(row.zmax().largest()),
                RelativeErrors.shown(row.drift().median()),
                RelativeErrors.shown(row.drift().of95Percent()),
                RelativeErrors.shown(row.drift().largest()))));
        return table.markdown();
    }

    private void measure(String name) {
        Potential potential = Potentials.named(name);
        double[] truth = OrbitTrial.of(potential, SPAN, OrbitAccuracy.ACCURATE, SMALLEST)
                .follow(stars.count(), stars.state())
                .zmaxKpc();
        truths.put(name, truth);
        var rows = new ArrayList<Measured>();
        for (double tolerance : FAST_FORCES) {
            rows.add(measured(
                    "", OrbitAccuracy.FAST, OrbitTrial.of(potential, SPAN, OrbitAccuracy.FAST, tolerance), truth));
        }
        for (double tolerance : ACCURATE_FORCES) {
            rows.add(measured(
                    "",
                    OrbitAccuracy.ACCURATE,
                    OrbitTrial.of(potential, SPAN, OrbitAccuracy.ACCURATE, tolerance),
                    truth));
        }
        for (OrbitAccuracy accuracy : OrbitAccuracy.values()) {
            rows.add(measured(accuracy.word(), accuracy, OrbitTrial.of(potential, SPAN, accuracy), truth));
        }
        rows.add(measured(
                "fast --stop converged",
                OrbitAccuracy.FAST,
                OrbitTrial.of(potential, OrbitPlan.standard().with(SPAN).with(OrbitEnding.CONVERGED)),
                truth));
        rows.sort((a, b) -> Double.compare(b.tolerance(), a.tolerance()));
        measured.put(name, rows);
    }

    private Measured measured(String name, OrbitAccuracy forces, OrbitTrial trial, double[] truth) {
        int n = stars.count();
        OrbitTrial.Followed found = trial.follow(n, stars.state());
        double seconds = Double.POSITIVE_INFINITY;
        // The first does not count: the JVM has still to compile.
        for (int k = -1; k < repetitions; k++) {
            double once = cpuSeconds(() -> trial.follow(n, stars.state()));
            seconds = k < 0 ? seconds : Math.min(seconds, once);
        }
        double evaluations = trial.forceEvaluations(n, stars.state()) / (double) n;
        return new Measured(
                name,
                forces,
                trial.tolerance(),
                n / seconds,
                evaluations,
                RelativeErrors.of(found.zmaxKpc(), truth),
                new RelativeErrors(found.energyDrift()));
    }

    /** CPU time of this thread for a piece of work, s. */
    static double cpuSeconds(Runnable work) {
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) * 1e-9;
    }
}
