package org.cellarius.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.unit.QuantityText;
import org.cellarius.engine.StageCache;
import org.cellarius.galaxy.mock.MockParticles;
import org.cellarius.study.mock.MockOrder.Simulation;
import org.cellarius.study.mock.ParticleTable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The star particles of somebody's simulation, for {@code mock import}. */
final class ParticleOptions {

    private static final String VICE_ZONES = "0.1kpc";

    @Option(
            names = "--survey",
            paramLabel = "SURVEY",
            description = "The survey that sees them, as in  cellarius mock .")
    private Optional<String> survey = Optional.empty();

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
    private Optional<String> zoneWidth = Optional.empty();

    @Mixin
    private TableInput input = new TableInput();

    /** The survey that sees the particles. */
    String survey() {
        return survey.orElseThrow(() -> new InputError(
                "which survey sees the particles is not said", "--survey", "Name it, for example  --survey imig2023"));
    }

    /** Whether something is said of particles. */
    boolean areGiven() {
        return Stream.of(survey, age, birth, today, feH, alphaFe, mass, zoneWidth)
                .anyMatch(Optional::isPresent);
    }

    Simulation read(Path table, Resources resources) {
        double zoneKpc = new QuantityText(zoneWidth.orElse(VICE_ZONES))
                .in("kpc", "a length", "--zone-width", "Write for example 0.1kpc");
        MockParticles particles;
        try (TableSession session = TableSession.reading(List.of(table), input, resources)) {
            var said = new ParticleTable.Said(age, birth, today, feH, alphaFe, mass, zoneKpc);
            particles = ParticleTable.of(session.table(input.open(table)), said, session.engine(), table.toString())
                    .read(session.engine(), session.progress());
        }
        return new Simulation(
                particles, "particles of " + table.getFileName() + ", SHA-256 " + StageCache.sha256Of(table));
    }
}
