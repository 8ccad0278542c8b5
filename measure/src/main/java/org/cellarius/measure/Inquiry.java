package org.cellarius.measure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cellarius.engine.Answers;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Question;
import org.cellarius.engine.StarTable;

/**
 * Something that is found out about stars in rounds: questions, then what follows from their answers. Inquiries that do not wait for each other are joined ({@link #all},
 * {@link #with}): the questions of a round are asked together, in one pass over the stars.
 *
 * @param <R> what is found
 */
public sealed interface Inquiry<R> {

    /** Nothing is left to ask. */
    record Found<R>(R value) implements Inquiry<R> {}

    /**
     * A round.
     *
     * @param next what follows from the answers
     */
    record Pending<R>(List<Question<?>> questions, Function<Answers, Inquiry<R>> next) implements Inquiry<R> {
        public Pending {
            questions = List.copyOf(questions);
        }
    }

    /** What needs no question. */
    static <R> Inquiry<R> found(R value) {
        return new Found<>(value);
    }

    /** One question. */
    static <A> Inquiry<A> of(Question<A> question) {
        return new Pending<>(List.of(question), answers -> found(answers.to(question)));
    }

    /** What is found first decides what is asked next. */
    default <S> Inquiry<S> then(Function<R, Inquiry<S>> next) {
        return switch (this) {
            case Found<R> f -> next.apply(f.value());
            case Pending<R> a ->
                new Pending<>(a.questions(), answers -> a.next().apply(answers).then(next));
        };
    }

    /** Something made of what is found. */
    default <S> Inquiry<S> map(Function<R, S> made) {
        return then(r -> found(made.apply(r)));
    }

    /** Two inquiries side by side. */
    default <S, T> Inquiry<T> with(Inquiry<S> other, BiFunction<R, S, T> made) {
        if (this instanceof Found<R> f) {
            return other.map(s -> made.apply(f.value(), s));
        }
        if (other instanceof Found<S> f) {
            return map(r -> made.apply(r, f.value()));
        }
        return new Pending<>(
                Stream.concat(questions().stream(), other.questions().stream()).toList(),
                answers -> after(answers).with(other.after(answers), made));
    }

    /** Many side by side; what they find, in their order. */
    static <R> Inquiry<List<R>> all(List<Inquiry<R>> some) {
        List<Question<?>> round =
                some.stream().<Question<?>>flatMap(i -> i.questions().stream()).toList();
        if (round.isEmpty()) {
            var values = new ArrayList<R>();
            some.forEach(i -> {
                if (i instanceof Found<R> f) {
                    values.add(f.value());
                }
            });
            return found(List.copyOf(values));
        }
        return new Pending<>(
                round, answers -> all(some.stream().map(i -> i.after(answers)).toList()));
    }

    /** An inquiry that may find, in any round, that there is no answer: what is found then instead. */
    static <R, E extends RuntimeException> Inquiry<R> attempt(
            Supplier<Inquiry<? extends R>> inquiry, Class<E> noAnswer, Function<E, R> instead) {
        try {
            return switch (inquiry.get()) {
                case Found<? extends R> f -> found(f.value());
                case Pending<? extends R> a ->
                    new Pending<>(
                            a.questions(), answers -> attempt(() -> a.next().apply(answers), noAnswer, instead));
            };
        } catch (RuntimeException e) {
            if (noAnswer.isInstance(e)) {
                return found(instead.apply(noAnswer.cast(e)));
            }
            throw e;
        }
    }

    /** The questions of this round; none where all is found. */
    default List<Question<?>> questions() {
        return switch (this) {
            case Found<R> f -> List.of();
            case Pending<R> a -> a.questions();
        };
    }

    /** What is left after a round. */
    private Inquiry<R> after(Answers answers) {
        return switch (this) {
            case Found<R> f -> f;
            case Pending<R> a -> a.next().apply(answers);
        };
    }

    /** Asks round by round until all is found. */
    default R answered(Engine engine, StarTable stars, Progress progress) {
        Inquiry<R> now = this;
        while (true) {
            switch (now) {
                case Found<R> f -> {
                    return f.value();
                }
                case Pending<R> a ->
                    now = a.next().apply(engine.answer(stars, new LinkedHashSet<>(a.questions()), progress));
            }
        }
    }
}
