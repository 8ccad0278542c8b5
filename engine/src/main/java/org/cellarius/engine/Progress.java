package org.cellarius.engine;

import java.util.function.Supplier;

/** Hears how far a step has come, and what is found on the way. A step can hold others: the one that began last ends first. */
public interface Progress {

    /** Nobody listens. */
    Progress SILENT = new Progress() {
        @Override
        public void begin(String step, long rows) {}

        @Override
        public void advance(long rows) {}

        @Override
        public void end() {}

        @Override
        public void note(String text) {}
    };

    /** A step begins; {@code rows} is 0 where the number of rows is not known beforehand. */
    void begin(String step, long rows);

    /** So many more rows are done. */
    void advance(long rows);

    void end();

    /** A step of which nothing is known but that it runs, or whose parts tell themselves. */
    default <T> T during(String step, Supplier<T> work) {
        begin(step, 0);
        try {
            return work.get();
        } finally {
            end();
        }
    }

    /** Something about the data that the astronomer should know. */
    void note(String text);
}
