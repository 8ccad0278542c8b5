package org.cellarius.engine;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.engine.expression.Expression;

/**
 * Rows that fulfil conditions, counted together in one pass.
 *
 * @param counts what is counted
 */
public record Tally(List<Count> counts) {

    /**
     * One number.
     *
     * @param condition on a row
     * @param suspicion a condition that holds wherever the other does, and rarely; it is counted first, the other only where it was found
     */
    public record Count(Expression condition, Optional<Expression> suspicion) {

        public static Count of(Expression condition) {
            return new Count(condition, Optional.empty());
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

        public static Found nothing(int counts) {
            return new Found(0, IntStream.range(0, counts).mapToObj(k -> 0L).toList());
        }

        /** The numbers with blanks between them, from which {@link #parse} makes them again. */
        public String text() {
            return rows + found.stream().map(n -> " " + n).collect(Collectors.joining());
        }

        public static Found parse(String text) {
            List<Long> numbers =
                    Stream.of(text.split(" ", -1)).map(Long::parseLong).toList();
            return new Found(numbers.getFirst(), numbers.subList(1, numbers.size()));
        }

        public Found plus(Found other) {
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

    /**
     * Counts, what makes others suspected first.
     *
     * @param rows tells how many rows fulfil each of some conditions
     */
    public Found counted(Function<List<Expression>, List<Long>> rows) {
        var first = new LinkedHashSet<Expression>();
        first.add(Expression.always());
        counts.forEach(c -> first.add(c.suspicion().orElse(c.condition())));
        Map<Expression, Long> seen = counted(List.copyOf(first), rows);
        Map<Expression, Long> confirmed = counted(
                counts.stream()
                        .filter(c -> c.suspicion().filter(s -> of(seen, s) > 0).isPresent())
                        .map(Count::condition)
                        .distinct()
                        .toList(),
                rows);
        return new Found(
                of(seen, Expression.always()),
                counts.stream()
                        .map(c -> c.suspicion().isEmpty()
                                ? of(seen, c.condition())
                                : confirmed.getOrDefault(c.condition(), 0L))
                        .toList());
    }

    private static Map<Expression, Long> counted(
            List<Expression> conditions, Function<List<Expression>, List<Long>> rows) {
        var found = new HashMap<Expression, Long>();
        if (!conditions.isEmpty()) {
            List<Long> numbers = rows.apply(conditions);
            IntStream.range(0, conditions.size()).forEach(k -> found.put(conditions.get(k), numbers.get(k)));
        }
        return found;
    }

    private static long of(Map<Expression, Long> found, Expression condition) {
        return Optional.ofNullable(found.get(condition)).orElseThrow();
    }
}
