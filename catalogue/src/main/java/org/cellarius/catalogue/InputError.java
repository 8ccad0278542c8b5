package org.cellarius.catalogue;

import java.util.Objects;

/**
 * A mistake in what the astronomer gave us: says what is wrong, where, and what to do.
 *
 * <p>It is the one exception that reaches the user as a sentence and without a stack trace; a defect of ours is any
 * other exception.
 */
public class InputError extends RuntimeException {
    private final String what;
    private final String where;
    private final String remedy;

    /**
     * @param what what is wrong, without a full stop
     * @param where file, column, row or study line; may be empty
     * @param remedy what to do, a sentence without its full stop
     */
    public InputError(String what, String where, String remedy) {
        super(sentence(what, where, remedy));
        this.what = what;
        this.where = where;
        this.remedy = remedy;
    }

    public String what() {
        return what;
    }

    public String where() {
        return where;
    }

    public String remedy() {
        return remedy;
    }

    /** All three in one sentence. */
    public String whole() {
        return sentence(what, where, remedy);
    }

    /** The same error with its technical cause attached (shown only when the user asks for details). */
    public InputError withCause(Throwable cause) {
        initCause(cause);
        return this;
    }

    private static String sentence(String what, String where, String remedy) {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(remedy, "remedy");
        String place = where.isEmpty() ? "" : " (" + where + ")";
        String advice = remedy.isEmpty() ? "" : ". " + remedy;
        return what + place + advice;
    }
}
