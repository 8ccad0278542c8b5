package org.cellarius.app;

import java.util.Arrays;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.unit.QuantityText;
import org.cellarius.galaxy.action.ActionColumns;
import org.cellarius.galaxy.action.ActionForm;
import org.cellarius.galaxy.action.FocalDistance;
import org.cellarius.galaxy.action.FudgeReference;
import org.cellarius.galaxy.action.StaeckelChoice;
import picocli.CommandLine.Option;

/** How actions and the box of an orbit are found. */
final class StaeckelOptions {

    @Option(
            names = "--actions",
            paramLabel = "WORD",
            description =
                    "direct: star by star; interpolated: from tables, half as accurate again, faster (default: direct).")
    private String form = ActionForm.DIRECT.word();

    @Option(
            names = "--focal-distance",
            paramLabel = "WORD",
            description =
                    "shell-orbits: as AGAMA; at-star: from the potential at the star; or one for all, for example 3.7kpc (default: shell-orbits).")
    private String focal = new FocalDistance.ShellOrbits().word();

    @Option(
            names = "--through",
            paramLabel = "WORD",
            description =
                    "Where the radial motion is read off the potential. star: through the star, as AGAMA; plane: as galpy (default: star).")
    private String reference = FudgeReference.STAR.word();

    @Option(
            names = "--columns",
            paramLabel = "WORD",
            description =
                    "actions; frequencies: also omega_r omega_phi omega_z (km/s/kpc); angles: also theta_r theta_phi theta_z (deg), needs phi (default: actions).")
    private String columns = ActionColumns.ACTIONS.word();

    StaeckelChoice choice() {
        try {
            return new StaeckelChoice(
                    focalDistance(),
                    Choice.of(
                            "reference",
                            reference,
                            Arrays.asList(FudgeReference.values()),
                            FudgeReference::word,
                            "--through"),
                    Choice.of(
                            "form of actions", form, Arrays.asList(ActionForm.values()), ActionForm::word, "--actions"),
                    Choice.of(
                            "set of columns",
                            columns,
                            Arrays.asList(ActionColumns.values()),
                            ActionColumns::word,
                            "--columns"));
        } catch (IllegalArgumentException e) {
            throw new InputError(String.valueOf(e.getMessage()), "--actions", "Correct it").withCause(e);
        }
    }

    private FocalDistance focalDistance() {
        return FocalDistance.named()
                .filter(f -> f.word().equals(focal))
                .findFirst()
                .orElseGet(() -> new FocalDistance.Fixed(kpc()));
    }

    private double kpc() {
        return new QuantityText(focal)
                .in("kpc", "a focal distance", "--focal-distance", "Say shell-orbits, at-star, or for example 3.7kpc");
    }
}
