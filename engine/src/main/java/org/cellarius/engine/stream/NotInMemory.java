package org.cellarius.engine.stream;

/** An expression that only a database computes. */
final class NotInMemory extends Exception {

    private static final long serialVersionUID = 1;

    NotInMemory(String what) {
        super(what, null, false, false);
    }
}
