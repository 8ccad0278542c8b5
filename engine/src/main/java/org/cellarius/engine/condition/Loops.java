package org.cellarius.engine.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Loops over some rows, one after the other. */
public final class Loops {

    private final List<IntConsumer> all = new ArrayList<>();

    /** Adds a loop that is given the number of rows. */
    public void add(IntConsumer loop) {
        all.add(loop);
    }

    public void run(int rows) {
        for (IntConsumer loop : all) {
            loop.accept(rows);
        }
    }
}
