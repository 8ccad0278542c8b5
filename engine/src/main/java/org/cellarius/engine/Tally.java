package org.cellarius.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows that fulfil conditions, counted together in one pass.
 *
 * @param counts what is counted
 */
public record Tally(List<Count> counts) {

    /**
     * One number.
     *
     * @param condition SQL condition on a row
     * @param suspicion a condition that holds wherever the other does, and rarely; it is counted first, the other only where it was found
     */
    public record Count(String condition, Optional<String> suspicion) {

        public static Count of(String condition) {
            return new Count(condition, Optional.empty());
        }

        private String sql() {
            return filtered(condition);
        }

        private static String filtered(String condition) {
            return "count(*) FILTER (" + condition + "\n)";
        }
    }

    /**
     * What was found.
     *
     * @param rows rows seen
     * @param found how many of them fulfil each condition
     */
    public record Found(long rows, List<Long> found) {

        public Found {
            found = List.copyOf(found);
        }

        static Found nothing(int counts) {
            return new Found(0, IntStream.range(0, counts).mapToObj(k -> 0L).toList());
        }

        /** The numbers with blanks between them. */
        String text() {
            return rows + found.stream().map(n -> " " + n).collect(Collectors.joining());
        }

        static Found parse(String text) {
            List<Long> numbers =
                    Stream.of(text.split(" ", -1)).map(Long::parseLong).toList();
            return new Found(numbers.getFirst(), numbers.subList(1, numbers.size()));
        }

        Found plus(Found other) {
            return new Found(
                    rows + other.rows,
                    IntStream.range(0, found.size())
                            .mapToObj(k -> found.get(k) + other.found.get(k))
                            .toList());
        }
    }

    public Tally {
        counts = List.copyOf(counts);
    }

    /** Counts in a table. */
    Found in(Engine engine, StarTable table) {
        List<String> suspicions =
                counts.stream().flatMap(c -> c.suspicion().stream()).distinct().toList();
        var first = new ArrayList<>(List.of("count(*)"));
        suspicions.forEach(s -> first.add(Count.filtered(s)));
        counts.stream().filter(c -> c.suspicion().isEmpty()).forEach(c -> first.add(c.sql()));
        double[] seen = engine.numbers(query(first, table));
        List<Count> confirmed = counts.stream()
                .filter(c -> c.suspicion()
                        .filter(s -> seen[1 + suspicions.indexOf(s)] > 0)
                        .isPresent())
                .toList();
        double[] more = confirmed.isEmpty()
                ? new double[0]
                : engine.numbers(query(confirmed.stream().map(Count::sql).toList(), table));
        var found = new ArrayList<Long>();
        int plain = 1 + suspicions.size();
        for (Count count : counts) {
            if (count.suspicion().isEmpty()) {
                found.add((long) seen[plain++]);
            } else {
                int k = confirmed.indexOf(count);
                found.add(k < 0 ? 0L : (long) more[k]);
            }
        }
        return new Found((long) seen[0], found);
    }

    private static String query(List<String> numbers, StarTable table) {
        return "SELECT " + String.join(", ", numbers) + " FROM " + table.sql();
    }
}
