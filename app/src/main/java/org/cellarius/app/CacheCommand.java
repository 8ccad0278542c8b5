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
        if (json) {
            printJson(found, startUp);
        } else {
            printText(found, startUp);
        }
        return 0;
    }

    private void printText(CacheContents found, List<Path> startUp) {
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
        if (!startUp.isEmpty()) {
            System.out.println(startUp.getFirst().getParent() + ": start-up caches, "
                    + size(startUp.stream().mapToLong(CacheCommand::bytesOf).sum())
                    + " (part of the installation, made anew with each build)");
        }
    }

    private void printJson(CacheContents found, List<Path> startUp) {
        var object = Json.object();
        object.put("folder", folder.toAbsolutePath().normalize().toString());
        object.put("stages", found.stages().size());
        object.put("bytes", found.bytes());
        object.put("cleared", clear);
        var stages = object.putObject("bytes_by_stage");
        bytesByStage(found).forEach(stages::put);
        var others = object.putArray("others");
        found.others().forEach(others::add);
        object.put(
                "start_up_bytes",
                startUp.stream().mapToLong(CacheCommand::bytesOf).sum());
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

    /** The launcher keeps them beside the program's jars. */
    private static List<Path> startUpCaches() {
        Path home = Path.of(System.getProperty("cellarius.home", ".")).resolve("app/target/cellarius");
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(f -> f.toString().endsWith(".aot")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
