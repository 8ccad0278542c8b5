package org.cellarius.bench;

import java.util.List;

/**
 * How much is measured.
 *
 * @param pathRows rows for the engine's paths
 * @param surveyRows sizes of the surveys that go from file to report
 * @param coordinateStars stars for the comparison of coordinates
 * @param medianValues values for the comparison of medians
 * @param orbitStars stars whose orbits are compared
 * @param peerOrbits of them, those that a slow peer follows
 * @param orbitsThroughEngine orbits that go from Parquet to Parquet
 * @param repetitions how often each is done
 * @param iterationMs length of one iteration of a kernel's benchmark, ms
 * @param iterations measured iterations of it
 */
record Scale(
        long pathRows,
        List<Long> surveyRows,
        int coordinateStars,
        int medianValues,
        int orbitStars,
        int peerOrbits,
        int orbitsThroughEngine,
        int repetitions,
        int iterationMs,
        int iterations) {

    static final Scale FULL =
            new Scale(5_000_000, List.of(1_000_000L, 10_000_000L), 1_000_000, 10_000_000, 400, 200, 40_000, 3, 1000, 5);

    /** To see that everything works; the numbers are not worth quoting. */
    static final Scale QUICK = new Scale(500_000, List.of(100_000L), 100_000, 1_000_000, 80, 20, 4_000, 1, 200, 3);
}
