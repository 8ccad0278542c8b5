package org.cellarius.engine;

/** Hears how far a step has come. */
public interface Progress {

    /** Nobody listens. */
    Progress SILENT = new Progress() {
        @Override
        public void begin(String step, long rows) {}

        @Override
        public void advance(long rows) {}

        @Override
        public void end() {}
    };

    /** A step begins; {@code rows} is 0 where the number of rows is not known beforehand. */
    void begin(String step, long rows);

    /** So many more rows are done. */
    void advance(long rows);

    void end();
}
