package org.cellarius.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Tally;
import org.cellarius.engine.expression.Expression;
import org.cellarius.study.result.Cutflow;

/**
 * What became missing as columns were mapped, and the values that look as if they meant it.
 *
 * @param counts what is counted
 */
record ColumnLosses(List<Count> counts) {

    /** A count, in words. */
    private record Count(String words, Tally.Count count, boolean always, boolean doubtful) {}

    static ColumnLosses of(String file, List<ColumnMapping> mappings) {
        var counts = new ArrayList<Count>();
        for (ColumnMapping m : mappings) {
            String name = m.column().name();
            m.losses()
                    .forEach(l -> counts.add(new Count(
                            name + ": " + l.words() + " in " + file,
                            Tally.Count.of(l.condition()),
                            l.always(),
                            false)));
            Optional<Expression> suspicion = m.doubtful();
            m.doubts()
                    .forEach(d -> counts.add(new Count(
                            name + ": values of exactly " + d.words() + " in " + file
                                    + ", used as they are; if they mean missing, list them under 'fillers'",
                            new Tally.Count(d.condition(), suspicion),
                            false,
                            true)));
        }
        return new ColumnLosses(counts);
    }

    Tally tally() {
        return new Tally(counts.stream().map(Count::count).toList());
    }

    /** Tells what was found. */
    void tell(Tally.Found found, Cutflow cutflow, Progress progress) {
        for (int k = 0; k < counts.size(); k++) {
            Count count = counts.get(k);
            long n = found.found().get(k);
            if (n > 0 || count.always()) {
                cutflow.counted(count.doubtful() ? "doubtful" : "missing", count.words(), found.rows(), n);
            }
            if (n > 0 && count.doubtful()) {
                progress.note(n + " × " + count.words());
            }
        }
    }
}
