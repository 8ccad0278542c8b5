package org.cellarius.app;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.cellarius.app.KernelTool.EarlierStatus;
import org.cellarius.app.KernelTool.Pace;
import org.cellarius.app.KernelTool.Step;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.StarTable;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.frame.EpochColumns;
import org.cellarius.galaxy.frame.EpochColumns.Depth;
import org.cellarius.galaxy.frame.EpochColumns.Names;
import org.cellarius.galaxy.frame.EpochColumns.RadialMotion;
import org.cellarius.galaxy.frame.EpochKernel;
import org.cellarius.galaxy.frame.Epochs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Carries positions and motions of a table to another epoch. */
@Command(
        name = "epoch",
        description = {
            "Carry positions and motions to another epoch along straight lines: append ra_epoch dec_epoch parallax_epoch (or distance_epoch)",
            "pmra_epoch pmdec_epoch radial_velocity_epoch.",
            "Reads ra dec (deg), parallax (mas) or distance (kpc), pmra pmdec (mas/yr), radial_velocity (km/s). Errors are not carried."
        })
final class EpochCommand implements Callable<Integer> {

    @Mixin
    private TablePaths tables = new TablePaths();

    @Option(
            names = "--from",
            paramLabel = "YEAR",
            required = true,
            description = "Epoch of the table's positions, Julian years: 2016 for Gaia DR3, 2015.5 for Gaia DR2.")
    private double fromYear = Double.NaN;

    @Option(names = "--to", paramLabel = "YEAR", required = true, description = "Epoch wanted, Julian years.")
    private double toYear = Double.NaN;

    @Option(
            names = "--radial-motion",
            paramLabel = "WORD",
            required = true,
            description =
                    "required: stars need radial_velocity and a positive parallax or distance; where-known: stars without move along the tangent; neglected: all do, only ra dec pmra pmdec are read.")
    private String radialMotion = "";

    @Option(
            names = "--depth",
            paramLabel = "COLUMN",
            description = "parallax or distance: which of the two is read (default: the one that is there).")
    private Optional<String> depth = Optional.empty();

    @Option(
            names = "--columns",
            paramLabel = "WORD",
            description =
                    "new: append ra_epoch ...; same: ra dec ... themselves move, and ref_epoch tells to when (default: new).")
    private String names = "new";

    @Mixin
    private KernelTool tool = new KernelTool();

    @Override
    public Integer call() {
        Epochs epochs = epochs();
        RadialMotion rule = Choice.of(
                "rule of radial motion",
                radialMotion,
                Arrays.asList(RadialMotion.values()),
                Choice::word,
                "--radial-motion");
        Names written = Choice.of("names", names, Arrays.asList(Names.values()), Choice::word, "--columns");
        List<String> inPlace = written == Names.NEW
                ? List.of()
                : Stream.of(Depth.values())
                        .flatMap(d -> new EpochKernel(epochs, new EpochColumns(rule, d, written)).outputs().stream())
                        .map(OutputColumn::name)
                        .distinct()
                        .toList();
        tool.append(
                tables.in(),
                tables.out(),
                new Step(Pace.QUICK, EarlierStatus.STAYS, List.of(), inPlace),
                table -> kernel(table, epochs, rule, written));
        return 0;
    }

    private Epochs epochs() {
        try {
            return new Epochs(fromYear, toYear);
        } catch (IllegalArgumentException e) {
            throw new InputError(String.valueOf(e.getMessage()), "--from, --to", "Correct it").withCause(e);
        }
    }

    private ColumnKernel kernel(StarTable table, Epochs epochs, RadialMotion rule, Names written) {
        if (table.column("ref_epoch").isPresent()) {
            System.err.println("note: the table's ref_epoch is not read: --from is the epoch of all rows");
        }
        if (written == Names.SAME && table.column("ra_error").isPresent()) {
            System.err.println(
                    "note: errors and correlations are not carried: they stay those of " + epochs.fromYear());
        }
        return new EpochKernel(epochs, new EpochColumns(rule, depth(table, rule), written));
    }

    private Depth depth(StarTable table, RadialMotion rule) {
        if (depth.isPresent()) {
            return Choice.of("depth", depth.get(), Arrays.asList(Depth.values()), Choice::word, "--depth");
        }
        List<Depth> there = Stream.of(Depth.values())
                .filter(d -> table.column(Choice.word(d)).isPresent())
                .toList();
        if (rule == RadialMotion.NEGLECTED || there.size() == 1) {
            return there.isEmpty() ? Depth.PARALLAX : there.getFirst();
        }
        throw new InputError(
                there.isEmpty()
                        ? "there is neither parallax nor distance"
                        : "there are both parallax and distance, and only one is moved",
                tables.in().toString(),
                there.isEmpty()
                        ? "Radial motion needs one of them; without, say --radial-motion neglected"
                        : "Say --depth parallax or --depth distance");
    }
}
