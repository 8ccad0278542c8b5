package org.cellarius.study.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFile;
import org.cellarius.engine.Engine;
import org.cellarius.study.CatalogueSource.FileSource;

/**
 * What must be said of a study: a Sun and a potential of different scales, expressions that are often meant otherwise; and of its files: an answer that the service cut off, identifiers that lost digits, a table chosen among several. A
 * file is often opened more than once, by alternatives too; each note is kept once.
 */
final class RunNotes {

    private final Map<Path, Set<String>> notes = new LinkedHashMap<>();
    private final Set<String> study = new LinkedHashSet<>();
    private final List<String> told = new ArrayList<>();

    /** Keeps the notes of a file that has been opened; gives those that were not known. */
    List<String> add(Path path, TableFile file, FileSource source, Engine engine) {
        var found = new ArrayList<>(file.notes());
        found.addAll(engine.notesOf(file));
        if (file instanceof StreamedTable table && !table.otherTables().isEmpty()) {
            found.add("its first table is read; there are also " + String.join("; ", table.otherTables())
                    + " (choose with 'hdu')");
        }
        Set<String> known = notes.computeIfAbsent(path, p -> new LinkedHashSet<>());
        List<String> fresh = found.stream()
                .filter(known::add)
                .map(note -> source.path() + ": " + note)
                .toList();
        told.addAll(fresh);
        return fresh;
    }

    /** Keeps what must be said of the study itself; gives what was not known. */
    List<String> add(Collection<String> sentences) {
        List<String> fresh = sentences.stream().filter(study::add).toList();
        told.addAll(fresh);
        return fresh;
    }

    /** What must be said of the study itself. */
    List<String> ofStudy() {
        return List.copyOf(study);
    }

    /** All notes, each with its file as the study writes it. */
    List<String> all() {
        return List.copyOf(told);
    }

    /** The notes of one file. */
    List<String> of(Path path) {
        return List.copyOf(notes.getOrDefault(path, Set.of()));
    }
}
