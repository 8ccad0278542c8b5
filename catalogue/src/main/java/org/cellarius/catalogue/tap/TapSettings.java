package org.cellarius.catalogue.tap;

import java.time.Duration;

/**
 * How patient the questioner is.
 *
 * @param connect longest time for a connection
 * @param silence longest time without a byte
 * @param firstPause pause before a job's phase is asked for the second time; it grows by half each time
 * @param longestPause the pause grows up to this
 * @param largestBytes the most bytes of an answer, after decompression
 * @param redirections the most redirections of one request
 * @param retries how often a job is asked again where it could not be reached
 */
public record TapSettings(
        Duration connect,
        Duration silence,
        Duration firstPause,
        Duration longestPause,
        long largestBytes,
        int redirections,
        int retries) {

    public TapSettings {
        if (connect.isNegative() || connect.isZero() || silence.isNegative() || silence.isZero()) {
            throw new IllegalArgumentException("a time to wait must be positive");
        }
        if (largestBytes < 1 || redirections < 0 || retries < 0) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }

    /** For people: 20 s for a connection, the given silence, pauses of 1 to 30 s, 5 redirections, 5 retries. */
    public static TapSettings patient(Duration silence, long largestBytes) {
        return new TapSettings(
                Duration.ofSeconds(20), silence, Duration.ofSeconds(1), Duration.ofSeconds(30), largestBytes, 5, 5);
    }
}
