package org.cellarius.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How long the same work took, each time it was done.
 *
 * @param seconds wall time of each repetition, s, in order
 */
record Timing(List<Double> seconds) {
    Timing {
        seconds = List.copyOf(seconds);
        if (seconds.isEmpty()) {
            throw new IllegalArgumentException("a timing needs at least one repetition");
        }
    }

    static Timing of(int repetitions, Runnable work) {
        var seconds = new ArrayList<Double>();
        for (int k = 0; k < repetitions; k++) {
            long begun = System.nanoTime();
            work.run();
            seconds.add((System.nanoTime() - begun) * 1e-9);
        }
        return new Timing(seconds);
    }

    /** The same after one time that does not count: for code that the JVM has still to compile. */
    static Timing ofWarm(int repetitions, Runnable work) {
        work.run();
        return of(repetitions, work);
    }

    /** Reads what {@link #written()} wrote. */
    static Timing read(String written) {
        return new Timing(
                Arrays.stream(written.strip().split(" ")).map(Double::valueOf).toList());
    }

    String written() {
        return seconds.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** The middle one; of an even number the slower of the two middle ones. */
    double medianSeconds() {
        return seconds.stream().sorted().toList().get(seconds.size() / 2);
    }

    double fastestSeconds() {
        return seconds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    double slowestSeconds() {
        return seconds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** Median with the range of all repetitions, for a table. */
    String shown() {
        return seconds.size() == 1
                ? "%.3g".formatted(medianSeconds())
                : "%.3g (%.3g–%.3g)".formatted(medianSeconds(), fastestSeconds(), slowestSeconds());
    }

    /** Million rows per second at the median. */
    String millionRowsPerSecond(long rows) {
        return "%.2f".formatted(rows / medianSeconds() * 1e-6);
    }
}
