package org.cellarius.bench;

import java.util.List;
import java.util.function.Supplier;

/**
 * How fast a kernel is wanted, and how its results are checked.
 *
 * @param benchmark class and method of its benchmark
 * @param what is done
 * @param millionPerSecond wanted million stars or draws per second and core; NaN without a target
 * @param check looks at results and tells what was found
 */
record KernelTarget(String benchmark, String what, double millionPerSecond, Supplier<String> check) {

    static final List<KernelTarget> ALL = List.of(
            new KernelTarget(
                    "StaeckelBenchmark.direct",
                    "Stäckel summaries, McMillan17, star by star",
                    1,
                    () -> StaeckelBenchmark.check("McMillan17")),
            new KernelTarget(
                    "StaeckelBenchmark.interpolated",
                    "Stäckel summaries, McMillan17, from tables",
                    1,
                    () -> "as above"),
            new KernelTarget(
                    "StaeckelBenchmark.directFormulas",
                    "Stäckel summaries, MWPotential2014, star by star",
                    1,
                    () -> StaeckelBenchmark.check("MWPotential2014")),
            new KernelTarget(
                    "StaeckelBenchmark.interpolatedFormulas",
                    "Stäckel summaries, MWPotential2014, from tables",
                    1,
                    () -> "as above"),
            new KernelTarget(
                    "GuidingRadiusBenchmark.column", "guiding radii, McMillan17", 20, GuidingRadiusBenchmark::check),
            new KernelTarget(
                    "DrawsBenchmark.independent", "draws: measurement, transformation, moments", 20, () -> "as below"),
            new KernelTarget(
                    "DrawsBenchmark.correlated",
                    "draws, distance and proper motions correlated",
                    20,
                    DrawsBenchmark::check),
            new KernelTarget(
                    "DrawsBenchmark.correlatedWithGuidingRadii",
                    "draws, correlated, with the guiding radius of each",
                    20,
                    () -> "as above"),
            new KernelTarget(
                    "MembershipBenchmark.threePopulations",
                    "membership probabilities",
                    Double.NaN,
                    MembershipBenchmark::check));

    /** The wanted speed for a table. */
    String wanted() {
        return Double.isNaN(millionPerSecond) ? "" : "≥ %.0f".formatted(millionPerSecond);
    }
}
