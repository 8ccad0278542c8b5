package org.cellarius.catalogue.tap;

/** An archive, or the way to it, failed although the query may be right: silence, a cut answer, an error of the server. */
public class ServiceFailure extends RuntimeException {

    public ServiceFailure(String message) {
        super(message);
    }

    public ServiceFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
