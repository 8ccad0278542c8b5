package org.cellarius.app;

import java.util.concurrent.Callable;
import org.cellarius.app.KernelTool.EarlierStatus;
import org.cellarius.app.KernelTool.Pace;
import org.cellarius.app.KernelTool.Step;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.IcrsKernel;
import org.cellarius.galaxy.frame.Sun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Appends what is measured to a table of Galactocentric phase space: the way back of {@code phase-space}. */
@Command(
        name = "icrs",
        description = {
            "Append ra dec (deg), distance (kpc), pmra pmdec (mas/yr), radial_velocity (km/s) of Galactocentric phase space.",
            "Reads x y z (kpc), vx vy vz (km/s): the way back of phase-space with the same Sun."
        })
final class IcrsCommand implements Callable<Integer> {

    @Mixin
    private TablePaths tables = new TablePaths();

    @Option(
            names = "--sun",
            paramLabel = "NAME",
            required = true,
            description =
                    "hawkins2023, vickers2021, astropy-v4.0, schoenrich2010, bland-hawthorn-gerhard2016 or gravity2021: those with a published velocity.")
    private String sun = "";

    @Mixin
    private KernelTool tool = new KernelTool();

    @Override
    public Integer call() {
        ColumnKernel kernel = kernel(Choice.of("Sun", sun, Sun.named(), Sun::name, "--sun"));
        tool.append(tables.in(), tables.out(), new Step(Pace.QUICK, EarlierStatus.STAYS), table -> kernel);
        return 0;
    }

    private static ColumnKernel kernel(Sun sun) {
        try {
            return new IcrsKernel(new GalactocentricFrame(sun));
        } catch (IllegalArgumentException e) {
            throw new InputError(String.valueOf(e.getMessage()), "--sun", "Take another Sun").withCause(e);
        }
    }
}
