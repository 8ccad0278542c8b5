package org.cellarius.study;

import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.yaml.Place;

/**
 * The selection function of a catalogue: the probability that a star is in it, as a product of parts.
 *
 * @param parts in the order of the study
 */
public record SelectionSource(List<Part> parts, Place place) {
    public SelectionSource {
        parts = List.copyOf(parts);
    }

    /** What a file of a selection function holds. */
    public enum Kind {
        /** Completeness of Gaia DR3 by the magnitude M10 of a place. */
        GAIA_COMPLETENESS("completeness of Gaia DR3 by M10", "Cantat-Gaudin et al. 2023 (2023A&A...669A..55C)"),
        /** Counts of stars with a radial velocity among those of Gaia DR3. */
        GAIA_RVS(
                "stars with a radial velocity in Gaia DR3, by counts",
                "Castro-Ginard et al. 2023 (2023A&A...677A..37C)"),
        /** Counts of a subsample in cells of sky, magnitudes and colours. */
        COUNTS("stars of a subsample, by counts", "Castro-Ginard et al. 2023 (2023A&A...677A..37C)"),
        /** Shares of candidates that APOGEE observed in its fields. */
        APOGEE_FRACTIONS(
                "stars that APOGEE targeted, by fields and cohorts", "Cantat-Gaudin et al. 2024 (2024A&A...683A.128C)");

        private final String words;
        private final String citation;

        Kind(String words, String citation) {
            this.words = words;
            this.citation = citation;
        }

        /** As studies write it. */
        public String word() {
            return Choice.word(this);
        }

        /** In words, for plans and methods. */
        public String words() {
            return words;
        }

        public String citation() {
            return citation;
        }
    }

    /**
     * A number that a part asks of a star.
     *
     * @param name what the file calls it
     * @param expression over the catalogue's columns
     */
    public record Asked(String name, String expression, Place place) {}

    /**
     * A file of the selection function.
     *
     * @param name names the column of its probability
     * @param file path, as the study writes it
     * @param hdu extension or table; empty for the first
     * @param asked magnitude and colour, or the numbers that bins are of
     */
    public record Part(String name, Kind kind, String file, Optional<String> hdu, List<Asked> asked, Place place) {
        public Part {
            asked = List.copyOf(asked);
        }
    }

    /** In words. */
    public String settings() {
        return String.join(
                " times ",
                parts.stream()
                        .map(p -> p.kind().words() + " (" + p.file() + ")")
                        .toList());
    }

    /** The papers. */
    public List<String> citations() {
        return parts.stream().map(p -> p.kind().citation()).distinct().toList();
    }
}
