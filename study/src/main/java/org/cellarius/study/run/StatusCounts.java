package org.cellarius.study.run;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cellarius.engine.Tally;
import org.cellarius.engine.expression.Expression;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.study.result.Cutflow;

/**
 * How many stars have each status that a kernel gives.
 *
 * @param column the column of the status
 */
record StatusCounts(String column) {

    private static final List<StarStatus> BY_NAME = Stream.of(StarStatus.values())
            .sorted(Comparator.comparing(StarStatus::name))
            .toList();

    Tally tally() {
        return new Tally(BY_NAME.stream()
                .map(s -> Tally.Count.of(Expression.text(column).isEqualTo(Expression.of(s.name()))))
                .toList());
    }

    /** Tells of each status that was found. */
    void tell(Tally.Found found, Cutflow cutflow, String step, String before) {
        for (int k = 0; k < BY_NAME.size(); k++) {
            long n = found.found().get(k);
            if (n > 0) {
                cutflow.counted(step, before + "status " + BY_NAME.get(k).name(), found.rows(), n);
            }
        }
    }
}
