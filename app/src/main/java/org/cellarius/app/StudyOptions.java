package org.cellarius.app;

import java.nio.file.Path;
import java.util.Optional;
import org.cellarius.engine.Progress;
import org.cellarius.study.run.RunOptions;
import org.cellarius.study.run.RunOptions.Overwrite;
import org.cellarius.study.run.StudyFiles;
import org.cellarius.study.run.StudyRun;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What running and checking a study have in common. */
final class StudyOptions {

    @Parameters(paramLabel = "STUDY", description = "A study file, or the folder that holds study.yaml.")
    private Path study = Path.of("study.yaml");

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Folder of the files that the study names data:PATH.")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--out", paramLabel = "FOLDER", description = "Result folder (default: results/NAME-OF-THE-STUDY).")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--cache",
            paramLabel = "FOLDER",
            description = "Folder for the tables of stages (default: results/.cache).")
    private Path cache = Path.of("results", ".cache");

    @Mixin
    private Resources resources = new Resources();

    /** The study file. */
    Path file() {
        return StudyFiles.studyFile(study);
    }

    StudyRun run(Overwrite overwrite, Progress progress) {
        Path file = file();
        // The result folder is named after the study, which is read first; a placeholder name serves until then.
        RunOptions options = options(file, output.orElse(Path.of("results", "study")), overwrite);
        var run = new StudyRun(options, progress);
        return output.isPresent()
                ? run
                : new StudyRun(options(file, Path.of("results", run.study().name()), overwrite), progress);
    }

    private RunOptions options(Path file, Path folder, Overwrite overwrite) {
        return new RunOptions(file, data, folder, cache, overwrite, resources.threads, resources.memoryMiB);
    }
}
