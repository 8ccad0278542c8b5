package org.cellarius.study;

import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.study.ColumnSource.Origin;
import org.cellarius.study.yaml.Section;

/** The section {@code catalogues} of a study. */
final class CatalogueReader {

    private CatalogueReader() {}

    static CatalogueSource catalogue(String name, Section s, Section root) {
        var catalogue = new CatalogueSource(
                name,
                file(s),
                s.optionalText("title").orElse(name),
                s.optionalText("citation").orElse(""),
                s.has("epoch") ? Optional.of(s.number("epoch")) : Optional.empty(),
                Optional.empty(),
                s.optionalSection("join").map(j -> join(j, s)),
                List.of());
        return DistanceReader.withDistance(MatchReader.withMatches(catalogue, s), s, root);
    }

    private static CatalogueSource.Join join(Section j, Section catalogue) {
        CatalogueSource.FileSource file = file(j);
        String on = j.text("on");
        for (Section side : List.of(catalogue, j)) {
            if (!side.section("columns").has(on)) {
                throw new InputError(
                        "the key '" + on + "' of the join is not among these columns",
                        side.place("columns").toString(),
                        "Add it to the columns of both files");
            }
        }
        for (ColumnSource column : file.columns()) {
            if (!column.name().equals(on) && catalogue.section("columns").has(column.name())) {
                throw new InputError(
                        "the column '" + column.name() + "' comes from both files",
                        column.place().toString(),
                        "Give one of them another name");
            }
        }
        return new CatalogueSource.Join(
                file,
                on,
                j.optionalText("unmatched").orElse("drop").equals("keep")
                        ? CatalogueSource.Unmatched.KEEP
                        : CatalogueSource.Unmatched.DROP);
    }

    static CatalogueSource.FileSource file(Section s) {
        return new CatalogueSource.FileSource(
                s.text("file"),
                s.optionalText("format"),
                s.optionalText("hdu"),
                s.section("columns").entries().entrySet().stream()
                        .map(e -> column(e.getKey(), e.getValue()))
                        .toList(),
                s.place("file"));
    }

    private static ColumnSource column(String name, Section s) {
        if (name.equals("catalogue") || name.equals("file_row_number")) {
            throw new InputError(
                    "the column name '" + name + "' is taken: Cellarius fills it itself",
                    s.place().toString(),
                    "Choose another name, for example " + name + "_published");
        }
        if (s.isScalar()) {
            return new ColumnSource(
                    name,
                    new Origin.FileColumn(s.scalar()),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    "",
                    s.place());
        }
        if (s.has("from") == s.has("expression")) {
            throw new InputError(
                    "the column '" + name + "' needs either 'from' or 'expression'",
                    s.place().toString(),
                    "Give one of the two");
        }
        Origin origin =
                s.has("from") ? new Origin.FileColumn(s.text("from")) : new Origin.Computed(s.text("expression"));
        return new ColumnSource(
                name,
                origin,
                s.optionalText("unit"),
                s.optionalText("to"),
                s.texts("fillers"),
                s.optionalText("description").orElse(""),
                s.place());
    }
}
