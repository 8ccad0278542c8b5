package org.cellarius.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a finished process cost.
 *
 * @param wallSeconds from its start to its end, s
 * @param cpuSeconds time on the processors, all threads together, s: what other users of the machine change least
 * @param peakMiB largest resident memory that the kernel counted for it (VmHWM), MiB
 * @param output what it printed
 */
record MeasuredProcess(double wallSeconds, double cpuSeconds, double peakMiB, List<String> output) {

    private static final int LOOK_EVERY_MS = 20;

    /** Runs a command in the repository's root and waits for it. Anything but success is an error that shows its output. */
    static MeasuredProcess run(List<String> command, Map<String, String> environment, Path log) {
        try {
            var builder = new ProcessBuilder(command)
                    .directory(home().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            long begun = System.nanoTime();
            Process process = builder.start();
            double peakMiB = 0;
            double cpuSeconds = 0;
            // Both only rise: the last look before the end misses next to nothing.
            while (!process.waitFor(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
                peakMiB = Math.max(peakMiB, peakMiB(process.pid()));
                cpuSeconds = Math.max(
                        cpuSeconds,
                        process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() * 1e-3);
            }
            double wallSeconds = (System.nanoTime() - begun) * 1e-9;
            List<String> output = Files.readAllLines(log);
            if (process.exitValue() != 0) {
                throw new IllegalStateException("'" + String.join(" ", command) + "' ended with exit code "
                        + process.exitValue() + ":\n" + String.join("\n", output));
            }
            return new MeasuredProcess(wallSeconds, cpuSeconds, peakMiB, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command, e);
        }
    }

    /** Runs another class of this module with this JVM's options. */
    static MeasuredProcess java(Class<?> main, List<String> arguments, Path log) {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return run(command, Map.of(), log);
    }

    /** This program's class path, each jar by its name: a start-up cache takes no pattern. */
    static String jars() {
        var jars = new ArrayList<String>();
        for (String part : System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1)) {
            Path folder = Path.of(part.replaceAll("\\*$", ""));
            if (!part.endsWith("*")) {
                jars.add(part);
            } else {
                try (var inFolder = Files.list(folder)) {
                    inFolder.map(Path::toString)
                            .filter(name -> name.endsWith(".jar"))
                            .sorted()
                            .forEach(jars::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return String.join(java.io.File.pathSeparator, jars);
    }

    /** What it printed, warnings of the JVM left out. */
    List<String> printed() {
        return output.stream().filter(line -> !line.startsWith("WARNING")).toList();
    }

    /** The repository. */
    static Path home() {
        return Path.of(System.getProperty("cellarius.home", "."));
    }

    private static double peakMiB(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // Not Linux, or gone between two looks.
            return 0;
        }
    }
}
