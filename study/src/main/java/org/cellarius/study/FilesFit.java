package org.cellarius.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cellarius.catalogue.InputError;
import org.cellarius.study.CatalogueSource.FileSource;
import org.cellarius.study.CatalogueSource.Join;

/**
 * Whether the files of a catalogue fit together: each join and match finds the columns that it needs, in its file and in those before it, and no
 * column comes from two files. What a survey dictionary offers a file may lack, so that this is asked twice: of the study as it is written,
 * and once the columns are named that the files have of their dictionaries.
 */
public final class FilesFit {

    private final CatalogueSource catalogue;
    private final Function<List<String>, String> wayOut;
    private final List<FileSource> before = new ArrayList<>();
    private final Set<String> made = new HashSet<>();

    private FilesFit(CatalogueSource catalogue, Function<List<String>, String> wayOut) {
        this.catalogue = catalogue;
        this.wayOut = wayOut;
    }

    /** Checks a catalogue as the study writes it. */
    public static void checkWritten(CatalogueSource catalogue) {
        new FilesFit(catalogue, both -> "Give one of them another name").check();
    }

    /** Checks a catalogue whose columns are named, those of dictionaries too. */
    public static void checkNamed(CatalogueSource catalogue) {
        new FilesFit(
                        catalogue,
                        both -> "Leave out of one what is its dictionary's:  survey: {name: …, except: ["
                                + String.join(", ", both) + "]}")
                .check();
    }

    private void check() {
        before.add(catalogue.file());
        for (Join join : catalogue.joins()) {
            checkKey(join);
            KeyRelease.of(join, before).check();
            refuseTwice(join.file(), List.of(join.on()));
            before.add(join.file());
        }
        for (MatchSource match : catalogue.matches()) {
            checkPlaces(match);
            refuseTwice(match.file(), MatchSource.SERVING);
            before.add(match.file());
            checkOwnColumns(match);
        }
    }

    private void checkKey(Join join) {
        FileSource file = join.file();
        if (!file.has(join.on())) {
            throw new InputError(
                    "the key '" + join.on() + "' of the join is not among the columns of " + file.path(),
                    file.place().toString(),
                    "Add it to them, or join on a column that both have");
        }
        if (before.stream().noneMatch(f -> f.has(join.on()))) {
            throw new InputError(
                    "the key '" + join.on() + "' of the join with " + file.path() + " is not among the columns of "
                            + before.stream().map(FileSource::path).collect(Collectors.joining(", ")),
                    file.place().toString(),
                    "Add it to them; files are joined in the order of the list, and matched on the sky after that");
        }
    }

    private void checkPlaces(MatchSource match) {
        for (String place : MatchSource.PLACE) {
            boolean ours = before.stream().anyMatch(f -> f.has(place));
            if (!ours || !match.file().has(place)) {
                throw new InputError(
                        "a match on the sky needs '" + place + "' of both files, and "
                                + (ours ? match.file().path() : catalogue.file().path()) + " gives none",
                        match.place().toString(),
                        "Add it to the columns");
            }
        }
        match.motion().ifPresent(motion -> {
            List<FileSource> moved = switch (motion.moved()) {
                case A -> before;
                case B -> List.of(match.file());
            };
            String lacked = MatchSource.MOTION.stream()
                    .filter(column -> moved.stream().noneMatch(f -> f.has(column)))
                    .map(column -> "'" + column + "'")
                    .collect(Collectors.joining(" and "));
            if (!lacked.isEmpty()) {
                throw new InputError(
                        "the one to be moved has no " + lacked + ": "
                                + moved.stream().map(FileSource::path).collect(Collectors.joining(", ")),
                        match.place().toString(),
                        "Add it to the columns, or move the other one");
            }
        });
    }

    /** The columns of a file, but for those that serve to find its partners, must be new. */
    private void refuseTwice(FileSource file, List<String> serving) {
        List<ColumnSource> brought =
                file.named().stream().filter(c -> !serving.contains(c.name())).toList();
        refuse(brought.stream().filter(c -> made.contains(c.name())).toList(), "an earlier match", file);
        for (FileSource other : before) {
            refuse(brought.stream().filter(c -> other.names(c.name())).toList(), other.path(), file);
        }
    }

    private void refuse(List<ColumnSource> twice, String from, FileSource file) {
        if (twice.isEmpty()) {
            return;
        }
        List<String> names = twice.stream().map(ColumnSource::name).toList();
        throw new InputError(
                (names.size() == 1 ? "the column '" + names.getFirst() + "' comes" : "columns come") + " from " + from
                        + " and from " + file.path() + (names.size() == 1 ? "" : ": " + String.join(", ", names)),
                twice.getFirst().place().toString(),
                wayOut.apply(names));
    }

    private void checkOwnColumns(MatchSource match) {
        for (String name : match.columns()) {
            if (before.stream().anyMatch(f -> f.names(name)) || !made.add(name)) {
                throw new InputError(
                        "the match gives the column '" + name + "', which is there already",
                        match.place().toString(),
                        "Give the file's column another name, or the match a name");
            }
        }
    }
}
