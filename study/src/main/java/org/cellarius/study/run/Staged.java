package org.cellarius.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.PassedStars;
import org.cellarius.engine.StarStream;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.Tally;

/**
 * The stars of a stage, and the hash of all that they were made of. Cheap steps in a row are only noted; they run in one pass over the source when somebody asks for the
 * {@link #table}, which the cache then keeps with all that was counted on the way.
 */
final class Staged {

    /** What is counted, and who wants to know. */
    private record Hearer(Tally tally, Consumer<Tally.Found> told) {}

    private final Workshop workshop;
    private final String stage;
    private final String key;
    private final StarTable shape;
    private final Optional<StarStream> stream;
    private final List<Hearer> hearers;
    private final UnaryOperator<InputError> placing;
    private Optional<StarTable> made;

    private Staged(
            Workshop workshop,
            String stage,
            String key,
            StarTable shape,
            Optional<StarStream> stream,
            List<Hearer> hearers,
            UnaryOperator<InputError> placing) {
        this.workshop = workshop;
        this.stage = stage;
        this.key = key;
        this.shape = shape;
        this.stream = stream;
        this.hearers = List.copyOf(hearers);
        this.placing = placing;
        this.made = stream.isPresent() ? Optional.empty() : Optional.of(shape);
    }

    /** Stars that lie there. */
    static Staged of(Workshop workshop, StarTable table, String key) {
        return new Staged(workshop, "", key, table, Optional.empty(), List.of(), e -> e);
    }

    /**
     * Stars that are read when they are asked for.
     *
     * @param placing says of an error in reading which line of the study it concerns
     */
    static Staged of(
            Workshop workshop, StarStream stream, String stage, String key, UnaryOperator<InputError> placing) {
        return new Staged(workshop, stage, key, stream.shape(), Optional.of(stream), List.of(), placing);
    }

    String key() {
        return key;
    }

    /** The columns, over which expressions are read; the rows may not be there yet. */
    StarTable shape() {
        return made.orElse(shape);
    }

    /** The same stars after further steps in the same pass. */
    Staged then(String nextStage, String nextKey, UnaryOperator<StarStream> steps) {
        StarStream next = steps.apply(made.map(workshop.engine()::stream).orElseGet(stream::orElseThrow));
        return new Staged(
                workshop,
                nextStage,
                nextKey,
                next.shape(),
                Optional.of(next),
                made.isPresent() ? List.of() : hearers,
                placing);
    }

    /** The same stars, of which something is counted: now if they are there, else as they pass. */
    Staged counted(Tally tally, Consumer<Tally.Found> hearer) {
        if (made.isPresent()) {
            hearer.accept(workshop.engine().count(made.get(), tally));
            return this;
        }
        var all = new ArrayList<>(hearers);
        all.add(new Hearer(tally, hearer));
        StarStream next = stream.orElseThrow().count(tally);
        return new Staged(workshop, stage, key, shape, Optional.of(next), all, placing);
    }

    /** The stars as a table: from the cache, or made now. What was counted is told. */
    StarTable table() {
        if (made.isEmpty()) {
            PassedStars passed = passed();
            for (int k = 0; k < hearers.size(); k++) {
                hearers.get(k).told().accept(passed.found().get(k));
            }
            made = Optional.of(passed.table());
        }
        return made.orElseThrow();
    }

    private PassedStars passed() {
        return workshop.cache().passed(workshop.engine(), stage, key, hearers.size(), file -> {
            try {
                return workshop.engine().write(stream.orElseThrow(), file, workshop.progress());
            } catch (InputError e) {
                throw placing.apply(e);
            }
        });
    }
}
