package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that takes no more: the limit on the size of a file stands for it, since both stop a write in its middle. Every
 * command says so, gives 1, and leaves no part of a file; what was there before stays.
 */
class FullDiskTest {

    @TempDir
    Path folder;

    @Test
    void aFullDiskIsToldAndLeavesNothingHalfWritten() throws IOException, InterruptedException {
        assumeTrue(OwnProcess.has("prlimit"), "this system has no prlimit to make the disk look full");
        // Small as Parquet, in which the commands keep it for a moment, large in every other format ...
        Path even = Files.writeString(folder.resolve("even.csv"), "a,b\n" + "123456,7.25\n".repeat(60_000));
        // ... and large as Parquet too.
        var random = new SplittableRandom(1);
        var noise = new StringBuilder("a,b\n");
        for (int i = 0; i < 30_000; i++) {
            noise.append(random.nextDouble())
                    .append(',')
                    .append(random.nextDouble())
                    .append('\n');
        }
        Path uneven = Files.writeString(folder.resolve("uneven.csv"), noise);
        Path kept = Files.writeString(folder.resolve("kept.csv"), "years of work");
        Path study = Files.createDirectory(folder.resolve("study"));
        Files.writeString(study.resolve("study.yaml"), """
                study: mini
                catalogues:
                  survey: {file: data:uneven.csv, columns: {x: {from: a, unit: kpc}, y: {from: b, unit: kpc}}}
                products:
                  line: {kind: gradient, x: x, y: y, method: ols}
                """);

        List<List<Object>> commands = List.of(
                List.of("convert", even, folder.resolve("out.csv")),
                List.of("convert", even, folder.resolve("out.fits")),
                List.of("convert", even, folder.resolve("out.vot")),
                List.of("convert", even, folder.resolve("out.ecsv")),
                List.of("convert", uneven, folder.resolve("out.parquet")),
                List.of("convert", even, kept, "--force"),
                List.of(
                        "run",
                        study,
                        "--data",
                        folder,
                        "--out",
                        folder.resolve("out"),
                        "--cache",
                        folder.resolve("cache")));
        List<String> lines = runOnSmallDisk(commands);

        assertThat(lines)
                .filteredOn(l -> l.startsWith("exit"))
                .hasSize(commands.size())
                .containsOnly("exit 1");
        assertThat(lines)
                .filteredOn(l -> l.startsWith("cellarius:"))
                .hasSize(commands.size())
                .allMatch(l -> l.contains("disk is full"), "says that the disk is full")
                .allMatch(l -> l.contains(folder.toString()), "names the file")
                .noneMatch(l -> l.contains("partial") || l.contains("exception"))
                .allMatch(l -> l.matches(".*(choose another|Choose another).*|.*free some space.*"), "says what to do");
        assertThat(lines).noneMatch(l -> l.startsWith("\tat "));
        assertThat(kept).hasContent("years of work");
        assertThat(names(folder)).containsExactly("cache", "even.csv", "kept.csv", "log.txt", "study", "uneven.csv");
        assertThat(names(folder.resolve("cache"))).isEmpty();
    }

    private List<String> runOnSmallDisk(List<List<Object>> commands) throws IOException, InterruptedException {
        var arguments = new ArrayList<String>(List.of(folder.toString()));
        for (List<Object> command : commands) {
            if (arguments.size() > 1) {
                arguments.add(SmallDisk.NEXT);
            }
            command.forEach(a -> arguments.add(a.toString()));
        }
        Path log = folder.resolve("log.txt");
        Process process = OwnProcess.start(SmallDisk.class, log, List.of(), arguments);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        List<String> lines = Files.readAllLines(log);
        assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
        return lines;
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
