package org.cellarius.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Python with the peers' libraries, if the machine has one. */
final class Python {

    private Python() {}

    /** The first of the usual Pythons that can import the modules. */
    static Optional<String> with(String... modules) {
        return List.of("python3", "/usr/bin/python3").stream()
                .filter(python -> imports(python, modules))
                .findFirst();
    }

    private static boolean imports(String python, String... modules) {
        try {
            return new ProcessBuilder(python, "-c", "import " + String.join(", ", modules))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking for Python", e);
        }
    }

    /** Runs one of the peers' scripts; gives the lines it printed. */
    static List<String> run(String python, String script, Path folder, Object... arguments) {
        var command = new ArrayList<>(List.of(
                python,
                MeasuredProcess.home().resolve("bench/peers").resolve(script).toString(),
                folder.toString()));
        for (Object argument : arguments) {
            command.add(String.valueOf(argument));
        }
        Path log = folder.resolve("log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(log.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(script + " ended with exit code " + process.exitValue());
            }
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + script, e);
        }
    }
}
