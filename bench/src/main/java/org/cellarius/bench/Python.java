package org.cellarius.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Python with the peers' libraries, if the machine has one. */
final class Python {

    private static final List<String> USUAL = List.of("python3", "/usr/bin/python3");

    private Python() {}

    /** The first of the usual Pythons that can import the modules. */
    static Optional<String> with(String... modules) {
        return USUAL.stream()
                .filter(python -> imports(python, Map.of(), modules))
                .findFirst();
    }

    /** The Python that {@code AGAMA_PYTHON} names, or else the first of the usual ones, that loads AGAMA from the folder {@code AGAMA_HOME}. */
    static Optional<String> withAgama() {
        Optional<String> home = environment("AGAMA_HOME");
        return home.flatMap(path -> Stream.concat(environment("AGAMA_PYTHON").stream(), USUAL.stream())
                .filter(python -> imports(python, Map.of("PYTHONPATH", path), "numpy", "agama"))
                .findFirst());
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    private static boolean imports(String python, Map<String, String> environment, String... modules) {
        try {
            var builder = new ProcessBuilder(python, "-c", "import " + String.join(", ", modules))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(environment);
            return builder.start().waitFor() == 0;
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
