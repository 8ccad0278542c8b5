package org.cellarius.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.NearestWord;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.engine.Sql;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.PhaseSpaceKernel;
import org.cellarius.galaxy.frame.PhaseSpaceKernel.Motions;
import org.cellarius.galaxy.frame.Sun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Appends Galactic and Galactocentric phase space to a table. */
@Command(
        name = "phase-space",
        description = {
            "Append l b, x y z r phi and, where proper motions and radial velocities are there, vx vy vz v_r v_phi v_z, and status.",
            "Reads ra dec (deg), distance (kpc), pmra pmdec (mas/yr), radial_velocity (km/s); other units are converted."
        })
final class PhaseSpaceCommand implements Callable<Integer> {

    private static final List<String> MOTIONS = List.of("pmra", "pmdec", "radial_velocity");

    @Parameters(index = "0", paramLabel = "IN", description = "FITS, VOTable, ECSV, CSV, TSV, text or Parquet.")
    private Path in = Path.of("");

    @Parameters(index = "1", paramLabel = "OUT", description = "Ending .fits .vot .ecsv .csv .tsv .txt or .parquet.")
    private Path out = Path.of("");

    @Option(
            names = "--sun",
            paramLabel = "NAME",
            required = true,
            description = "hawkins2023, vickers2021, imig2023, long2025 or astropy-v4.0.")
    private String sun = "";

    @Option(names = "--replace", description = "Replace columns of the input that have the name of a derived one.")
    private boolean replace;

    @Mixin
    private TableInput input = new TableInput();

    @Mixin
    private Outputs outputs = new Outputs();

    @Mixin
    private Resources resources = new Resources();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        Sun chosen = Sun.byName(sun).orElseThrow(() -> {
            List<String> names = Sun.named().stream().map(Sun::name).toList();
            return new InputError(
                    "there is no Sun named '" + sun + "'"
                            + NearestWord.in(names, sun)
                                    .map(n -> "; did you mean '" + n + "'?")
                                    .orElse(""),
                    "--sun",
                    "Named Suns: " + String.join(", ", names));
        });
        TableFile file = input.open(in);
        Path target = outputs.target(in, out);
        try (var session = TableSession.writing(in, target, input, resources)) {
            StarTable table = session.copy(file);
            var kernel = new PhaseSpaceKernel(new GalactocentricFrame(chosen), motions(table, chosen));
            var inputs = new ArrayList<String>();
            for (String name : kernel.inputs()) {
                TableColumn column = table.require(name, in.toString());
                if (column.type() == ColumnType.TEXT || column.type() == ColumnType.BOOLEAN) {
                    throw new InputError(
                            "the column '" + column.name() + "' does not hold numbers",
                            in.toString(),
                            "Check the file");
                }
                inputs.add(Sql.scaled(Sql.name(column.name()), input.factor(column, name, in)));
            }
            input.fillers()
                    .suspected(session.engine(), table, inputs, kernel.inputs())
                    .forEach(told -> System.err.println("note: " + told));
            StarTable result = session.engine()
                    .applyKernel(
                            table,
                            kernel,
                            inputs,
                            kept(table, kernel),
                            session.scratch("phase-space.parquet"),
                            session.progress());
            session.engine().export(result, target);
            Told.written(out, result.rows(), result.columns().size(), json);
            Told.aboutUnits(result, TableFormat.ofOutput(out));
        }
        return 0;
    }

    private Motions motions(StarTable table, Sun chosen) {
        List<String> there =
                MOTIONS.stream().filter(n -> table.column(n).isPresent()).toList();
        if (there.isEmpty()) {
            return Motions.UNKNOWN;
        }
        if (chosen.velocity().isEmpty()) {
            System.err.println(
                    "note: the Sun '" + chosen.name() + "' has no published velocity: positions only, no velocities");
            return Motions.UNKNOWN;
        }
        if (there.size() < MOTIONS.size()) {
            System.err.println("note: velocities need pmra, pmdec and radial_velocity; the table has only "
                    + String.join(", ", there) + ": positions only");
            return Motions.UNKNOWN;
        }
        return Motions.KNOWN;
    }

    private List<String> kept(StarTable table, PhaseSpaceKernel kernel) {
        // Without motions the velocities of an earlier run would stand beside new positions: they go as well.
        var full = new PhaseSpaceKernel(new GalactocentricFrame(Sun.ASTROPY_V4_0), Motions.KNOWN);
        var derived = new ArrayList<>(
                (replace ? full : kernel).outputs().stream().map(c -> c.name()).toList());
        derived.add("status");
        List<String> twice = table.names().stream()
                .filter(n -> derived.stream().anyMatch(n::equalsIgnoreCase))
                .toList();
        if (!twice.isEmpty() && !replace) {
            throw new InputError(
                    "the table has already the column" + (twice.size() > 1 ? "s " : " ") + String.join(", ", twice)
                            + ", which would be derived (upper and lower case are one)",
                    in.toString(),
                    "Replace with --replace, or rename in the file");
        }
        return table.names().stream().filter(n -> !twice.contains(n)).toList();
    }
}
