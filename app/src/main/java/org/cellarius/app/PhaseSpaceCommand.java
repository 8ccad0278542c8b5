package org.cellarius.app;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.cellarius.app.KernelTool.EarlierStatus;
import org.cellarius.app.KernelTool.Pace;
import org.cellarius.app.KernelTool.Step;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.StarTable;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.KernelPair;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.study.PhaseSpace;
import org.cellarius.study.VelocityFrame;
import org.cellarius.study.stage.PhaseSpaceStage;
import org.cellarius.study.stage.RelativeVelocities;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Appends Galactic and Galactocentric phase space to a table. */
@Command(
        name = "phase-space",
        description = {
            "Append l b, x y z r phi and, where proper motions and radial velocities are there, vx vy vz v_r v_phi v_z, and status.",
            "Reads ra dec (deg), distance (kpc), pmra pmdec (mas/yr), radial_velocity (km/s); other units are converted.",
            "With --draws or --jacobian also x_error ... v_z_error, from distance_error (or distance_lo distance_hi), pmra_error,",
            "pmdec_error, radial_velocity_error."
        })
final class PhaseSpaceCommand implements Callable<Integer> {

    private static final List<String> MOTIONS = List.of("pmra", "pmdec", "radial_velocity");

    @Mixin
    private TablePaths tables = new TablePaths();

    @Option(
            names = "--sun",
            paramLabel = "NAME",
            required = true,
            description =
                    "hawkins2023, vickers2021, imig2023, long2025, astropy-v4.0, schoenrich2010, bland-hawthorn-gerhard2016 or gravity2021.")
    private String sun = "";

    @Option(
            names = "--lsr",
            description =
                    "Also u_lsr v_lsr w_lsr (km/s), velocities relative to the local standard of rest of the Sun, where it has one.")
    private boolean lsr;

    @Option(
            names = "--heliocentric",
            description =
                    "Also u_helio v_helio w_helio (km/s), velocities relative to the Sun along the same axes: to the centre, along rotation, to the North Galactic Pole.")
    private boolean heliocentric;

    @Mixin
    private ErrorOptions errors = new ErrorOptions();

    @Mixin
    private KernelTool tool = new KernelTool();

    @Override
    public Integer call() {
        Sun chosen = Choice.of("Sun", sun, Sun.named(), Sun::name, "--sun");
        // Without motions the velocities of an earlier run would stand beside new positions: they go as well.
        List<String> stale = new PhaseSpaceStage(Sun.ASTROPY_V4_0, PhaseSpace.POSITIONS_AND_VELOCITIES)
                .kernel().outputs().stream().map(OutputColumn::name).toList();
        var step = new Step(errors.fromDraws() ? Pace.SLOW : Pace.QUICK, EarlierStatus.IN_THE_WAY, stale, List.of());
        tool.append(tables.in(), tables.out(), step, table -> kernel(table, chosen));
        return 0;
    }

    private ColumnKernel kernel(StarTable table, Sun chosen) {
        var phaseSpace = new PhaseSpaceStage(chosen, derivable(table, chosen));
        ColumnKernel kernel = phaseSpace.kernel();
        if (!frames().isEmpty()) {
            kernel = new KernelPair(kernel, relative(chosen));
        }
        if (errors.wanted()) {
            kernel = new KernelPair(kernel, errors.kernel(table, phaseSpace, List.of()));
        }
        return kernel;
    }

    private SortedSet<VelocityFrame> frames() {
        var frames = new TreeSet<VelocityFrame>();
        if (heliocentric) {
            frames.add(VelocityFrame.SUN);
        }
        if (lsr) {
            frames.add(VelocityFrame.LSR);
        }
        return frames;
    }

    private ColumnKernel relative(Sun chosen) {
        try {
            return new RelativeVelocities(chosen, frames()).kernel();
        } catch (IllegalArgumentException e) {
            throw new InputError(String.valueOf(e.getMessage()), "--lsr", "Take another Sun").withCause(e);
        }
    }

    private PhaseSpace derivable(StarTable table, Sun chosen) {
        List<String> there =
                MOTIONS.stream().filter(n -> table.column(n).isPresent()).toList();
        if (there.isEmpty()) {
            return PhaseSpace.POSITIONS;
        }
        if (chosen.velocity().isEmpty()) {
            System.err.println(
                    "note: the Sun '" + chosen.name() + "' has no published velocity: positions only, no velocities");
            return PhaseSpace.POSITIONS;
        }
        if (there.size() < MOTIONS.size()) {
            System.err.println("note: velocities need pmra, pmdec and radial_velocity; the table has only "
                    + String.join(", ", there) + ": positions only");
            return PhaseSpace.POSITIONS;
        }
        return PhaseSpace.POSITIONS_AND_VELOCITIES;
    }
}
