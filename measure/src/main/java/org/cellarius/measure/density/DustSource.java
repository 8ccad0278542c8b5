package org.cellarius.measure.density;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;

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
        each.entries().keySet().forEach(asked -> perKpc.put(TracerSource.bare(asked), each.number(asked)));
        return new Layer(perKpc, s.quantity("height", "kpc"));
    }
}
