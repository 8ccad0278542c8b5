package org.cellarius.catalogue;

import java.util.List;

/** Several mistakes, each with its place and its remedy, a line each. */
public final class ManyMistakes extends InputError {
    private static final int SHOWN = 20;

    private final List<InputError> all;

    ManyMistakes(List<InputError> all) {
        super(sentences(all), "", "");
        this.all = List.copyOf(all);
    }

    /** The mistakes, in the order in which they were found. */
    public List<InputError> all() {
        return all;
    }

    private static String sentences(List<InputError> all) {
        var told = new StringBuilder(all.size() + " mistakes:");
        all.stream()
                .limit(SHOWN)
                .forEach(e -> told.append("\n  ").append(e.whole().replace("\n", "\n    ")));
        if (all.size() > SHOWN) {
            told.append("\n  and ").append(all.size() - SHOWN).append(" more");
        }
        return told.toString();
    }
}
