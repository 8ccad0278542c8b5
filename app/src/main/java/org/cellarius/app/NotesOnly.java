package org.cellarius.app;

import org.cellarius.engine.Progress;

/** Notes on standard error, without the progress of steps that take no time. */
final class NotesOnly implements Progress {

    @Override
    public void begin(String step, long rows) {}

    @Override
    public void advance(long rows) {}

    @Override
    public void end() {}

    @Override
    public void note(String text) {
        System.err.println("note: " + text);
    }
}
