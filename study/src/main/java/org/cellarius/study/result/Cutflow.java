package org.cellarius.study.result;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.engine.SmallTable;

/** The rows before and after each step, in order. */
public final class Cutflow {

    /**
     * One step.
     *
     * @param step what kind: read, missing, join, repeats, phase space, cut, population
     * @param detail what exactly
     * @param before rows before it
     * @param after rows after it; equal to before where the step only counts
     * @param affected rows removed, or counted
     */
    public record Entry(String step, String detail, long before, long after, long affected) {}

    private final List<Entry> entries = new ArrayList<>();

    /** A step that takes rows away, or brings them. */
    public void step(String step, String detail, long before, long after) {
        entries.add(new Entry(step, detail, before, after, Math.abs(before - after)));
    }

    /** A step that leaves all rows but counts some. */
    public void counted(String step, String detail, long rows, long affected) {
        entries.add(new Entry(step, detail, rows, rows, affected));
    }

    /** What a file holds. */
    public void read(Entry read) {
        entries.add(read);
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The cut flow as a table. */
    public SmallTable table() {
        var table = new SmallTable.Builder()
                .text("step", "kind of step")
                .text("detail", "what exactly")
                .count("before", "rows before the step")
                .count("after", "rows after it")
                .count("affected", "rows removed or counted by it");
        entries.forEach(e -> table.row(e.step(), e.detail(), e.before(), e.after(), e.affected()));
        return table.build();
    }
}
