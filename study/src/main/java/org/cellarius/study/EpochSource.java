package org.cellarius.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.galaxy.frame.EpochColumns;
import org.cellarius.galaxy.frame.EpochColumns.Depth;
import org.cellarius.galaxy.frame.EpochColumns.Names;
import org.cellarius.galaxy.frame.EpochColumns.RadialMotion;
import org.cellarius.galaxy.frame.EpochKernel;
import org.cellarius.galaxy.frame.Epochs;

/**
 * The epoch to which a study carries its catalogues.
 *
 * @param toYear Julian years
 * @param radialMotion what is done about motion along the line of sight
 * @param depth which column tells how far stars are; empty for the only one that a catalogue has
 */
public record EpochSource(double toYear, RadialMotion radialMotion, Optional<Depth> depth, Place place) {

    /** The kernel that carries a catalogue from its own epoch; its columns take the place of the old ones. */
    public EpochKernel kernel(CatalogueSource catalogue) {
        double fromYear = catalogue
                .epochYear()
                .orElseThrow(() -> new InputError(
                        "the catalogue '" + catalogue.name()
                                + "' is carried to another epoch, and its own is not stated",
                        catalogue.file().place().toString(),
                        "Add  epoch: YEAR  to the catalogue, for example 2016.0 for Gaia DR3"));
        Epochs epochs = place.checked(() -> new Epochs(fromYear, toYear));
        return new EpochKernel(epochs, new EpochColumns(radialMotion, depth(catalogue), Names.SAME));
    }

    private Depth depth(CatalogueSource catalogue) {
        if (depth.isPresent()) {
            return depth.get();
        }
        List<Depth> there = Stream.of(Depth.values())
                .filter(d -> catalogue.has(Choice.word(d)))
                .toList();
        if (radialMotion == RadialMotion.NEGLECTED || there.size() == 1) {
            return there.isEmpty() ? Depth.PARALLAX : there.getFirst();
        }
        throw new InputError(
                "the catalogue '" + catalogue.name() + "' has "
                        + (there.isEmpty() ? "neither parallax nor distance" : "both parallax and distance"),
                place.toString(),
                there.isEmpty()
                        ? "Radial motion needs one of them; without, say  radial-motion: neglected"
                        : "Say  depth: parallax  or  depth: distance; only that one is moved");
    }

    /** What is done, in words. */
    public String settings() {
        return "J" + toYear + " along straight lines, radial motion " + Choice.word(radialMotion);
    }
}
