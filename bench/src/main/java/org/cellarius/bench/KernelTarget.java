package org.cellarius.bench;

import java.util.List;
import java.util.function.Supplier;

/**
 * How fast a kernel is wanted, how it is measured, and how its results are checked.
 *
 * @param what is done
 * @param millionPerSecond wanted million stars or draws per second and core; NaN without a target
 * @param itemsPerCall stars or draws of a call
 * @param work makes the kernel and its stars; what it gives is one call
 * @param check looks at results and tells what was found
 */
record KernelTarget(
        String what, double millionPerSecond, int itemsPerCall, Supplier<Runnable> work, Supplier<String> check) {

    static final List<KernelTarget> ALL = List.of(
            new KernelTarget(
                    "Stäckel summaries, McMillan17, star by star",
                    1,
                    SurveyBlock.ROWS,
                    () -> new StaeckelBenchmark()::direct,
                    () -> StaeckelBenchmark.check("McMillan17")),
            new KernelTarget(
                    "Stäckel summaries, McMillan17, from tables",
                    1,
                    SurveyBlock.ROWS,
                    () -> new StaeckelBenchmark()::interpolated,
                    () -> "as above"),
            new KernelTarget(
                    "Stäckel summaries, MWPotential2014, star by star",
                    1,
                    SurveyBlock.ROWS,
                    () -> new StaeckelBenchmark()::directFormulas,
                    () -> StaeckelBenchmark.check("MWPotential2014")),
            new KernelTarget(
                    "Stäckel summaries, MWPotential2014, from tables",
                    1,
                    SurveyBlock.ROWS,
                    () -> new StaeckelBenchmark()::interpolatedFormulas,
                    () -> "as above"),
            new KernelTarget(
                    "guiding radii, McMillan17",
                    20,
                    SurveyBlock.ROWS,
                    () -> new GuidingRadiusBenchmark()::column,
                    GuidingRadiusBenchmark::check),
            new KernelTarget(
                    "draws: measurement, transformation, moments",
                    20,
                    DrawsBenchmark.ITEMS,
                    () -> new DrawsBenchmark()::independent,
                    () -> "as below"),
            new KernelTarget(
                    "draws, distance and proper motions correlated",
                    20,
                    DrawsBenchmark.ITEMS,
                    () -> new DrawsBenchmark()::correlated,
                    DrawsBenchmark::check),
            new KernelTarget(
                    "draws, correlated, with the guiding radius of each",
                    20,
                    DrawsBenchmark.ITEMS,
                    () -> new DrawsBenchmark()::correlatedWithGuidingRadii,
                    () -> "as above"),
            new KernelTarget(
                    "membership probabilities",
                    Double.NaN,
                    SurveyBlock.ROWS,
                    () -> new MembershipBenchmark()::threePopulations,
                    MembershipBenchmark::check));

    /** The wanted speed for a table. */
    String wanted() {
        return Double.isNaN(millionPerSecond) ? "" : "≥ %.0f".formatted(millionPerSecond);
    }
}
