package org.cellarius.study.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.study.SelectionSource;
import org.cellarius.study.SelectionSource.Asked;
import org.cellarius.study.SelectionSource.Kind;
import org.cellarius.study.SelectionSource.Part;

/** The section {@code selection} of a catalogue. */
final class SelectionReader {

    private SelectionReader() {}

    static Optional<SelectionSource> selection(Section catalogue) {
        return catalogue
                .optionalSection("selection")
                .map(s -> new SelectionSource(
                        s.entries().entrySet().stream()
                                .map(e -> part(e.getKey(), e.getValue()))
                                .toList(),
                        s.place()));
    }

    private static Part part(String name, Section s) {
        if (name.equals("error") || name.equals("status")) {
            throw new InputError(
                    "a part of a selection function cannot be called '" + name + "': the column selection_" + name
                            + " is taken",
                    s.place().toString(),
                    "Give it another name");
        }
        Kind kind = s.choice("kind", "kind of selection function", Arrays.asList(Kind.values()));
        return new Part(name, kind, s.text("file"), s.optionalText("hdu"), asked(kind, s), s.place());
    }

    private static List<Asked> asked(Kind kind, Section s) {
        var asked = new ArrayList<Asked>();
        for (String key : List.of("magnitude", "colour")) {
            boolean wanted = switch (kind) {
                case GAIA_COMPLETENESS -> key.equals("magnitude");
                case GAIA_RVS, APOGEE_FRACTIONS -> true;
                case COUNTS -> false;
            };
            if (s.has(key) != wanted) {
                throw new InputError(
                        wanted
                                ? "the selection function '" + kind.word() + "' asks for a '" + key + "'"
                                : "the selection function '" + kind.word() + "' does not use '" + key + "'",
                        (s.has(key) ? s.place(key) : s.place()).toString(),
                        wanted
                                ? "Add  " + key + ": EXPRESSION  over the catalogue's columns"
                                : kind == Kind.COUNTS ? "Name the numbers of its bins under  axes" : "Remove it");
            }
            if (wanted) {
                asked.add(new Asked(key, s.text(key), s.place(key)));
            }
        }
        if (s.has("axes") && kind != Kind.COUNTS) {
            throw new InputError(
                    "'axes' belong to  kind: counts", s.place("axes").toString(), "Remove them");
        }
        s.optionalSection("axes")
                .ifPresent(a ->
                        a.entries().forEach((name, e) -> asked.add(new Asked(name, e.scalar(), a.place(name)))));
        return asked;
    }
}
