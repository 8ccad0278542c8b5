package org.cellarius.app;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cellarius.app.KernelTool.EarlierStatus;
import org.cellarius.app.KernelTool.Pace;
import org.cellarius.app.KernelTool.Step;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.unit.QuantityText;
import org.cellarius.engine.StarTable;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.KernelChain;
import org.cellarius.galaxy.column.KernelPair;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.orbit.OrbitAccuracy;
import org.cellarius.galaxy.orbit.OrbitEnding;
import org.cellarius.galaxy.orbit.OrbitMethod;
import org.cellarius.galaxy.orbit.OrbitPlan;
import org.cellarius.galaxy.orbit.OrbitSpan;
import org.cellarius.galaxy.orbit.OrbitsOfDraws;
import org.cellarius.galaxy.orbit.ScaleOfSun;
import org.cellarius.galaxy.orbit.ZmaxDefinition;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.study.PhaseSpace;
import org.cellarius.study.stage.OrbitsStage;
import org.cellarius.study.stage.PhaseSpaceStage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Appends orbits to a table. */
@Command(
        name = "orbits",
        description = {
            "Append rg zmax r_peri r_apo r3d_peri r3d_apo (kpc), ecc, l_z j_r j_z (kpc km/s), energy (km2/s2), energy_drift, status and more.",
            "Reads r z (kpc), v_r v_phi v_z (km/s; v_phi positive along rotation), or with --sun ra dec distance pmra pmdec",
            "radial_velocity. With --sun and --draws also errors."
        })
final class OrbitsCommand implements Callable<Integer> {

    private static final List<String> WITH_ERRORS =
            List.of("rg", "zmax", "r_peri", "r_apo", "ecc", "energy", "l_z", "j_r", "j_z");

    @Mixin
    private TablePaths tables = new TablePaths();

    @Option(names = "--potential", paramLabel = "NAME", required = true, description = PotentialOptions.NAMES)
    private String potential = "";

    @Mixin
    private PotentialOptions stretched = new PotentialOptions();

    @Option(
            names = "--sun",
            paramLabel = "NAME",
            description = "Start from ra dec distance pmra pmdec radial_velocity, seen from this Sun.")
    private String sun = "";

    @Option(
            names = "--span",
            paramLabel = "TIME",
            description = "How long orbits are followed, for example 10Gyr; negative for the past (default: 10Gyr).")
    private String span = "10Gyr";

    @Option(
            names = "--method",
            paramLabel = "WORD",
            description =
                    "integrate: follow the star; staeckel: edges of its box in the Staeckel approximation, much faster (default: integrate).")
    private String method = OrbitMethod.INTEGRATE.word();

    @Option(
            names = "--accuracy",
            paramLabel = "WORD",
            description = "fast: zmax good to 1e-3 for 95 of 100 stars; accurate: to 1e-6 (default: fast).")
    private String accuracy = OrbitAccuracy.FAST.word();

    @Option(
            names = "--zmax",
            paramLabel = "WORD",
            description =
                    "largest: largest |z| within the span; mean: mean of the maxima of |z|; edge: edge of the Staeckel box (default: largest; with --method staeckel: edge).")
    private Optional<String> zmax = Optional.empty();

    @Option(
            names = "--stop",
            paramLabel = "WORD",
            description =
                    "span: at its end; converged: before, once the rest can change the extrema by no more than 5e-4 (default: span).")
    private String ending = OrbitEnding.SPAN.word();

    @Mixin
    private StaeckelOptions approximation = new StaeckelOptions();

    @Option(
            names = "--errors-of",
            paramLabel = "NAME",
            split = ",",
            description =
                    "With --draws: whose errors, of rg zmax r_peri r_apo ecc energy l_z j_r j_z (default: all; rg l_z energy j_r j_z need no orbits and are far faster).")
    private List<String> errorsOf = List.of();

    @Mixin
    private ErrorOptions errors = new ErrorOptions();

    @Mixin
    private KernelTool tool = new KernelTool();

    @Override
    public Integer call() {
        if (!errorsOf.isEmpty() && !errors.fromDraws()) {
            throw new InputError("errors of orbits need draws", "--errors-of", "Say --draws N, and --sun NAME");
        }
        Potential galaxy = stretched.named(potential, "--potential");
        OrbitPlan plan = plan();
        ColumnKernel orbits = new OrbitsStage(galaxy, plan).kernel();
        tool.append(
                tables.in(),
                tables.out(),
                new Step(Pace.SLOW, EarlierStatus.STAYS),
                table -> kernel(table, orbits, galaxy, plan));
        return 0;
    }

    private ColumnKernel kernel(StarTable table, ColumnKernel orbits, Potential galaxy, OrbitPlan plan) {
        if (sun.isEmpty()) {
            if (errors.wanted()) {
                throw new InputError(
                        "errors of orbits come from draws of the measurement", "--draws", "Name the Sun with --sun");
            }
            return orbits;
        }
        Sun seenFrom = Choice.of("Sun", sun, Sun.named(), Sun::name, "--sun");
        if (seenFrom.velocity().isEmpty()) {
            throw new InputError(
                    "the Sun '" + seenFrom.name() + "' has no published velocity, and orbits need one",
                    "--sun",
                    "Take hawkins2023, vickers2021, astropy-v4.0, schoenrich2010, bland-hawthorn-gerhard2016 or gravity2021");
        }
        ScaleOfSun.disagreement(seenFrom, galaxy).ifPresent(told -> System.err.println("note: " + told));
        var seen = new PhaseSpaceStage(seenFrom, PhaseSpace.POSITIONS_AND_VELOCITIES);
        var chain = new KernelChain(seen.kernel(), orbits);
        if (!errors.wanted()) {
            return chain;
        }
        if (!errors.fromDraws()) {
            throw new InputError("errors of orbits need draws", "--jacobian", "Say --draws N");
        }
        List<String> of = errorsOf.isEmpty() ? WITH_ERRORS : errorsOf;
        of.forEach(name -> Choice.of("orbital quantity", name, WITH_ERRORS, n -> n, "--errors-of"));
        return new KernelPair(chain, errors.kernel(table, seen, List.of(OrbitsOfDraws.of(galaxy, plan, of))));
    }

    private OrbitPlan plan() {
        try {
            OrbitMethod chosen =
                    Choice.of("method", method, Arrays.asList(OrbitMethod.values()), OrbitMethod::word, "--method");
            return new OrbitPlan(
                    chosen,
                    span(),
                    Choice.of(
                            "accuracy",
                            accuracy,
                            Arrays.asList(OrbitAccuracy.values()),
                            OrbitAccuracy::word,
                            "--accuracy"),
                    zmax.map(word -> Choice.of(
                                    "definition of Zmax",
                                    word,
                                    Arrays.asList(ZmaxDefinition.values()),
                                    ZmaxDefinition::word,
                                    "--zmax"))
                            .orElse(OrbitPlan.standard().with(chosen).zmax()),
                    Choice.of("ending", ending, Arrays.asList(OrbitEnding.values()), OrbitEnding::word, "--stop"),
                    approximation.choice());
        } catch (IllegalArgumentException e) {
            throw new InputError(String.valueOf(e.getMessage()), "--method, --zmax, --accuracy, --stop", "Correct it")
                    .withCause(e);
        }
    }

    private OrbitSpan span() {
        double gyr = new QuantityText(span).in("Gyr", "a time", "--span", "Write for example 10Gyr or -500Myr");
        try {
            return new OrbitSpan(gyr);
        } catch (IllegalArgumentException e) {
            throw new InputError(String.valueOf(e.getMessage()), "--span", "Correct it").withCause(e);
        }
    }
}
