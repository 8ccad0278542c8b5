package org.cellarius.app;

import java.io.PrintStream;
import java.util.Locale;
import org.cellarius.catalogue.tap.JobPhase;
import org.cellarius.catalogue.tap.TapProgress;

/** How far a query is, on standard error: a line for each phase, and one every few seconds while the table comes. */
final class QueryProgress implements TapProgress {

    private static final long EVERY_NANOS = 5_000_000_000L;

    private final PrintStream err = System.err;
    private final long begun = System.nanoTime();
    private long told = begun;

    @Override
    public void phase(JobPhase phase) {
        err.printf(
                Locale.ROOT,
                "%.0f s: %s%n",
                (System.nanoTime() - begun) / 1e9,
                phase.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void received(long bytes) {
        long now = System.nanoTime();
        if (now - told > EVERY_NANOS) {
            told = now;
            err.printf(Locale.ROOT, "%.0f s: %,.1f MB received%n", (now - begun) / 1e9, bytes / 1e6);
        }
    }

    @Override
    public void note(String text) {
        err.println("note: " + text);
    }
}
