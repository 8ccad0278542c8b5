package org.cellarius.measure.density;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.galaxy.density.Extinction;
import org.cellarius.galaxy.density.SurveySelection;
import org.cellarius.galaxy.density.Tracers;
import org.cellarius.galaxy.selection.SelectionKernel;
import org.cellarius.measure.product.AxisSource;
import org.cellarius.measure.product.SideFile;
import org.cellarius.measure.product.SurveyPart;

/**
 * The selection function of a catalogue for the tracers of a population.
 *
 * @param name of the catalogue; empty for the only one that has a selection
 * @param nearestKpc distance from which stars are used, kpc
 * @param farthestKpc up to which, kpc
 * @param order of the HEALPix cells to whose middles lines of sight lead
 * @param parts of the selection function, once read
 */
record CatalogueSelection(
        Optional<String> name,
        TracerSource tracer,
        DustSource dust,
        double nearestKpc,
        double farthestKpc,
        int order,
        List<SurveyPart> parts,
        Place place)
        implements SelectionSource {
    CatalogueSelection {
        parts = List.copyOf(parts);
    }

    static CatalogueSelection read(Section s) {
        if (!s.has("nearest")) {
            s.tell("nearest", "0 kpc");
        }
        double nearest = s.has("nearest") ? s.quantity("nearest", "kpc") : 0;
        double farthest = s.quantity("distance", "kpc");
        boolean near = s.has("nearest") && !(nearest >= 0);
        s.place(near ? "nearest" : "distance").checked(() -> {
            SurveySelection.checkDistances(nearest, farthest);
            return farthest;
        });
        TracerSource tracer = TracerSource.read(s.section("tracer"));
        DustSource dust = DustSource.read(s.section("extinction"));
        DustSource.check(dust, tracer, s.place("extinction"));
        int order = (int) s.integerOr("sky-order", SurveySelection.USUAL_ORDER);
        return new CatalogueSelection(
                s.optionalText("name"), tracer, dust, nearest, farthest, order, List.of(), s.place());
    }

    /** The condition of its stars; empty where no catalogue is named: stars of others have no selection. */
    Optional<String> condition() {
        return name.map(n -> "catalogue = '" + n.replace("'", "''") + "'");
    }

    /** Numbers of the stars themselves that it reads: the catalogue's selection, and the magnitudes and colours of tracers. */
    List<AxisSource> quantities() {
        var all = new ArrayList<>(List.of(
                new AxisSource(SelectionKernel.SELECTION, Optional.empty(), Optional.empty(), List.of(), place)));
        if (tracer instanceof TracerSource.Own o) {
            all.addAll(o.quantities());
        }
        return all;
    }

    CatalogueSelection read(SideFile.Reader reader) {
        TracerSource known = switch (tracer) {
            case TracerSource.Table t -> t.read(reader);
            case TracerSource.Fixed f -> f;
            case TracerSource.Own o -> o;
        };
        var read = new CatalogueSelection(
                name, known, dust, nearestKpc, farthestKpc, order, reader.selection(name, place), place);
        read.named();
        return read;
    }

    /** What the parts ask for, one after the other, each as the tracer knows it. */
    private List<TracerSource.Named> named() {
        List<String> asked = parts.stream().flatMap(p -> p.asked().stream()).toList();
        for (TracerSource.Named n : tracer.named()) {
            if (asked.stream().noneMatch(a -> TracerSource.bare(a).equals(TracerSource.bare(n.asked())))) {
                throw new InputError(
                        "the tracer tells '" + n.asked() + "', for which the selection of the catalogue does not ask",
                        place.toString(),
                        "It asks for " + String.join(", ", asked) + ": write them as the selection does");
            }
        }
        return asked.stream().map(this::named).toList();
    }

    private TracerSource.Named named(String asked) {
        return tracer.named().stream()
                .filter(n -> TracerSource.bare(n.asked()).equals(TracerSource.bare(asked)))
                .findFirst()
                .orElseThrow(() -> new InputError(
                        "the selection of the catalogue asks for '" + asked + "', of which the tracer says nothing",
                        place.toString(),
                        "Add it under 'magnitudes' or 'colours' of the tracer"));
    }

    /**
     * As a selection of places.
     *
     * @param own apparent magnitudes and colours of the stars, where they are the tracers
     * @param distanceKpc their distances, kpc
     * @param upKpc their heights above the Sun, kpc
     */
    SurveySelection selection(double[][] own, double[] distanceKpc, double[] upKpc) {
        List<TracerSource.Named> named = named();
        Extinction extinction = extinction(named);
        boolean[] magnitude = new boolean[named.size()];
        IntStream.range(0, magnitude.length)
                .forEach(k -> magnitude[k] = named.get(k).magnitude());
        Tracers tracers = place.checked(() -> switch (tracer) {
            case TracerSource.Fixed f ->
                Tracers.fixed(
                        named.stream()
                                .mapToDouble(n -> Double.parseDouble(n.text()))
                                .toArray(),
                        magnitude,
                        f.scatterMag());
            case TracerSource.Table t ->
                Tracers.of(
                        TracerNumbers.whole(
                                place,
                                TracerNumbers.picked(named, t.named(), t.rows().orElseThrow())),
                        magnitude);
            case TracerSource.Own o ->
                Tracers.of(
                        TracerNumbers.whole(
                                place,
                                TracerNumbers.absolute(
                                        TracerNumbers.picked(named, o.named(), own),
                                        magnitude,
                                        extinction,
                                        distanceKpc,
                                        upKpc)),
                        magnitude);
        });
        return place.checked(() -> new SurveySelection(
                parts.stream().map(SurveyPart::part).toList(), tracers, extinction, nearestKpc, farthestKpc, order));
    }

    private Extinction extinction(List<TracerSource.Named> named) {
        return switch (dust) {
            case DustSource.None n -> new Extinction.None();
            case DustSource.Layer l -> {
                var left = new ArrayList<>(l.perKpc().keySet());
                double[] each = named.stream()
                        .mapToDouble(n -> {
                            String asked = TracerSource.bare(n.asked());
                            left.remove(asked);
                            if (!l.perKpc().containsKey(asked)) {
                                throw new InputError(
                                        "the extinction says nothing of '" + n.asked() + "'",
                                        place.toString(),
                                        "Add it under 'per-kpc', 0 where dust does not change it");
                            }
                            return l.perKpc().get(asked);
                        })
                        .toArray();
                if (!left.isEmpty()) {
                    throw new InputError(
                            "the extinction tells '" + left.getFirst()
                                    + "', for which the selection of the catalogue does not ask",
                            place.toString(),
                            "Remove it");
                }
                yield place.checked(() -> new Extinction.Layer(each, l.heightKpc()));
            }
        };
    }
}
