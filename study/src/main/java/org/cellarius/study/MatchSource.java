package org.cellarius.study;

import java.util.Locale;
import java.util.Optional;
import org.cellarius.catalogue.Choice;
import org.cellarius.engine.SkyMatch;
import org.cellarius.galaxy.frame.Epochs;
import org.cellarius.study.yaml.Place;

/**
 * A second file whose entries are matched with a catalogue's on the sky.
 *
 * @param name tells matches of one catalogue apart; empty for the only one
 * @param file the file and its columns, {@code ra} and {@code dec} among them
 * @param sky radius, which pairs are matches, which rows stay
 * @param motion which of the two is carried to the other's epoch first; empty where positions are taken as they are
 */
public record MatchSource(
        String name, CatalogueSource.FileSource file, SkyMatch sky, Optional<Motion> motion, Place place) {

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

    /** How it is matched, in words. */
    public String settings() {
        return "within " + number(sky.radius().arcsec()) + " arcsec, find " + Choice.word(sky.find())
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
