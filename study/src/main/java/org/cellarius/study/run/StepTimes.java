package org.cellarius.study.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.cellarius.engine.Progress;

/** Passes on what it hears, and keeps how long each step took, for the provenance. */
final class StepTimes implements Progress {

    /** Steps that ran while another one did are a level deeper. */
    record Took(String step, int level, double seconds) {}

    private record Open(String step, int place, long beganNs) {}

    private final Progress progress;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Took> took = new ArrayList<>();

    StepTimes(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void begin(String step, long rows) {
        synchronized (took) {
            open.push(new Open(step, took.size(), System.nanoTime()));
            took.add(new Took(step, open.size() - 1, 0));
        }
        progress.begin(step, rows);
    }

    @Override
    public void advance(long rows) {
        progress.advance(rows);
    }

    @Override
    public void end() {
        progress.end();
        synchronized (took) {
            Open last = open.pop();
            took.set(last.place(), new Took(last.step(), open.size(), (System.nanoTime() - last.beganNs()) * 1e-9));
        }
    }

    @Override
    public void note(String text) {
        progress.note(text);
    }

    /** Steps that have ended, in the order in which they began. */
    List<Took> ended() {
        synchronized (took) {
            return took.stream().filter(t -> t.seconds() > 0).toList();
        }
    }
}
