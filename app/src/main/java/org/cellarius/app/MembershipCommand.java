package org.cellarius.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cellarius.app.KernelTool.EarlierStatus;
import org.cellarius.app.KernelTool.Pace;
import org.cellarius.app.KernelTool.Step;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.kinematics.HaloCut;
import org.cellarius.galaxy.kinematics.KinematicMembership;
import org.cellarius.galaxy.kinematics.KinematicMembership.Toomre;
import org.cellarius.galaxy.kinematics.VelocityEllipsoids;
import org.cellarius.galaxy.kinematics.VelocityReference;
import org.cellarius.galaxy.kinematics.VelocityReference.CircularOrbit;
import org.cellarius.galaxy.kinematics.VelocityReference.LocalStandardOfRest;
import org.cellarius.study.stage.MembershipStage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Appends kinematic membership to a table. */
@Command(
        name = "membership",
        description = {
            "Append the probabilities p_thin p_thick p_halo, and ln_td_d, the log odds of thick against thin disc.",
            "Reads u_lsr v_lsr w_lsr (km/s), as phase-space --lsr gives them; or relative to circular orbits r (kpc), v_r v_phi v_z."
        })
final class MembershipCommand implements Callable<Integer> {

    @Mixin
    private TablePaths tables = new TablePaths();

    @Option(
            names = "--set",
            paramLabel = "NAME",
            required = true,
            description = "Velocity ellipsoids: bensby2003, bensby2005frac or robin2003.")
    private String set = "";

    @Option(
            names = "--relative-to",
            paramLabel = "WORD",
            description =
                    "lsr: the local standard of rest at the Sun; circular-orbit: v_phi - v_c(R) at the star, with --potential; appends u_lsr v_lsr w_lsr (default: lsr).")
    private String relativeTo = "lsr";

    @Option(
            names = "--potential",
            paramLabel = "NAME",
            description =
                    "With --relative-to circular-orbit: MWPotential2014, McMillan17, McMillan17-rounded, Irrgang13I, Irrgang13II or Irrgang13III.")
    private Optional<String> potential = Optional.empty();

    @Mixin
    private PotentialOptions stretched = new PotentialOptions();

    @Option(
            names = "--asymmetric-drifts",
            paramLabel = "THIN,THICK,HALO",
            split = ",",
            description =
                    "Mean v_lsr of the three populations, km/s, negative for lagging (default: those of the set).")
    private List<Double> drifts = List.of();

    @Option(names = "--toomre", description = "Also the axes of the Toomre diagram, km/s: v_tot, v_toomre.")
    private boolean toomre;

    @Option(
            names = "--halo-cut",
            paramLabel = "RULE",
            description =
                    "Also halo (1 or 0): hawkins2023 (p_halo of 0.01 or more), probability=P, or speed=KMS (v_tot of so much or more).")
    private Optional<String> haloCut = Optional.empty();

    @Mixin
    private KernelTool tool = new KernelTool();

    @Override
    public Integer call() {
        var membership = new KinematicMembership(
                ellipsoids(),
                reference(),
                toomre ? Toomre.WRITTEN : Toomre.LEFT_OUT,
                haloCut.map(MembershipCommand::cut));
        ColumnKernel kernel = new MembershipStage(membership).kernel();
        tool.append(tables.in(), tables.out(), new Step(Pace.QUICK, EarlierStatus.STAYS), table -> kernel);
        return 0;
    }

    private VelocityEllipsoids ellipsoids() {
        VelocityEllipsoids named =
                Choice.of("set of ellipsoids", set, VelocityEllipsoids.named(), VelocityEllipsoids::name, "--set");
        if (drifts.isEmpty()) {
            return named;
        }
        if (drifts.size() != 3) {
            throw new InputError(
                    "there are three populations and " + drifts.size() + " asymmetric drifts",
                    "--asymmetric-drifts",
                    "Give those of thin disc, thick disc and halo, for example --asymmetric-drifts=-15,-46,-220");
        }
        try {
            return named.withAsymmetricDrifts(drifts.get(0), drifts.get(1), drifts.get(2));
        } catch (IllegalArgumentException e) {
            throw new InputError(String.valueOf(e.getMessage()), "--asymmetric-drifts", "Correct it").withCause(e);
        }
    }

    private VelocityReference reference() {
        String word = Choice.of("reference", relativeTo, List.of("lsr", "circular-orbit"), w -> w, "--relative-to");
        boolean local = word.equals("circular-orbit");
        if (local != potential.isPresent() || (!local && stretched.given())) {
            throw new InputError(
                    local ? "circular orbits are those of a potential" : "a potential serves circular orbits only",
                    local ? "--relative-to" : "--potential",
                    local
                            ? "Name it with --potential"
                            : "Say --relative-to circular-orbit, or leave --potential, --r0 and --v0 out");
        }
        return local
                ? new CircularOrbit(stretched.named(potential.orElseThrow(), "--potential"))
                : new LocalStandardOfRest();
    }

    private static HaloCut cut(String rule) {
        if (rule.equals(HaloCut.HAWKINS_2023_NAME)) {
            return HaloCut.HAWKINS_2023;
        }
        String[] parts = rule.toLowerCase(Locale.ROOT).split("=", 2);
        try {
            if (parts.length == 2 && parts[0].equals("probability")) {
                return new HaloCut.Probability(Double.parseDouble(parts[1]));
            }
            if (parts.length == 2 && parts[0].equals("speed")) {
                return new HaloCut.TotalSpeed(Double.parseDouble(parts[1]));
            }
        } catch (NumberFormatException e) {
            throw new InputError("'" + parts[1] + "' is not a number", "--halo-cut", "Write for example speed=210")
                    .withCause(e);
        } catch (IllegalArgumentException e) {
            throw new InputError(String.valueOf(e.getMessage()), "--halo-cut", "Correct it").withCause(e);
        }
        throw new InputError(
                "there is no halo cut '" + rule + "'", "--halo-cut", "Write hawkins2023, probability=P or speed=KMS");
    }
}
