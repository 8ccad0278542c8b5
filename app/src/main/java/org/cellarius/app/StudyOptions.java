package org.cellarius.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.engine.CacheContents;
import org.cellarius.engine.Progress;
import org.cellarius.study.run.DataFolders;
import org.cellarius.study.run.RunOptions;
import org.cellarius.study.run.RunOptions.Overwrite;
import org.cellarius.study.run.RunOptions.Part;
import org.cellarius.study.run.StudyFiles;
import org.cellarius.study.run.StudyRun;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What running and checking a study have in common. */
final class StudyOptions {

    /** The folder of stages, in the folder that the program is started in. */
    static final String CACHE = "results/.cache";

    @Parameters(paramLabel = "STUDY", description = "A study file, or the folder that holds study.yaml.")
    private Path study = Path.of("study.yaml");

    @Option(
            names = "--data",
            paramLabel = "[NAME=]FOLDER",
            description =
                    "A folder that is opened to the study: of the files that it names data:PATH, or NAME:PATH, or by an absolute path. May be given several times.")
    private List<String> data = List.of();

    @Option(names = "--out", paramLabel = "FOLDER", description = "Result folder (default: results/NAME-OF-THE-STUDY).")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--cache",
            paramLabel = "FOLDER",
            description = "Folder for the tables of stages (default: " + CACHE + ").")
    private Path cache = Path.of(CACHE);

    @Mixin
    private Resources resources = new Resources();

    /** The study file; a name that is nothing here can be that of a study that comes with Cellarius. */
    Path file() {
        return StudyFiles.studyFile(
                Files.exists(study) ? study : shipped().orElse(study),
                study.getNameCount() == 1 ? shippedNames() : List.of());
    }

    private static List<String> shippedNames() {
        Path home = Path.of(System.getProperty("cellarius.home", ".")).resolve("studies");
        return Files.isDirectory(home)
                ? StudiesCommand.folders(home).stream()
                        .map(f -> String.valueOf(f.getFileName()))
                        .toList()
                : List.of();
    }

    private Optional<Path> shipped() {
        Path home = Path.of(System.getProperty("cellarius.home", "."));
        return study.isAbsolute()
                ? Optional.empty()
                : Stream.of(home.resolve("studies").resolve(study), home.resolve(study))
                        .map(Path::normalize)
                        .filter(folder ->
                                folder.startsWith(home.resolve("studies").normalize()))
                        .filter(folder -> Files.isRegularFile(folder.resolve("study.yaml")))
                        .findFirst();
    }

    /** What should be said of a large cache, which grows without a word otherwise. */
    Optional<String> largeCache(long largeBytes) {
        CacheContents found = CacheContents.of(cache);
        return found.bytes() < largeBytes
                ? Optional.empty()
                : Optional.of("the cache '" + cache + "' holds " + CacheCommand.size(found.bytes())
                        + " of tables that make the next run faster; empty it with  cellarius cache"
                        + (cache.equals(Path.of(CACHE)) ? "" : " " + cache) + " --clear");
    }

    StudyRun run(Overwrite overwrite, Progress progress) {
        return run(overwrite, Part.WHOLE, progress);
    }

    StudyRun run(Overwrite overwrite, Part part, Progress progress) {
        Path file = file();
        // The result folder is named after the study, which is read first; a placeholder name serves until then.
        RunOptions options = options(file, output.orElse(Path.of("results", "study")), overwrite, part);
        var run = new StudyRun(options, progress);
        return output.isPresent()
                ? run
                : new StudyRun(options(file, Path.of("results", run.study().name()), overwrite, part), progress);
    }

    private RunOptions options(Path file, Path folder, Overwrite overwrite, Part part) {
        return new RunOptions(
                file, DataFolders.of(data), folder, cache, overwrite, resources.threads, resources.memoryMiB, part);
    }
}
