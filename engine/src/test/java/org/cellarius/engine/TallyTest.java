package org.cellarius.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.engine.expression.Expression;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Expression LARGE = Expression.number("x").isAbove(Expression.of(1e9));
    private static final Expression SMALL = Expression.number("x").isBelow(Expression.of(-1e9));
    private static final Expression MISSING = Expression.number("x").isMissing();
    private static final Expression CALM = Expression.number("y").isMissing();

    /** What is suspected is looked at again, what is not stays unasked. */
    @Test
    void whatIsSuspectedIsCountedInASecondRound() {
        var tally = new Tally(List.of(
                new Tally.Count(LARGE, Optional.of(MISSING)),
                Tally.Count.of(MISSING),
                new Tally.Count(SMALL, Optional.of(CALM)),
                Tally.Count.of(LARGE)));
        Map<Expression, Long> truth = Map.of(Expression.always(), 100L, LARGE, 7L, MISSING, 11L, CALM, 0L, SMALL, 99L);
        var asked = new ArrayList<List<Expression>>();
        Tally.Found found = tally.counted(conditions -> {
            asked.add(conditions);
            return conditions.stream().map(truth::get).toList();
        });
        assertThat(found).isEqualTo(new Tally.Found(100, List.of(7L, 11L, 0L, 7L)));
        assertThat(asked).containsExactly(List.of(Expression.always(), MISSING, CALM, LARGE), List.of(LARGE));
    }
}
