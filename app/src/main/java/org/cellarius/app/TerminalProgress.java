package org.cellarius.app;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
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
    /** The steps that are going on, the innermost last: each can hold others. */
    private final Deque<Step> steps = new ArrayDeque<>();

    private boolean drawn;
    private @Nullable ScheduledFuture<?> ticking;

    /** A step and what has been told of it. */
    private static final class Step {
        private final String name;
        private final long rows;
        private final long begun;
        private long done;
        private int told;

        Step(String name, long rows, long begun) {
            this.name = name;
            this.rows = rows;
            this.begun = begun;
        }

        boolean isMeasured() {
            return rows > 0 && done <= rows;
        }
    }

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
        steps.addLast(new Step(newStep, newRows, nanos.getAsLong()));
        if (ticking == null) {
            ticking = CLOCK.scheduleAtFixedRate(this::tick, REDRAW_MILLIS, REDRAW_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void advance(long more) {
        if (!steps.isEmpty()) {
            steps.getLast().done += more;
        }
    }

    /** Shows the innermost of the steps that take long, if it is time to. */
    synchronized void tick() {
        long now = nanos.getAsLong();
        Iterator<Step> inner = steps.descendingIterator();
        while (inner.hasNext()) {
            Step step = inner.next();
            if (now - step.begun >= QUIET_NANOS) {
                show(step, now - step.begun);
                return;
            }
        }
    }

    private void show(Step step, long took) {
        if (terminal) {
            drawn = true;
            err.print("\r" + line(step, took) + "\u001b[K");
            err.flush();
        } else if (took >= next(step)) {
            while (took >= next(step)) {
                step.told++;
            }
            err.println(words(step, took));
        }
    }

    /** When the next plain line is due, ns after the beginning. */
    private static long next(Step step) {
        long seconds = step.told < SPARSE_S.length
                ? SPARSE_S[step.told]
                : SPARSE_S[SPARSE_S.length - 1] + MINUTE_S * (step.told - SPARSE_S.length + 1L);
        return TimeUnit.SECONDS.toNanos(seconds);
    }

    @Override
    public synchronized void end() {
        if (steps.isEmpty()) {
            return;
        }
        Step step = steps.removeLast();
        if (steps.isEmpty() && ticking != null) {
            ticking.cancel(false);
            ticking = null;
        }
        wipe();
        long took = nanos.getAsLong() - step.begun;
        if (!terminal && took >= QUIET_NANOS) {
            String many = step.done > 0 ? String.format(Locale.ROOT, ": %,d", step.done) : "";
            err.printf(Locale.ROOT, "%s%s in %s%n", step.name, many, span(took / 1e9));
        }
    }

    @Override
    public synchronized void note(String text) {
        wipe();
        err.println("note: " + text);
    }

    private void wipe() {
        if (drawn) {
            drawn = false;
            err.print("\r\u001b[K");
            err.flush();
        }
    }

    private static String words(Step step, long took) {
        String so = step.name + ": ";
        if (!step.isMeasured()) {
            return so + (step.done > 0 ? String.format(Locale.ROOT, "%,d after ", step.done) : "") + span(took / 1e9);
        }
        return so
                + String.format(Locale.ROOT, "%,d of %,d after ", step.done, step.rows)
                + span(took / 1e9)
                + left(step, took);
    }

    private static String line(Step step, long took) {
        if (!step.isMeasured()) {
            return step.name + "  " + (step.done > 0 ? String.format(Locale.ROOT, "%,d  ", step.done) : "")
                    + span(took / 1e9);
        }
        double fraction = (double) step.done / step.rows;
        int full = (int) (fraction * WIDTH);
        return String.format(
                Locale.ROOT,
                "%s  [%s%s] %3.0f %%%s",
                step.name,
                "█".repeat(full),
                "·".repeat(WIDTH - full),
                100 * fraction,
                left(step, took));
    }

    /** Nothing is known before the first part is done. */
    private static String left(Step step, long took) {
        return step.done == 0 ? "" : ", about " + span(took / 1e9 * (step.rows - step.done) / step.done) + " left";
    }

    private static String span(double seconds) {
        if (seconds < 99.5) {
            return String.format(Locale.ROOT, seconds < 9.95 ? "%.1f s" : "%.0f s", seconds);
        }
        long minutes = Math.round(seconds / 60);
        return minutes < 100 ? minutes + " min" : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }
}
