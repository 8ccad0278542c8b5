package org.cellarius.engine.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Loops over the rows of a block, one after the other. */
final class Loops {

    private final List<IntConsumer> all = new ArrayList<>();

    /** Adds a loop that is given the number of rows. */
    void add(IntConsumer loop) {
        all.add(loop);
    }

    void run(int rows) {
        for (IntConsumer loop : all) {
            loop.accept(rows);
        }
    }
}
