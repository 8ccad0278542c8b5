package org.cellarius.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What questions of one pass were answered. */
public final class Answers {

    private final Map<Question<?>, Object> known = new HashMap<>();

    /** Adds an answer. */
    public <A> void add(Question<A> question, A answer) {
        known.put(question, answer);
    }

    /** Hands all answers on. */
    public void addTo(Answers others) {
        others.known.putAll(known);
    }

    /** The answer to a question that was asked. */
    @SuppressWarnings("unchecked") // add lets nothing else in
    public <A> A to(Question<A> question) {
        return (A) Optional.ofNullable(known.get(question))
                .orElseThrow(() -> new IllegalArgumentException("was not asked: " + question));
    }
}
