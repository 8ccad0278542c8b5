package org.cellarius.galaxy.column;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Does a number of tasks that do not know of each other, in any order, on the threads of whoever gives them. */
@FunctionalInterface
public interface Tasks {

    /** One after the other. */
    Tasks IN_TURN = (tasks, task) -> IntStream.range(0, tasks).forEach(task);

    /** Does the tasks 0, 1, &hellip;, and comes back when all are done. */
    void each(int tasks, IntConsumer task);
}
