package org.cellarius.galaxy.column;

/**
 * A statistic of groups of stars that sees those of a group in rising order of x: a running median, whose windows are stars side by side in x.
 *
 * @param <S> what is found of a group
 */
public interface OrderedStatistic<S> {

    /** Number of groups. */
    int groups();

    /** Number of columns that it reads: x, y, and those that tell the group. */
    int columns();

    /** The group of a row; -1 for none. */
    int groupOf(double[][] in, int row);

    /** The statistic of a group. Called for several groups at the same time, each once. */
    S of(int group, OrderedRows rows);
}
