package org.cellarius.engine;

/** Hears how far a step has come, and what is found on the way. */
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

    /** Something about the data that the astronomer should know. */
    void note(String text);
}
