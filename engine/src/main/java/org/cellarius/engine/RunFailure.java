package org.cellarius.engine;

/** The run could not be finished although the input may be right: a full disk, too little memory, an interrupted step. */
public class RunFailure extends RuntimeException {
    public RunFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
