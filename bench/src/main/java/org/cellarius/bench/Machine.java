package org.cellarius.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/**
 * The machine that the numbers belong to.
 *
 * @param processor model name as the kernel tells it
 * @param cores cores that Java may use
 * @param memoryGiB memory of the machine, GiB
 * @param java version of the JVM
 * @param system operating system and architecture
 * @param date day of the measurement
 */
record Machine(String processor, int cores, double memoryGiB, String java, String system, LocalDate date) {

    static Machine here() {
        return new Machine(
                lineOf("cpuinfo", "model name"),
                Runtime.getRuntime().availableProcessors(),
                Double.parseDouble("0" + lineOf("meminfo", "MemTotal").replaceAll("[^0-9]", "")) / (1 << 20),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                LocalDate.now(ZoneOffset.UTC));
    }

    /** Load averages over 1, 5 and 15 minutes: whether the machine was shared. */
    static String load() {
        return lines("loadavg").stream()
                .findFirst()
                .map(l -> String.join(", ", List.of(l.split(" ")).subList(0, 3)))
                .orElse("unknown");
    }

    String described() {
        return "%s, %d cores, %.0f GiB of memory; %s; %s; %s"
                .formatted(processor, cores, memoryGiB, system, java, date);
    }

    private static String lineOf(String file, String key) {
        return lines(file).stream()
                .filter(l -> l.toLowerCase(Locale.ROOT).startsWith(key.toLowerCase(Locale.ROOT)))
                .map(l -> l.substring(l.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of("/proc", file));
        } catch (IOException e) {
            // Not Linux.
            return List.of();
        }
    }
}
