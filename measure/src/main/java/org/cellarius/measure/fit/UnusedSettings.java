package org.cellarius.measure.fit;

import java.util.Optional;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.fit.Resampling;

/**
 * Refuses settings that the chosen line does not use.
 *
 * @param computation the word of the computation, given or usual
 */
record UnusedSettings(LineMethodWord method, GivenLine given, String computation, Optional<Resampling> resampling) {

    void refuse() {
        for (LineSetting setting : LineSetting.values()) {
            if (given.has(setting)) {
                refuse(setting);
            }
        }
        for (String name : given.named()) {
            Choice.of(
                    "parameter of " + method.word(), name, method.parameters(), n -> n, given.place(LineSetting.PRIOR));
        }
    }

    private void refuse(LineSetting setting) {
        boolean sampled = method.uses(LineSetting.COMPUTATION) && !computation.equals("quadrature");
        switch (setting) {
            // Ages cut the stars of every other line.
            case AGE_BIN, RESAMPLE -> {}
            case ERRORS,
                    PRIOR,
                    COMPUTATION,
                    DEGREES_OF_FREEDOM,
                    AGE_EDGES,
                    QUANTILE,
                    BIN_WIDTH,
                    BIN_MINIMUM,
                    BIN_WEIGHTS,
                    WINDOW,
                    OVERLAP,
                    POINTS_FROM -> {
                if (!method.uses(setting)) {
                    throw unused(setting, "it serves " + LineMethodWord.using(setting));
                }
            }
            case STEPS -> {
                if (!sampled) {
                    throw unused(setting, "nothing is sampled");
                }
            }
            case SEED -> {
                if (!sampled && !resampling.map(UnusedSettings::draws).orElse(false)) {
                    throw unused(setting, "nothing is drawn at random");
                }
            }
            case WALKERS -> {
                if (!sampled || !computation.equals("ensemble")) {
                    throw unused(setting, "it serves the computation ensemble");
                }
            }
        }
    }

    private static boolean draws(Resampling resampling) {
        return switch (resampling) {
            case Resampling.Bootstrap b -> true;
            case Resampling.JackknifeOfGroups g -> true;
            case Resampling.JackknifeOfStars s -> false;
        };
    }

    private InputError unused(LineSetting setting, String why) {
        return new InputError(
                method.word() + " does not use '" + setting.word() + "': " + why, given.place(setting), "Leave it out");
    }
}
