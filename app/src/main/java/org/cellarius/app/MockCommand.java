package org.cellarius.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cellarius.catalogue.InputError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes a mock survey whose truth is known. */
@Command(
        name = "mock",
        description = {
            "Write the files of a mock survey in its own format, with the truth beside them: truth.parquet (one row a star) and truth.json.",
            "Then: cellarius run studies/SURVEY --data DIR puts ours beside the truth.",
            "mock import TABLE --survey SURVEY: of the star particles of a simulation, such as VICE's Milky Way: galr_origin or zone_origin,",
            "galr_final, age, [fe/h], [o/fe], mass. Radii, ages and abundances are theirs, warmth and phases of the orbits are drawn."
        })
final class MockCommand implements Callable<Integer> {

    private static final String IMPORT = "import";

    @Parameters(
            paramLabel = "SURVEY",
            arity = "1..2",
            description =
                    "long2025, vickers2021, chen2025, hawkins2023 or imig2023: the survey as that paper used it; or: import TABLE.")
    private List<String> words = List.of();

    @Mixin
    private MockOptions options = new MockOptions();

    @Mixin
    private ParticleOptions particles = new ParticleOptions();

    @Override
    public Integer call() {
        if (words.getFirst().equals(IMPORT)) {
            if (words.size() < 2) {
                throw new InputError(
                        "which table of particles is imported is not said",
                        "mock import",
                        "Name it:  mock import TABLE");
            }
            options.check();
            String survey = particles.survey();
            options.write(survey, "--survey", Optional.of(particles.read(Path.of(words.get(1)), options.resources())));
            return 0;
        }
        if (words.size() > 1 || particles.areGiven()) {
            throw new InputError(
                    "particles go with  mock import",
                    words.size() > 1 ? words.get(1) : "--survey",
                    "Write  mock import TABLE --survey " + words.getFirst() + " , or leave the rest out");
        }
        options.write(words.getFirst(), "SURVEY", Optional.empty());
        return 0;
    }
}
