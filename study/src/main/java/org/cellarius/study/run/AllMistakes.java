package org.cellarius.study.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.Mistakes;
import org.cellarius.catalogue.yaml.YamlDocument;
import org.cellarius.study.read.StudySchema;

/**
 * All mistakes of a study at once: what was found wrong is taken out and the rest is checked again, until nothing new is
 * found. A mistake of words so hides neither those of files and units nor those of cuts and products.
 */
final class AllMistakes {

    /** Each round finds all that one stage of the checks can tell; there are fewer stages than this. */
    private static final int MOST_ROUNDS = 12;

    private AllMistakes() {}

    /**
     * @param first what the check of the whole document said
     * @param check tells the mistakes of a document
     */
    static InputError of(InputError first, YamlDocument document, Consumer<YamlDocument> check) {
        var mistakes = new Mistakes();
        List<InputError> known = Mistakes.parts(first);
        SoundParts whole = SoundParts.all(StudySchema.spelled(document)).after(known, document);
        known.stream().filter(m -> !whole.explain(m)).forEach(mistakes::add);
        Optional<SoundParts> left = whole.document().equals(document) ? whole.without(known) : Optional.of(whole);
        for (int round = 1; round < MOST_ROUNDS && left.isPresent(); round++) {
            SoundParts parts = left.get();
            try {
                check.accept(parts.document());
                break;
            } catch (InputError e) {
                List<InputError> found = Mistakes.parts(e);
                found.stream().filter(m -> !parts.explain(m)).forEach(mistakes::add);
                left = parts.without(found);
            }
        }
        return mistakes.asOne();
    }
}
