package org.cellarius.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.PartialFiles;
import org.cellarius.galaxy.mock.GalaxyRecipe;
import org.cellarius.galaxy.mock.SurveyDesign;
import org.cellarius.study.mock.MockOrder;
import org.cellarius.study.mock.MockOrder.Simulation;
import org.cellarius.study.mock.MockTruth;
import org.cellarius.study.run.MockRun;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands that write mock surveys have in common. */
final class MockOptions {

    @Option(names = "--stars", paramLabel = "N", required = true, description = "Number of different stars.")
    private long stars;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of all random numbers (default: 1).")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder of the files.")
    private Path folder = Path.of("");

    @Option(
            names = "--axisymmetric",
            description = "Without spiral and bar in [Fe/H]: the same stars at the same places.")
    private boolean axisymmetric;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private Outputs outputs = new Outputs();

    @Mixin
    private Resources resources = new Resources();

    Resources resources() {
        return resources;
    }

    /** The folder to write. */
    Path folder() {
        return folder.toAbsolutePath().normalize();
    }

    /** Refuses a folder that holds something else, before anything is computed. */
    void check() {
        Path target = folder();
        if (!Files.exists(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new InputError("'" + folder + "' is a file", "--out", "Name a folder");
        }
        boolean empty = others(target).isEmpty() && MockTruth.in(target).isEmpty();
        if (!outputs.replaces() && !empty) {
            throw new InputError(
                    "'" + folder + "' exists", "--out", "Choose another folder, or replace a mock with --force");
        }
        List<String> others = others(target);
        if (!others.isEmpty()) {
            throw new InputError(
                    "'" + folder + "' holds what belongs to no mock: " + String.join(", ", others),
                    "--out",
                    "Choose another folder");
        }
    }

    /** What of a folder a mock has not written. */
    private static List<String> others(Path target) {
        List<String> ours = Stream.concat(
                        MockTruth.in(target).stream().flatMap(t -> t.files().keySet().stream()),
                        Stream.of(MockTruth.FILE))
                .toList();
        try (Stream<Path> inside = Files.list(target)) {
            return inside.map(p -> String.valueOf(p.getFileName()))
                    .filter(name -> !ours.contains(name))
                    .sorted()
                    .limit(5)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the mock and says what was written.
     *
     * @param where the survey was named, for messages
     */
    void write(String survey, String where, Optional<Simulation> simulation) {
        SurveyDesign design = SurveyDesign.byName(Choice.of("mock survey", survey, SurveyDesign.names(), n -> n, where))
                .orElseThrow();
        // Of particles [Fe/H] is the simulation's own: nothing is added to it.
        boolean plain = axisymmetric || simulation.isPresent();
        GalaxyRecipe recipe = plain ? GalaxyRecipe.STANDARD.axisymmetric() : GalaxyRecipe.STANDARD;
        var order = new MockOrder(design, recipe, stars, seed, simulation);
        check();
        Path target = folder();
        Path truthStudy = Path.of(System.getProperty("cellarius.home", "."))
                .resolve("studies")
                .resolve(design.name())
                .resolve("truth.yaml");
        Path partial = reserve(target);
        try {
            MockTruth truth = new MockRun(order, truthStudy, resources.threads, resources.memoryMiB)
                    .write(partial, new TerminalProgress());
            PartialFiles.delete(target);
            PartialFiles.publish(partial, target);
            print(truth, target);
        } finally {
            PartialFiles.discard(partial);
        }
    }

    private Path reserve(Path target) {
        try {
            return Files.createDirectory(PartialFiles.reserve(target));
        } catch (UncheckedIOException | IOException | IllegalArgumentException e) {
            throw new InputError("no folder can be made for '" + folder + "'", "--out", "Choose another place")
                    .withCause(e);
        }
    }

    private void print(MockTruth truth, Path target) {
        if (json) {
            var object = Json.object();
            object.put("survey", truth.survey());
            object.put("stars", truth.stars());
            object.put("seed", truth.seed());
            object.put("folder", target.toString());
            var files = object.putArray("files");
            truth.files().keySet().forEach(files::add);
            object.put("numbers", truth.numbers().size());
            Json.print(object);
            return;
        }
        System.out.printf(
                "%,d star%s of %s, seed %d, in %s:%n",
                truth.stars(), truth.stars() == 1 ? "" : "s", truth.survey(), truth.seed(), folder);
        truth.files().keySet().forEach(name -> System.out.println("  " + name));
        System.out.printf("  %s: %d numbers%n", MockTruth.FILE, truth.numbers().size());
        System.out.println("next: cellarius run studies/" + truth.survey() + " --data " + folder);
    }
}
