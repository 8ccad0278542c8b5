package org.cellarius.catalogue.isochrone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cellarius.catalogue.InputError;

/** Files of one library together. */
final class MergedIsochrones {

    private static final String APART = "Keep them in folders of their own";

    private MergedIsochrones() {}

    /** Age, Gyr, and composition, dex. */
    private record Born(double ageGyr, double feH, double alphaFe) {}

    /**
     * All isochrones of the files.
     *
     * @throws InputError if their families, photometric systems or columns differ, or two have the same isochrone
     */
    static IsochroneTable of(List<IsochroneFile> files) {
        IsochroneFile first = files.getFirst();
        Map<Born, Path> seen = new HashMap<>();
        Map<String, Long> told = new TreeMap<>();
        var isochrones = new ArrayList<IsochroneRows>();
        for (IsochroneFile file : files) {
            same("family", first, first.family(), file, file.family());
            same(
                    "photometric system",
                    first,
                    first.photometry().orElse("none"),
                    file,
                    file.photometry().orElse("none"));
            same(
                    "set of columns",
                    first,
                    first.columns().toString(),
                    file,
                    file.columns().toString());
            for (IsochroneRows rows : file.isochrones()) {
                Optional<Path> other =
                        Optional.ofNullable(seen.put(new Born(rows.ageGyr(), rows.feH(), rows.alphaFe()), file.path()));
                if (other.isPresent()) {
                    throw new InputError(
                            String.format(
                                    "there are two isochrones of %s Gyr, [Fe/H] %s, [α/Fe] %s: in '%s' and '%s'",
                                    rows.ageGyr(), rows.feH(), rows.alphaFe(), other.get(), file.path()),
                            "",
                            "Leave one of them out");
                }
                isochrones.add(rows);
            }
            file.told().forEach((what, points) -> told.merge(what, points, Long::sum));
        }
        if (isochrones.isEmpty()) {
            throw new InputError(
                    "there is no isochrone in it", first.path().toString(), "Check the file: it may be cut short");
        }
        List<String> notes = told.entrySet().stream()
                .map(e -> e.getValue() == 0 ? e.getKey() : e.getValue() + " points " + e.getKey())
                .toList();
        return new IsochroneTable(first.family(), first.photometry(), first.columns(), isochrones, notes);
    }

    private static void same(String what, IsochroneFile a, String ofA, IsochroneFile b, String ofB) {
        if (!ofA.equals(ofB)) {
            throw new InputError(
                    String.format(
                            "'%s' and '%s' differ in their %s: %s against %s", a.path(), b.path(), what, ofA, ofB),
                    "",
                    APART);
        }
    }
}
