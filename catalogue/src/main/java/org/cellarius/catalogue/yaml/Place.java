package org.cellarius.catalogue.yaml;

import java.util.Collection;
import java.util.function.Supplier;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.NearestWord;

/** A place in a file that people write, lines and columns counted from 1; or an option of a command, with line 0. */
public record Place(String file, int line, int column) {

    /** An option of a command, for example --x. */
    public static Place option(String name) {
        return new Place(name, 0, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }

    /** What a record refuses is told with this place. */
    public <T> T checked(Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            throw new InputError(String.valueOf(e.getMessage()), toString(), "Change the value").withCause(e);
        }
    }

    /**
     * Refuses a word that is not allowed here.
     *
     * @param what with its article: a population
     */
    public void oneOf(String word, Collection<String> allowed, String what) {
        if (!allowed.contains(word)) {
            throw new InputError(
                    "'" + word + "' is not " + what + NearestWord.question(allowed, word),
                    toString(),
                    allowed.isEmpty() ? "There is none" : "Choose one of " + String.join(", ", allowed));
        }
    }
}
