package org.cellarius.app;

import java.io.PrintStream;
import java.util.Locale;
import org.cellarius.engine.Progress;

/**
 * Progress on standard error: on a terminal one line that is drawn again, with the time left; else a plain line per long step.
 */
final class TerminalProgress implements Progress {

    private static final long REDRAW_NANOS = 150_000_000;
    private static final long QUIET_NANOS = 1_000_000_000;
    private static final int WIDTH = 24;

    private final PrintStream err = System.err;
    private final boolean terminal;
    private String step = "";
    private long rows;
    private long done;
    private long begun;
    private long drawn;

    TerminalProgress() {
        // System.console() alone tells nothing about standard error; the launcher passes what the shell sees.
        this.terminal = "1".equals(System.getenv("CELLARIUS_TERMINAL"));
    }

    @Override
    public void begin(String newStep, long newRows) {
        step = newStep;
        rows = newRows;
        done = 0;
        begun = System.nanoTime();
        drawn = begun;
    }

    @Override
    public void advance(long more) {
        done += more;
        long now = System.nanoTime();
        if (terminal && now - drawn > REDRAW_NANOS) {
            drawn = now;
            err.print("\r" + line(now) + "\u001b[K");
            err.flush();
        }
    }

    @Override
    public void end() {
        long took = System.nanoTime() - begun;
        if (terminal) {
            err.print("\r\u001b[K");
            err.flush();
        } else if (took > QUIET_NANOS) {
            String many = done > 0 ? String.format(Locale.ROOT, ": %,d rows", done) : "";
            err.printf(Locale.ROOT, "%s%s in %.1f s%n", step, many, took / 1e9);
        }
    }

    @Override
    public void note(String text) {
        err.println((terminal ? "\r\u001b[K" : "") + "note: " + text);
    }

    private String line(long now) {
        double seconds = (now - begun) / 1e9;
        if (rows <= 0 || done > rows) {
            return String.format(Locale.ROOT, "%s  %,d rows  %.0f s", step, done, seconds);
        }
        double fraction = (double) done / rows;
        int full = (int) (fraction * WIDTH);
        double left = done == 0 ? 0 : seconds * (rows - done) / done;
        return String.format(
                Locale.ROOT,
                "%s  [%s%s] %3.0f %%  %.0f s left",
                step,
                "█".repeat(full),
                "·".repeat(WIDTH - full),
                100 * fraction,
                left);
    }
}
