package org.cellarius.study.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.PartialFiles;
import org.cellarius.engine.PassedStars;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.StageCache;
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
        StageCache cache = workshop.cache();
        Path file = cache.tableOf(stage, key);
        Path counts = cache.tableOf(stage + "-counts", key);
        if (Files.exists(file) && Files.exists(counts)) {
            try {
                return new PassedStars(
                        workshop.engine().open(file), counts(workshop.engine().open(counts)));
            } catch (InputError damaged) {
                // Cut short by a full disk or another program: made anew.
                PartialFiles.delete(file);
            }
        }
        PartialFiles.delete(counts);
        try {
            PassedStars passed = workshop.engine().write(stream.orElseThrow(), file, workshop.progress());
            workshop.engine().store(table(passed.found()), counts);
            return passed;
        } catch (InputError e) {
            throw placing.apply(e);
        }
    }

    /** What was counted, as a table that the cache keeps. */
    private static SmallTable table(List<Tally.Found> found) {
        var table = new SmallTable.Builder().count("tally", "").count("n", "");
        for (int k = 0; k < found.size(); k++) {
            table.row((long) k, found.get(k).rows());
            for (long n : found.get(k).found()) {
                table.row((long) k, n);
            }
        }
        return table.build();
    }

    private List<Tally.Found> counts(StarTable kept) {
        var numbers = new ArrayList<List<Long>>();
        hearers.forEach(h -> numbers.add(new ArrayList<>()));
        for (List<Optional<String>> row : workshop.engine().rows("SELECT tally, n FROM " + kept.sql())) {
            int tally = Integer.parseInt(row.get(0).orElseThrow());
            if (tally < numbers.size()) {
                numbers.get(tally).add(Long.parseLong(row.get(1).orElseThrow()));
            }
        }
        var found = new ArrayList<Tally.Found>();
        for (int k = 0; k < hearers.size(); k++) {
            List<Long> n = numbers.get(k);
            if (n.size() != 1 + hearers.get(k).tally().counts().size()) {
                throw new InputError("counts are missing", kept.parquet().toString(), "");
            }
            found.add(new Tally.Found(n.getFirst(), n.subList(1, n.size())));
        }
        return found;
    }
}
