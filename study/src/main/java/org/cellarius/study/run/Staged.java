package org.cellarius.study.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
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

    /** Who wants to know what is counted: told once, from the stars or from the cache. */
    private static final class Hearer {
        private final Consumer<Tally.Found> told;
        private boolean knows;

        private Hearer(Consumer<Tally.Found> told) {
            this.told = told;
        }

        private void hear(Tally.Found found) {
            if (!knows) {
                knows = true;
                told.accept(found);
            }
        }
    }

    private final Workshop workshop;
    private final String stage;
    private final String key;
    private final StarTable shape;
    private final Optional<StarStream> stream;
    private final List<Hearer> hearers;
    private final UnaryOperator<InputError> placing;
    private Optional<StarTable> made;
    private List<Tally.Found> found = List.of();

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
        all.add(new Hearer(hearer));
        StarStream next = stream.orElseThrow().count(tally);
        return new Staged(workshop, stage, key, shape, Optional.of(next), all, placing);
    }

    /** The stars as a table: from the cache, or made now. What was counted is told. */
    StarTable table() {
        if (made.isEmpty()) {
            PassedStars passed = passed();
            found = passed.found();
            tell(hearers, found);
            made = Optional.of(passed.table());
        }
        return made.orElseThrow();
    }

    private static void tell(List<Hearer> hearers, List<Tally.Found> found) {
        for (int k = 0; k < hearers.size(); k++) {
            hearers.get(k).hear(found.get(k));
        }
    }

    /**
     * Stars that are made of others and lie in the cache, with all that is counted of the others: who wants to know hears it also where the others are not asked for.
     *
     * @param of the others
     * @param make asks for their tables and writes the file
     */
    static Staged kept(Workshop workshop, List<Staged> of, String stage, String key, Function<Path, StarTable> make) {
        List<Staged> waiting = of.stream().filter(s -> s.made.isEmpty()).toList();
        List<Hearer> hearers = waiting.stream().flatMap(s -> s.hearers.stream()).toList();
        PassedStars passed = workshop.cache()
                .passed(
                        workshop.engine(),
                        stage,
                        counted(workshop, stage, key, hearers.size()),
                        hearers.size(),
                        file -> {
                            StarTable table = make.apply(file);
                            waiting.forEach(Staged::table);
                            return new PassedStars(
                                    table,
                                    waiting.stream()
                                            .flatMap(s -> s.found.stream())
                                            .toList());
                        });
        tell(hearers, passed.found());
        return of(workshop, passed.table(), key);
    }

    /** The key of a file with so many counts: who listens differs between studies that share the stars. */
    private static String counted(Workshop workshop, String stage, String key, int counts) {
        return counts == 0 ? key : workshop.cache().key(stage, List.of(key, counts + " counts"));
    }

    private PassedStars passed() {
        String file = counted(workshop, stage, key, hearers.size());
        return workshop.cache().passed(workshop.engine(), stage, file, hearers.size(), path -> {
            try {
                return workshop.engine().write(stream.orElseThrow(), path, workshop.progress());
            } catch (InputError e) {
                throw placing.apply(e);
            }
        });
    }
}
