package org.cellarius.galaxy.column;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that takes long to make: it is made once, by the first thread that asks for it. Thread-safe. */
public final class OnDemand<T> {

    private final Supplier<T> maker;
    private volatile Optional<T> made = Optional.empty();

    public OnDemand(Supplier<T> maker) {
        this.maker = maker;
    }

    /** The value. */
    public T get() {
        Optional<T> ready = made;
        return ready.isPresent() ? ready.get() : first();
    }

    private synchronized T first() {
        T value = made.orElseGet(maker);
        made = Optional.of(value);
        return value;
    }
}
