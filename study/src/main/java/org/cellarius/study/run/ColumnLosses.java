package org.cellarius.study.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Progress;
import org.cellarius.engine.StarTable;
import org.cellarius.study.result.Cutflow;

/** Counts in the cut flow what became missing as columns were mapped, and the values that look as if they meant it. */
record ColumnLosses(Engine engine, Cutflow cutflow, Progress progress) {

    void count(String file, StarTable raw, List<ColumnMapping> mappings) {
        record Count(String words, String condition, boolean always, boolean doubtful) {}
        var counts = new ArrayList<Count>();
        Set<String> doubtful = doubtful(raw, mappings);
        for (ColumnMapping m : mappings) {
            String name = m.column().name();
            m.losses()
                    .forEach(l -> counts.add(
                            new Count(name + ": " + l.words() + " in " + file, l.condition(), l.always(), false)));
            List<ColumnMapping.Loss> doubts = doubtful.contains(name) ? m.doubts() : List.of();
            doubts.forEach(d -> counts.add(new Count(
                    name + ": values of exactly " + d.words() + " in " + file
                            + ", used as they are; if they mean missing, list them under 'fillers'",
                    d.condition(),
                    false,
                    true)));
        }
        if (counts.isEmpty()) {
            return;
        }
        String filters = counts.stream()
                .map(c -> "count(*) FILTER (" + c.condition() + ")")
                .collect(Collectors.joining(", "));
        double[] found = engine.numbers("SELECT " + filters + " FROM " + raw.sql());
        for (int k = 0; k < found.length; k++) {
            Count count = counts.get(k);
            if (found[k] > 0 || count.always()) {
                cutflow.counted(count.doubtful() ? "doubtful" : "missing", count.words(), raw.rows(), (long) found[k]);
            }
            if (found[k] > 0 && count.doubtful()) {
                progress.note((long) found[k] + " × " + count.words());
            }
        }
    }

    /** The columns that hold a value that looks like a filler. */
    private Set<String> doubtful(StarTable raw, List<ColumnMapping> mappings) {
        List<ColumnMapping> asked =
                mappings.stream().filter(m -> m.doubtful().isPresent()).toList();
        if (asked.isEmpty()) {
            return Set.of();
        }
        String filters = asked.stream()
                .map(m -> "count(*) FILTER (" + m.doubtful().orElseThrow() + ")")
                .collect(Collectors.joining(", "));
        double[] found = engine.numbers("SELECT " + filters + " FROM " + raw.sql());
        var names = new LinkedHashSet<String>();
        for (int k = 0; k < found.length; k++) {
            if (found[k] > 0) {
                names.add(asked.get(k).column().name());
            }
        }
        return names;
    }
}
