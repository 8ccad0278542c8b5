package org.cellarius.app;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.galaxy.potential.Potentials;
import org.cellarius.study.read.PotentialReader;
import picocli.CommandLine.Option;

/** The R0 and v0 to which a potential is stretched. */
final class PotentialOptions {

    static final String NAMES =
            "MWPotential2014, McMillan17, McMillan17-rounded, Irrgang13I, Irrgang13II or Irrgang13III, or a file.yaml with components.";

    private static final Pattern FILE = Pattern.compile("(?i).*\\.ya?ml");

    @Option(
            names = "--r0",
            paramLabel = "KPC",
            description = "Stretch the potential to this distance to the centre; needs --v0. Default: as published.")
    private double r0Kpc = Double.NaN;

    @Option(names = "--v0", paramLabel = "KMS", description = "... and this circular speed there.")
    private double v0Kms = Double.NaN;

    boolean given() {
        return !Double.isNaN(r0Kpc) || !Double.isNaN(v0Kms);
    }

    Potential named(String name, String where) {
        Potential potential = FILE.matcher(name).matches()
                ? PotentialReader.read(Path.of(name))
                : Choice.of("potential", name, Potentials.all(), Potential::name, where);
        if (Double.isNaN(r0Kpc) != Double.isNaN(v0Kms)) {
            throw new InputError("a potential is stretched in length and speed", "--r0, --v0", "Give both, or neither");
        }
        if (Double.isNaN(r0Kpc)) {
            return potential;
        }
        try {
            return potential.rescaledTo(r0Kpc, v0Kms);
        } catch (IllegalArgumentException e) {
            throw new InputError(String.valueOf(e.getMessage()), "--r0, --v0", "Correct it").withCause(e);
        }
    }
}
