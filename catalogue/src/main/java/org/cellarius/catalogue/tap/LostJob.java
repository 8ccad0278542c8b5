package org.cellarius.catalogue.tap;

/** A job that will give no table any more: aborted, or its table deleted. */
public final class LostJob extends ServiceFailure {

    LostJob(String message) {
        super(message);
    }
}
