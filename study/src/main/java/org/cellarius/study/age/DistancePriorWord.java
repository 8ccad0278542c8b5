package org.cellarius.study.age;

import java.util.OptionalDouble;
import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.age.DistancePrior;

/** Priors of distances, as commands and studies name them. */
public enum DistancePriorWord {
    /** Each distance modulus as likely as any other. */
    FLAT("flat-in-modulus"),
    /** As many stars in each volume. */
    UNIFORM("uniform-density"),
    /** A density of stars that falls exponentially. */
    EXPONENTIAL("exponential-density");

    private final String word;

    DistancePriorWord(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** The word of a prior. */
    public static DistancePriorWord of(DistancePrior prior) {
        return switch (prior) {
            case DistancePrior.FlatInModulus flat -> FLAT;
            case DistancePrior.UniformDensity uniform -> UNIFORM;
            case DistancePrior.ExponentialDensity density -> EXPONENTIAL;
        };
    }

    /**
     * The prior.
     *
     * @param lengthKpc of an exponential density, kpc
     * @param where the option or place of the length, for errors
     * @throws InputError for a length that is missing, not positive, or without use
     */
    public DistancePrior of(OptionalDouble lengthKpc, String where) {
        if (this != EXPONENTIAL && lengthKpc.isPresent()) {
            throw new InputError(
                    "only an exponential density has a length", where, "Leave it out, or take " + EXPONENTIAL.word);
        }
        return switch (this) {
            case FLAT -> new DistancePrior.FlatInModulus();
            case UNIFORM -> new DistancePrior.UniformDensity();
            case EXPONENTIAL -> {
                double length = lengthKpc.orElseThrow(() -> new InputError(
                        "an exponential density needs the length in which it falls to 1/e",
                        where,
                        "Give it with its unit, such as 1.35 kpc"));
                if (!(length > 0) || !Double.isFinite(length)) {
                    throw new InputError(
                            "a density that falls in " + length + " kpc", where, "Give a length such as 1.35 kpc");
                }
                yield new DistancePrior.ExponentialDensity(length);
            }
        };
    }
}
