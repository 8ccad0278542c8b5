package org.cellarius.engine.condition;

/** A loop over rows in memory, from the first one on; what comes out stands from 0 on. */
@FunctionalInterface
interface RowLoop {
    void run(int first, int rows);
}
