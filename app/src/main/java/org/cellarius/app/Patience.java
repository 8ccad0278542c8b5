package org.cellarius.app;

import java.time.Duration;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.tap.TapSettings;
import org.cellarius.catalogue.unit.QuantityText;
import picocli.CommandLine.Option;

/** How long and how much an archive may answer. */
final class Patience {

    private static final double LONGEST_S = 86400;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "Longest wait for a sign of the other side (default: 60s).")
    private String timeout = "60s";

    @Option(names = "--max-size", paramLabel = "GIB", description = "Largest answer in GiB (default: 64).")
    private double largestGiB = 64;

    TapSettings settings() {
        double seconds =
                new QuantityText(timeout).in("s", "a time with its unit", "--timeout", "Write for example 90s");
        if (!(seconds >= 1e-3 && seconds <= LONGEST_S)) {
            throw new InputError(
                    "the time must be longer than 0 and at most a day", "--timeout", "Write for example 90s");
        }
        if (!(largestGiB > 0 && largestGiB <= 1 << 20)) {
            throw new InputError("the size must be positive", "--max-size", "Give a number of GiB");
        }
        return TapSettings.patient(
                Duration.ofNanos((long) (seconds * 1e9)), Math.max(1, (long) (largestGiB * (1L << 30))));
    }
}
