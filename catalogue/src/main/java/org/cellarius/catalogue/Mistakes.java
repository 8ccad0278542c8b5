package org.cellarius.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Collects mistakes, so that a user hears of all of them at once: each part is tried, and {@link #check} throws what was
 * wrong, one mistake as itself, several as one {@link ManyMistakes}.
 */
public final class Mistakes {
    private final List<InputError> found = new ArrayList<>();

    /** What a part gives; empty where it is wrong, which is kept. */
    public <T> Optional<T> attempt(Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (InputError e) {
            add(e);
            return Optional.empty();
        }
    }

    /** What a part gives, or something that lets the rest be tried. */
    public <T> T attempt(Supplier<T> part, T otherwise) {
        return attempt(part).orElse(otherwise);
    }

    /** A part that gives nothing. */
    public void attempt(Runnable part) {
        try {
            part.run();
        } catch (InputError e) {
            add(e);
        }
    }

    /** One more mistake; one that is told already is not told twice. */
    public void add(InputError e) {
        for (InputError part : parts(e)) {
            if (found.stream().noneMatch(f -> f.whole().equals(part.whole()))) {
                found.add(part);
            }
        }
    }

    /** The single mistakes that an error tells. */
    public static List<InputError> parts(InputError e) {
        return e instanceof ManyMistakes many ? many.all() : List.of(e);
    }

    /** Whether nothing was wrong so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Throws what was wrong, if anything was. */
    public void check() {
        if (!found.isEmpty()) {
            throw asOne();
        }
    }

    /** What was wrong, as one error; something must be. */
    public InputError asOne() {
        return found.size() == 1 ? found.getFirst() : new ManyMistakes(found);
    }
}
