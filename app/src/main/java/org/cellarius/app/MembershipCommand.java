package org.cellarius.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cellarius.catalogue.Choice;
import org.cellarius.galaxy.kinematics.MembershipKernel;
import org.cellarius.galaxy.kinematics.VelocityEllipsoids;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Appends kinematic membership to a table. */
@Command(
        name = "membership",
        description = {
            "Append the probabilities p_thin p_thick p_halo, and ln_td_d, the log odds of thick against thin disc.",
            "Reads u_lsr v_lsr w_lsr (km/s), as phase-space --lsr gives them."
        })
final class MembershipCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "IN", description = "FITS, VOTable, ECSV, CSV, TSV, text or Parquet.")
    private Path in = Path.of("");

    @Parameters(index = "1", paramLabel = "OUT", description = "Ending .fits .vot .ecsv .csv .tsv .txt or .parquet.")
    private Path out = Path.of("");

    @Option(
            names = "--set",
            paramLabel = "NAME",
            required = true,
            description = "Velocity ellipsoids: bensby2003, bensby2005frac or robin2003.")
    private String set = "";

    @Mixin
    private KernelTool tool = new KernelTool();

    @Override
    public Integer call() {
        VelocityEllipsoids ellipsoids =
                Choice.of("set of ellipsoids", set, VelocityEllipsoids.named(), VelocityEllipsoids::name, "--set");
        tool.append(in, out, table -> new MembershipKernel(ellipsoids), List.of(), KernelTool.Pace.QUICK_AFTER_OTHERS);
        return 0;
    }
}
