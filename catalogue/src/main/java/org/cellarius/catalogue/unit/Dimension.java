package org.cellarius.catalogue.unit;

import java.util.HashMap;
import java.util.Map;

/** The powers of the base dimensions in a unit; those that are 0 are left out. */
record Dimension(Map<Base, Integer> powers) {
    /** The base dimensions. */
    enum Base {
        LENGTH,
        TIME,
        ANGLE,
        MASS,
        TEMPERATURE,
        DEX,
        MAGNITUDE,
        LUMINOSITY,
        COUNT
    }

    static final Dimension NONE = new Dimension(Map.of());

    Dimension {
        powers = Map.copyOf(powers);
    }

    static Dimension of(Base base, int power) {
        return new Dimension(Map.of(base, power));
    }

    Dimension times(Dimension other, int power) {
        Map<Base, Integer> sum = new HashMap<>(powers);
        other.powers.forEach((base, theirs) -> sum.merge(base, power * theirs, Integer::sum));
        sum.values().removeIf(total -> total == 0);
        return new Dimension(sum);
    }
}
