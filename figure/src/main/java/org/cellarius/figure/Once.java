package org.cellarius.figure;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is made when it is asked for first. */
final class Once<T> {

    private Optional<T> made = Optional.empty();

    T get(Supplier<T> maker) {
        if (made.isEmpty()) {
            made = Optional.of(maker.get());
        }
        return made.orElseThrow();
    }
}
