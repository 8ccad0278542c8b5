package org.cellarius.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.survey.GaiaRelease;
import org.cellarius.study.CatalogueSource.FileSource;
import org.cellarius.study.CatalogueSource.Identifiers;
import org.cellarius.study.CatalogueSource.Join;

/**
 * The Gaia releases of the identifiers that a join compares. Numbers of two lists of sources fit by chance or by descent, never reliably.
 *
 * @param ours that of the catalogue, empty where nobody tells
 * @param theirs that of the file joined to it
 */
public record KeyRelease(Join join, Optional<Told> ours, Optional<Told> theirs) {

    /** A release, and the file whose column is of it. */
    public record Told(GaiaRelease release, String file) {}

    static KeyRelease of(Join join, List<FileSource> before) {
        return new KeyRelease(join, told(before, join.on()), told(List.of(join.file()), join.on()));
    }

    private static Optional<Told> told(List<FileSource> files, String key) {
        return files.stream()
                .flatMap(f -> f.columns().stream()
                        .filter(c -> c.name().equals(key))
                        .flatMap(c -> c.release().stream())
                        .map(r -> new Told(r, f.path())))
                .findFirst();
    }

    void check() {
        if (join.identifiers() == Identifiers.AS_NUMBERS || ours.isEmpty() || theirs.isEmpty()) {
            return;
        }
        Told one = ours.get();
        Told other = theirs.get();
        if (!one.release().sharesIdentifiersWith(other.release())) {
            throw new InputError(
                    "the key '%s' holds identifiers of %s in %s and of %s in %s: the same number can be another star, or none"
                            .formatted(
                                    join.on(),
                                    one.release().title(),
                                    one.file(),
                                    other.release().title(),
                                    other.file()),
                    join.file().place().toString(),
                    "Join by way of a table that has both (Gaia's dr2_neighbourhood), or match on the sky. If a column is of another release than"
                            + " that, say so (identifiers-of: gaia-dr3 at the column); to compare the numbers all the same, give the join"
                            + " identifiers: as-numbers");
        }
    }

    /** What must be said of the keys of a study whose columns are named: a release that was taken for granted, or passed over. */
    public static Collection<String> remarks(Study study) {
        var remarks = new ArrayList<String>();
        for (CatalogueSource catalogue : study.catalogues()) {
            var before = new ArrayList<>(List.of(catalogue.file()));
            for (Join join : catalogue.joins()) {
                of(join, before).remark(before.getFirst().path()).ifPresent(remarks::add);
                before.add(join.file());
            }
        }
        return remarks;
    }

    private Optional<String> remark(String catalogue) {
        if (ours.isPresent() && theirs.isPresent()) {
            return ours.get().release().sharesIdentifiersWith(theirs.get().release())
                    ? Optional.empty()
                    : Optional.of(
                            "The join with %s on %s compares identifiers of %s with those of %s as numbers: some are other stars."
                                    .formatted(
                                            join.file().path(),
                                            join.on(),
                                            ours.get().release().title(),
                                            theirs.get().release().title()));
        }
        return ours.or(() -> theirs)
                .map(told ->
                        "The join with %s on %s takes the identifiers of %s to be of %s, as those of %s are; 'identifiers-of' at the column says which they are."
                                .formatted(
                                        join.file().path(),
                                        join.on(),
                                        ours.isPresent() ? join.file().path() : catalogue,
                                        told.release().title(),
                                        told.file()));
    }
}
