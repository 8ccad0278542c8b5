package org.cellarius.study.age;

import java.util.OptionalDouble;
import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.age.AgePrior;

/** Priors of ages, as commands and studies name them. */
public enum PriorWord {
    /** Each year as likely as any other. */
    FLAT("flat"),
    /** Star formation that falls or rises exponentially. */
    EXPONENTIAL("exponential");

    private final String word;

    PriorWord(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /**
     * The prior.
     *
     * @param timeGyr time of star formation, Gyr: positive where there are more old stars than young ones
     * @param where the option or place of the time, for errors
     * @throws InputError for a time that is missing, zero, or without use
     */
    public AgePrior of(OptionalDouble timeGyr, String where) {
        return switch (this) {
            case FLAT -> {
                if (timeGyr.isPresent()) {
                    throw new InputError("a flat prior has no time", where, "Leave the time out, or take exponential");
                }
                yield new AgePrior.Flat();
            }
            case EXPONENTIAL -> {
                double time = timeGyr.orElseThrow(() -> new InputError(
                        "an exponential prior needs the time in which star formation falls to 1/e",
                        where,
                        "Give it with its unit, such as 8Gyr; negative where star formation rises"));
                if (time == 0 || !Double.isFinite(time)) {
                    throw new InputError(
                            "a star formation that falls in " + time + " Gyr", where, "Give a time such as 8Gyr");
                }
                yield new AgePrior.ExponentialStarFormation(time);
            }
        };
    }
}
