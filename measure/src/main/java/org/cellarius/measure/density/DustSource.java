package org.cellarius.measure.density;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.galaxy.density.Extinction;

/** Extinction between the Sun and the stars, as a study says it. */
sealed interface DustSource {

    /** There is none, or magnitudes and colours are free of it. */
    record None() implements DustSource {}

    /**
     * A layer.
     *
     * @param perKpc extinction or reddening of each magnitude or colour that the selection asks for, by its bare expression, mag/kpc in the plane
     * @param heightKpc scale height, kpc
     */
    record Layer(Map<String, Double> perKpc, double heightKpc) implements DustSource {
        public Layer {
            perKpc = Map.copyOf(perKpc);
        }
    }

    static DustSource read(Section s) {
        if (s.isScalar()) {
            if (!s.scalar().equals("none")) {
                throw new InputError(
                        "'" + s.scalar() + "' is no extinction",
                        s.place().toString(),
                        "Write  extinction: none  or  extinction: {per-kpc: {g: 0.6}, height: 0.12 kpc}");
            }
            return new None();
        }
        var perKpc = new LinkedHashMap<String, Double>();
        Section each = s.section("per-kpc");
        each.entries().keySet().forEach(asked -> {
            if (!Double.isFinite(each.number(asked))) {
                throw new InputError(
                        "the extinction of '" + asked + "' is no number",
                        each.place(asked).toString(),
                        "Write the number, in mag/kpc");
            }
            perKpc.put(TracerSource.bare(asked), each.number(asked));
        });
        double height = s.quantity("height", "kpc");
        s.place("height").checked(() -> new Extinction.Layer(new double[0], height));
        return new Layer(perKpc, height);
    }

    /** Dust makes nothing brighter; a colour may be written red minus blue. */
    static void check(DustSource dust, TracerSource tracer, Place place) {
        if (dust instanceof Layer l) {
            tracer.named().stream()
                    .filter(n -> n.magnitude() && l.perKpc().getOrDefault(TracerSource.bare(n.asked()), 0.0) < 0)
                    .findFirst()
                    .ifPresent(n -> {
                        throw new InputError(
                                "the extinction of '" + n.asked() + "' is below 0: dust makes no star brighter",
                                place.toString(),
                                "Write 0 or more");
                    });
        }
    }
}
