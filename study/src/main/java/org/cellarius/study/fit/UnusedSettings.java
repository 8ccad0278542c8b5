package org.cellarius.study.fit;

import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.fit.Resampling;

/** Refuses settings that the chosen line does not use. */
record UnusedSettings(LineSettings line) {

    void refuse() {
        for (LineSetting setting : LineSetting.values()) {
            if (line.settings().has(setting)
                    || (setting == LineSetting.PRIOR && !line.priors().isEmpty())) {
                refuse(setting);
            }
        }
        for (String name : line.priors().keySet()) {
            Choice.of(
                    "parameter of " + line.method().word(),
                    name,
                    line.method().parameters(),
                    n -> n,
                    line.settings().place(LineSetting.PRIOR));
        }
    }

    private void refuse(LineSetting setting) {
        boolean sampled = line.method().uses(LineSetting.COMPUTATION)
                && !line.computationWord().equals("quadrature");
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
                if (!line.method().uses(setting)) {
                    throw unused(setting, "it serves " + LineMethodWord.using(setting));
                }
            }
            case STEPS -> {
                if (!sampled) {
                    throw unused(setting, "nothing is sampled");
                }
            }
            case SEED -> {
                if (!sampled && !line.resampling().map(UnusedSettings::draws).orElse(false)) {
                    throw unused(setting, "nothing is drawn at random");
                }
            }
            case WALKERS -> {
                if (!sampled || !line.computationWord().equals("ensemble")) {
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
                line.method().word() + " does not use '" + setting.word() + "': " + why,
                line.settings().place(setting),
                "Leave it out");
    }
}
