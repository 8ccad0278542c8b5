package org.cellarius.study;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.engine.SkyMatch;
import org.cellarius.galaxy.frame.Epochs;

/**
 * A file whose entries are matched with a catalogue's on the sky.
 *
 * @param name tells matches of one catalogue apart; empty for the only one
 * @param file the file and its columns, {@code ra} and {@code dec} among them
 * @param sky radius, which pairs are matches, which rows stay
 * @param motion which of the two is carried to the other's epoch first; empty where positions are taken as they are
 * @param errors columns of position errors; empty where the radius alone decides
 */
public record MatchSource(
        String name,
        CatalogueSource.FileSource file,
        SkyMatch sky,
        Optional<Motion> motion,
        Optional<Errors> errors,
        Place place) {

    /** Columns that tell where stars are: both sides need them. */
    public static final List<String> PLACE = List.of("ra", "dec");

    /** Columns that tell how stars move: those of the side that is carried to the other's epoch. */
    public static final List<String> MOTION = List.of("pmra", "pmdec");

    /** Columns that both files may have: those of the file serve the match, and are written only where the catalogue lacks them. */
    static final List<String> SERVING =
            Stream.of(PLACE, MOTION).flatMap(List::stream).toList();

    /** The catalogue so far (A) or the second file (B). */
    public enum Side {
        A,
        B
    }

    /**
     * The epochs, and who moves.
     *
     * @param epochs from the epoch of the catalogue's positions to that of the file's
     * @param moved the side whose {@code pmra pmdec} carry it to the epoch of the other
     */
    public record Motion(Epochs epochs, Side moved) {

        /** From the epoch of the side that is moved to that of the other. */
        public Epochs ofMoved() {
            return moved == Side.A ? epochs : epochs.back();
        }

        String words() {
            Epochs way = ofMoved();
            return "%s carried from J%s to J%s"
                    .formatted(
                            moved == Side.A ? "the catalogue" : "the file",
                            number(way.fromYear()),
                            number(way.toYear()));
        }
    }

    /**
     * Columns with the circular errors of positions.
     *
     * @param a column of the catalogue so far
     * @param b column of the file
     */
    public record Errors(String a, String b) {}

    /** The same match with that file. */
    MatchSource of(CatalogueSource.FileSource other) {
        return new MatchSource(name, other, sky, motion, errors, place);
    }

    /** The columns that the match itself gives. */
    List<String> columns() {
        return Stream.of(
                        Optional.of(SkyMatch.SEPARATION),
                        motion.map(m -> SkyMatch.MOVED),
                        errors.map(e -> SkyMatch.SEPARATION_SIGMA))
                .flatMap(Optional::stream)
                .map(column -> column + sky.suffix())
                .toList();
    }

    /** How it is matched, in words. */
    public String settings() {
        return "within " + number(sky.radius().arcsec()) + " arcsec, find " + Choice.word(sky.find())
                + errors.map(e -> ", within %s sigmas of %s and %s"
                                .formatted(number(sky.sigmas().orElseThrow()), e.a(), e.b()))
                        .orElse("")
                + motion.map(m -> ", " + m.words()).orElse("");
    }

    /** Name of the table and the figure of this match. */
    public String product(String catalogue) {
        return "match-" + catalogue + (name.isEmpty() ? "" : "-" + name);
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.9g", value);
        return text.contains("e") ? text : text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
