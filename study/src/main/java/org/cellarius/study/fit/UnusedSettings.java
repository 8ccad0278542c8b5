package org.cellarius.study.fit;

import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;

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
        boolean posterior = line.method().uses(LineSetting.COMPUTATION);
        switch (setting) {
            // Ages cut the stars of every other line.
            case AGE_BIN -> {}
            case ERRORS, PRIOR, COMPUTATION, DEGREES_OF_FREEDOM, AGE_EDGES -> {
                if (!line.method().uses(setting)) {
                    throw unused(setting, "it serves " + LineMethodWord.using(setting));
                }
            }
            case STEPS, SEED -> {
                if (!posterior || line.computationWord().equals("quadrature")) {
                    throw unused(setting, "nothing is drawn at random");
                }
            }
            case WALKERS -> {
                if (!posterior || !line.computationWord().equals("ensemble")) {
                    throw unused(setting, "it serves the computation ensemble");
                }
            }
        }
    }

    private InputError unused(LineSetting setting, String why) {
        return new InputError(
                line.method().word() + " does not use '" + setting.word() + "': " + why,
                line.settings().place(setting),
                "Leave it out");
    }
}
