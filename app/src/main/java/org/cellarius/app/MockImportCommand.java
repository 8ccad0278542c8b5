package org.cellarius.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cellarius.catalogue.unit.QuantityText;
import org.cellarius.engine.StageCache;
import org.cellarius.galaxy.mock.MockParticles;
import org.cellarius.study.mock.MockOrder.Simulation;
import org.cellarius.study.mock.ParticleTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a mock survey of the stars of somebody's simulation. */
@Command(
        name = "import",
        description = {
            "Write a mock survey of the star particles of a simulation, such as VICE's Milky Way: galr_origin or zone_origin, galr_final, age, [fe/h], [o/fe], mass.",
            "Radii, ages and abundances are the particles'; warmth and phases of the orbits are drawn as in  cellarius mock ."
        })
final class MockImportCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "TABLE",
            description = "FITS, VOTable, ECSV, CSV, TSV, text, CDS, Parquet, HDF5 or Feather.")
    private Path table = Path.of("");

    @Option(
            names = "--survey",
            paramLabel = "SURVEY",
            required = true,
            description = "The survey that sees them, as in  cellarius mock .")
    private String survey = "";

    @Option(names = "--age", paramLabel = "EXPR", description = "Age in Gyr (default: age).")
    private Optional<String> age = Optional.empty();

    @Option(
            names = "--birth",
            paramLabel = "EXPR",
            description = "Radius of birth in kpc (default: galr_origin, or the middle of zone_origin).")
    private Optional<String> birth = Optional.empty();

    @Option(
            names = "--today",
            paramLabel = "EXPR",
            description = "Radius today in kpc (default: galr_final, or the middle of zone_final).")
    private Optional<String> today = Optional.empty();

    @Option(names = "--fe-h", paramLabel = "EXPR", description = "[Fe/H] in dex (default: [fe/h], fe_h or feh).")
    private Optional<String> feH = Optional.empty();

    @Option(
            names = "--alpha-fe",
            paramLabel = "EXPR",
            description = "[alpha/Fe] in dex (default: [o/fe], alpha_fe or o_fe; 0 without).")
    private Optional<String> alphaFe = Optional.empty();

    @Option(
            names = "--mass",
            paramLabel = "EXPR",
            description = "Mass of a particle, by which it counts (default: mass; 1 without).")
    private Optional<String> mass = Optional.empty();

    @Option(
            names = "--zone-width",
            paramLabel = "LENGTH",
            description = "Width of the zones (default: 0.1kpc, VICE's).")
    private String zoneWidth = "0.1kpc";

    @Mixin
    private MockOptions options = new MockOptions();

    @Mixin
    private TableInput input = new TableInput();

    @Override
    public Integer call() {
        options.check();
        double zoneKpc = new QuantityText(zoneWidth).in("kpc", "a length", "--zone-width", "Write for example 0.1kpc");
        MockParticles particles;
        try (TableSession session = TableSession.reading(List.of(table), input, options.resources())) {
            var said = new ParticleTable.Said(age, birth, today, feH, alphaFe, mass, zoneKpc);
            particles = ParticleTable.of(session.table(input.open(table)), said, session.engine(), table.toString())
                    .read(session.engine(), session.progress());
        }
        var simulation = new Simulation(
                particles, "particles of " + table.getFileName() + ", SHA-256 " + StageCache.sha256Of(table));
        options.write(survey, "--survey", Optional.of(simulation));
        return 0;
    }
}
