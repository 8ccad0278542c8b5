package org.cellarius.engine.condition;

import org.cellarius.engine.expression.Expression;

/** An expression that only a database computes. */
public final class NotInMemory extends Exception {

    private static final long serialVersionUID = 1;

    public NotInMemory(String what) {
        super(what, null, false, false);
    }

    public static NotInMemory of(Expression expression) {
        return new NotInMemory(expression.toString());
    }
}
