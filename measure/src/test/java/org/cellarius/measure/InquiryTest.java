package org.cellarius.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.engine.Answers;
import org.cellarius.engine.Question;
import org.cellarius.engine.expression.Expression;
import org.junit.jupiter.api.Test;

/** What goes together is asked together, and nothing later than it can be. */
class InquiryTest {

    private static final Expression X = Expression.number("x");

    private static Question.Count above(double limit) {
        return new Question.Count(X.isAbove(Expression.of(limit)));
    }

    /** Answers every count by its own text's length; notes the rounds. */
    private static <R> R asked(Inquiry<R> inquiry, List<Integer> rounds) {
        Inquiry<R> now = inquiry;
        while (now instanceof Inquiry.Pending<R> asking) {
            rounds.add(asking.questions().size());
            var answers = new Answers();
            for (Question<?> question : asking.questions()) {
                if (question instanceof Question.Count count) {
                    answers.add(count, (long) limit(count));
                }
            }
            now = asking.next().apply(answers);
        }
        return ((Inquiry.Found<R>) now).value();
    }

    /** The limit that the question asks about. */
    private static double limit(Question.Count count) {
        String text = count.condition().toString();
        return Double.parseDouble(text.replaceAll(".*value=([0-9.]+).*", "$1"));
    }

    /** A chain of so many questions, each asking about one more than it was answered. */
    private static Inquiry<Long> chain(double from, int length) {
        Inquiry<Long> first = Inquiry.of(above(from));
        return length == 1 ? first : first.then(n -> chain(n + 1.0, length - 1));
    }

    @Test
    void chainsSideBySideTakeAsManyRoundsAsTheLongest() {
        var rounds = new ArrayList<Integer>();
        List<Long> found =
                asked(Inquiry.all(List.of(chain(1, 3), chain(10, 1), Inquiry.found(7L), chain(20, 2))), rounds);
        assertThat(found).containsExactly(3L, 10L, 7L, 21L);
        assertThat(rounds).containsExactly(3, 2, 1);
    }

    @Test
    void pairsWaitOnlyForWhatTheyNeed() {
        var rounds = new ArrayList<Integer>();
        long sum = asked(
                chain(1, 2)
                        .with(chain(5, 1), Long::sum)
                        .then(n -> chain(n, 1).with(Inquiry.found(100L), Long::sum))
                        .map(n -> 2 * n),
                rounds);
        assertThat(sum).isEqualTo(2 * (2 + 5 + 100));
        assertThat(rounds).containsExactly(2, 1, 1);
    }

    @Test
    void whatIsKnownAsksNothing() {
        var rounds = new ArrayList<Integer>();
        assertThat(asked(Inquiry.all(List.of(Inquiry.found("a"), Inquiry.found("b"))), rounds))
                .containsExactly("a", "b");
        assertThat(rounds).isEmpty();
    }
}
