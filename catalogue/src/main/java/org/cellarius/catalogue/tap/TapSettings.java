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

    /**
     * For people: 20 s for a connection, pauses that grow from a sixtieth of the silence (1 s at most) to half of it (30 s at most), 5
     * redirections, 5 retries.
     */
    public static TapSettings patient(Duration silence, long largestBytes) {
        return new TapSettings(
                shorter(Duration.ofSeconds(20), silence),
                silence,
                shorter(Duration.ofSeconds(1), silence.dividedBy(60)),
                shorter(Duration.ofSeconds(30), silence.dividedBy(2)),
                largestBytes,
                5,
                5);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
