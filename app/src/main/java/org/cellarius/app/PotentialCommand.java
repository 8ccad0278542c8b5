package org.cellarius.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cellarius.app.KernelTool.EarlierStatus;
import org.cellarius.app.KernelTool.Pace;
import org.cellarius.app.KernelTool.Step;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.galaxy.potential.PotentialKernel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Appends a Galactic potential to a table of points. */
@Command(
        name = "potential",
        description = {
            "Append phi_pot (km2/s2), f_r f_z (km2/s2/kpc), density (solMass/pc3), vcirc (km/s) of a Galactic potential.",
            "Reads r z (kpc)."
        })
final class PotentialCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "NAME", description = PotentialOptions.NAMES)
    private String name = "";

    @Option(names = "--at", paramLabel = "IN", required = true, description = "Table of points with r and z.")
    private Path in = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            description = "Ending .fits .vot .ecsv .csv .tsv .txt .parquet .h5 or .feather.")
    private Path out = Path.of("");

    @Mixin
    private PotentialOptions stretched = new PotentialOptions();

    @Mixin
    private KernelTool tool = new KernelTool();

    @Override
    public Integer call() {
        Potential potential = stretched.named(name, "NAME");
        tool.append(in, out, new Step(Pace.QUICK, EarlierStatus.STAYS), table -> new PotentialKernel(potential));
        return 0;
    }
}
