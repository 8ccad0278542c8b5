package org.cellarius.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellarius.engine.CacheContents;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells how large the caches are, and empties that of stages. */
@Command(
        name = "cache",
        description =
                "Tell how much room the tables of stages take that runs keep, and where they are; --clear deletes them.")
final class CacheCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "Folder of the cache (default: " + StudyOptions.CACHE + ").")
    private Path folder = Path.of(StudyOptions.CACHE);

    @Option(names = "--clear", description = "Delete the tables of stages, and nothing else that lies in the folder.")
    private boolean clear;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        CacheContents found = CacheContents.of(folder);
        if (clear) {
            found.clear();
        }
        List<Path> startUp = startUpCaches();
        List<Path> runtime = files(installation().resolve("runtime"));
        if (json) {
            printJson(found, startUp, runtime);
        } else {
            printText(found, startUp, runtime);
        }
        return 0;
    }

    private void printText(CacheContents found, List<Path> startUp, List<Path> runtime) {
        Path where = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            System.out.println(where + ": no cache is here; runs keep theirs in " + StudyOptions.CACHE
                    + " of the folder that they are started in, or where --cache says");
        } else {
            System.out.println(where + ": " + counted(found.stages().size()) + ", " + size(found.bytes())
                    + (clear ? ", deleted; the next run makes what it needs again" : ""));
            bytesByStage(found).forEach((stage, bytes) -> System.out.printf("  %-16s %10s%n", stage, size(bytes)));
            if (!found.others().isEmpty()) {
                System.out.println("  not of the cache" + (clear ? ", left" : "") + ": "
                        + found.others().stream().limit(10).collect(Collectors.joining(", ")));
            }
        }
        if (!startUp.isEmpty() || !runtime.isEmpty()) {
            System.out.println(
                    installation() + ": start-up caches, " + size(bytesOf(startUp)) + ", and the linked Java runtime, "
                            + size(bytesOf(runtime)) + " (part of the installation, made anew with each build)");
        }
    }

    private void printJson(CacheContents found, List<Path> startUp, List<Path> runtime) {
        var object = Json.object();
        object.put("folder", folder.toAbsolutePath().normalize().toString());
        object.put("stages", found.stages().size());
        object.put("bytes", found.bytes());
        object.put("cleared", clear);
        var stages = object.putObject("bytes_by_stage");
        bytesByStage(found).forEach(stages::put);
        var others = object.putArray("others");
        found.others().forEach(others::add);
        object.put("start_up_bytes", bytesOf(startUp));
        object.put("runtime_bytes", bytesOf(runtime));
        Json.print(object);
    }

    private static Map<String, Long> bytesByStage(CacheContents found) {
        return found.stages().stream()
                .collect(Collectors.groupingBy(
                        CacheContents.Stage::stage, TreeMap::new, Collectors.summingLong(CacheContents.Stage::bytes)));
    }

    private static String counted(int stages) {
        return stages == 1 ? "1 table of a stage" : stages + " tables of stages";
    }

    /** Where the launcher keeps what it made of a build. */
    private static Path installation() {
        return Path.of(System.getProperty("cellarius.home", ".")).resolve("app/target/cellarius");
    }

    /** The launcher keeps them beside the program's jars. */
    private static List<Path> startUpCaches() {
        return files(installation()).stream()
                .filter(f ->
                        installation().equals(f.getParent()) && f.toString().endsWith(".aot"))
                .toList();
    }

    /** All files in and below a folder; none where there is no such folder. */
    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long bytesOf(List<Path> files) {
        return files.stream().mapToLong(CacheCommand::bytesOf).sum();
    }

    private static long bytesOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A size as people say it, in powers of ten. */
    static String size(long bytes) {
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : bytes < 1_000_000_000
                        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                        : String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
    }
}
