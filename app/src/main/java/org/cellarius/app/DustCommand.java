package org.cellarius.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cellarius.app.KernelTool.EarlierStatus;
import org.cellarius.app.KernelTool.Pace;
import org.cellarius.app.KernelTool.Step;
import org.cellarius.app.KernelTool.Units;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.StarTable;
import org.cellarius.galaxy.dust.BeforeFirst;
import org.cellarius.galaxy.dust.BeyondLast;
import org.cellarius.galaxy.dust.DustDisc;
import org.cellarius.galaxy.dust.DustKernel;
import org.cellarius.galaxy.dust.DustMap;
import org.cellarius.study.dust.DustKind;
import org.cellarius.study.dust.DustMaps;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Appends the reddening by a map of dust to a table. */
@Command(
        name = "dust",
        description = {
            "Append reddening, in the unit of the map, reddening_lo reddening_hi where the map has samples, and dust_status.",
            "Reads ra dec, or else l b (deg), and distance (kpc)."
        })
final class DustCommand implements Callable<Integer> {

    @Mixin
    private TablePaths tables = new TablePaths();

    @Option(names = "--map", paramLabel = "FILE", description = "File of the map, as published; none for disc.")
    private Optional<Path> map = Optional.empty();

    @Option(
            names = "--kind",
            paramLabel = "WORD",
            required = true,
            description =
                    "bayestar15, bayestar17, bayestar19, combined15, decaps, or disc: exponential in radius and height, without a file.")
    private String kind = "";

    @Option(
            names = "--before-first",
            paramLabel = "WORD",
            description =
                    "Nearer than the map's first distance: proportional to the distance, or none (default: proportional).")
    private String before = "proportional";

    @Option(
            names = "--beyond-last",
            paramLabel = "WORD",
            description = "Farther than the map's last distance: last-value, or none (default: last-value).")
    private String beyond = "last-value";

    @Mixin
    private KernelTool tool = new KernelTool();

    @Override
    public Integer call() {
        DustMap dust = map();
        System.err.println("note: reddening in the unit " + dust.unit().label() + ": "
                + dust.unit().meaning());
        var step = new Step(
                Pace.QUICK,
                EarlierStatus.STAYS,
                List.of("reddening_lo", "reddening_hi"),
                List.of(),
                Optional.of("dust_status"),
                Units.GO_WITHOUT_SAYING,
                List.of());
        tool.append(tables.in(), tables.out(), step, table -> new DustKernel(dust, isGalactic(table)));
        return 0;
    }

    private DustMap map() {
        DustKind chosen =
                Choice.of("kind of dust map", kind, Arrays.asList(DustKind.values()), DustKind::word, "--kind");
        BeforeFirst nearer =
                Choice.of("rule", before, Arrays.asList(BeforeFirst.values()), Choice::word, "--before-first");
        BeyondLast farther =
                Choice.of("rule", beyond, Arrays.asList(BeyondLast.values()), Choice::word, "--beyond-last");
        if (chosen == DustKind.DISC) {
            if (map.isPresent()) {
                throw new InputError("the disc has no file", "--map", "Leave it out, or name another --kind");
            }
            DustDisc disc = DustDisc.USUAL;
            System.err.println(String.format(
                    Locale.ROOT,
                    "note: dust: %s mag/kpc at the Sun, scale length %s kpc, scale height %s kpc: no clouds",
                    disc.localMagPerKpc(),
                    disc.scaleLengthKpc(),
                    disc.scaleHeightKpc()));
            return disc;
        }
        Path file = map.orElseThrow(() ->
                new InputError("a map of kind " + kind + " is a file", "--map", "Name it, or choose --kind disc"));
        return DustMaps.read(file, chosen, nearer, farther);
    }

    private boolean isGalactic(StarTable table) {
        if (table.column("distance").isEmpty()) {
            throw new InputError(
                    "the table has no column 'distance'",
                    tables.in().toString(),
                    "Derive it with `cellarius distance`, or rename the column");
        }
        boolean icrs = has(table, "ra", "dec");
        if (!icrs && !has(table, "l", "b")) {
            throw new InputError(
                    "the table has neither ra and dec nor l and b",
                    tables.in().toString(),
                    "Rename the columns of the position; there are " + String.join(", ", table.names()));
        }
        return !icrs;
    }

    private static boolean has(StarTable table, String x, String y) {
        return table.column(x).isPresent() && table.column(y).isPresent();
    }
}
