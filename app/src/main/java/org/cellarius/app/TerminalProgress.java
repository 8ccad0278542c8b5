package org.cellarius.app;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.cellarius.engine.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Progress on standard error, of steps that take longer than two seconds: on a terminal one line that is drawn again, with the time left;
 * else sparse plain lines, after 2, 10, 30, 60 seconds and then every minute. A clock draws, so that a step which says nothing for long is seen too.
 */
final class TerminalProgress implements Progress {

    private static final long QUIET_NANOS = 2_000_000_000;
    private static final long REDRAW_MILLIS = 250;
    private static final long[] SPARSE_S = {2, 10, 30, 60};
    private static final long MINUTE_S = 60;
    private static final int WIDTH = 24;

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "progress");
        thread.setDaemon(true);
        return thread;
    });

    private final PrintStream err;
    private final boolean terminal;
    private final LongSupplier nanos;
    private String step = "";
    private long rows;
    private long done;
    private long begun;
    private int told;
    private boolean drawn;
    private boolean active;
    private @Nullable ScheduledFuture<?> ticking;

    TerminalProgress() {
        // System.console() alone tells nothing about standard error; the launcher passes what the shell sees.
        this(System.err, "1".equals(System.getenv("CELLARIUS_TERMINAL")), System::nanoTime);
    }

    TerminalProgress(PrintStream err, boolean terminal, LongSupplier nanos) {
        this.err = err;
        this.terminal = terminal;
        this.nanos = nanos;
    }

    @Override
    public synchronized void begin(String newStep, long newRows) {
        stop();
        step = newStep;
        rows = newRows;
        done = 0;
        begun = nanos.getAsLong();
        told = 0;
        active = true;
        ticking = CLOCK.scheduleAtFixedRate(this::tick, REDRAW_MILLIS, REDRAW_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void advance(long more) {
        done += more;
    }

    /** Shows the step if it is time to. */
    synchronized void tick() {
        long took = nanos.getAsLong() - begun;
        if (!active || took < QUIET_NANOS) {
            return;
        }
        if (terminal) {
            drawn = true;
            err.print("\r" + line(took) + "\u001b[K");
            err.flush();
        } else if (took >= next()) {
            while (took >= next()) {
                told++;
            }
            err.println(words(took));
        }
    }

    /** When the next plain line is due, ns after the beginning. */
    private long next() {
        long seconds = told < SPARSE_S.length
                ? SPARSE_S[told]
                : SPARSE_S[SPARSE_S.length - 1] + MINUTE_S * (told - SPARSE_S.length + 1L);
        return TimeUnit.SECONDS.toNanos(seconds);
    }

    @Override
    public synchronized void end() {
        long took = nanos.getAsLong() - begun;
        stop();
        wipe();
        if (!terminal && took >= QUIET_NANOS) {
            String many = done > 0 ? String.format(Locale.ROOT, ": %,d", done) : "";
            err.printf(Locale.ROOT, "%s%s in %s%n", step, many, span(took / 1e9));
        }
    }

    @Override
    public synchronized void note(String text) {
        wipe();
        err.println("note: " + text);
    }

    private void stop() {
        active = false;
        if (ticking != null) {
            ticking.cancel(false);
            ticking = null;
        }
    }

    private void wipe() {
        if (drawn) {
            drawn = false;
            err.print("\r\u001b[K");
            err.flush();
        }
    }

    private String words(long took) {
        String so = step + ": ";
        if (!isMeasured()) {
            return so + (done > 0 ? String.format(Locale.ROOT, "%,d after ", done) : "") + span(took / 1e9);
        }
        return so + String.format(Locale.ROOT, "%,d of %,d after ", done, rows) + span(took / 1e9) + left(took);
    }

    private String line(long took) {
        if (!isMeasured()) {
            return step + "  " + (done > 0 ? String.format(Locale.ROOT, "%,d  ", done) : "") + span(took / 1e9);
        }
        double fraction = (double) done / rows;
        int full = (int) (fraction * WIDTH);
        return String.format(
                Locale.ROOT,
                "%s  [%s%s] %3.0f %%%s",
                step,
                "█".repeat(full),
                "·".repeat(WIDTH - full),
                100 * fraction,
                left(took));
    }

    private boolean isMeasured() {
        return rows > 0 && done <= rows;
    }

    /** Nothing is known before the first part is done. */
    private String left(long took) {
        return done == 0 ? "" : ", about " + span(took / 1e9 * (rows - done) / done) + " left";
    }

    private static String span(double seconds) {
        if (seconds < 99.5) {
            return String.format(Locale.ROOT, seconds < 9.95 ? "%.1f s" : "%.0f s", seconds);
        }
        long minutes = Math.round(seconds / 60);
        return minutes < 100 ? minutes + " min" : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }
}
