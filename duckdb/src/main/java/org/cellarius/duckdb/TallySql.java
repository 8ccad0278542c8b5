package org.cellarius.duckdb;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.engine.Tally;
import org.cellarius.engine.expression.Expression;

/** Counts conditions in a source: the rare ones first by what makes them suspected. */
final class TallySql {

    private TallySql() {}

    static Tally.Found count(DuckDbEngine engine, String source, Tally tally) {
        List<Expression> suspicions = tally.counts().stream()
                .flatMap(c -> c.suspicion().stream())
                .distinct()
                .toList();
        var first = new ArrayList<>(List.of("count(*)"));
        suspicions.forEach(s -> first.add(filtered(s)));
        tally.counts().stream().filter(c -> c.suspicion().isEmpty()).forEach(c -> first.add(filtered(c.condition())));
        double[] seen = engine.numbers(query(first, source));
        List<Tally.Count> confirmed = tally.counts().stream()
                .filter(c -> c.suspicion()
                        .filter(s -> seen[1 + suspicions.indexOf(s)] > 0)
                        .isPresent())
                .toList();
        double[] more = confirmed.isEmpty()
                ? new double[0]
                : engine.numbers(query(
                        confirmed.stream().map(c -> filtered(c.condition())).toList(), source));
        var found = new ArrayList<Long>();
        int plain = 1 + suspicions.size();
        for (Tally.Count count : tally.counts()) {
            if (count.suspicion().isEmpty()) {
                found.add((long) seen[plain++]);
            } else {
                int k = confirmed.indexOf(count);
                found.add(k < 0 ? 0L : (long) more[k]);
            }
        }
        return new Tally.Found((long) seen[0], found);
    }

    private static String filtered(Expression condition) {
        return "count(*) FILTER (" + ExpressionSql.of(condition) + ")";
    }

    private static String query(List<String> numbers, String source) {
        return "SELECT " + String.join(", ", numbers) + " FROM " + source;
    }
}
