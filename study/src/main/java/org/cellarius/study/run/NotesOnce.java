package org.cellarius.study.run;

import java.util.HashSet;
import java.util.Set;
import org.cellarius.engine.Progress;

/** Passes each note on once: files are opened, and values counted, again for every alternative. */
final class NotesOnce implements Progress {

    private final Progress progress;
    private final Set<String> told = new HashSet<>();

    NotesOnce(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void begin(String step, long rows) {
        progress.begin(step, rows);
    }

    @Override
    public void advance(long rows) {
        progress.advance(rows);
    }

    @Override
    public void end() {
        progress.end();
    }

    @Override
    public void note(String text) {
        if (fresh(text)) {
            progress.note(text);
        }
    }

    private synchronized boolean fresh(String text) {
        return told.add(text);
    }
}
