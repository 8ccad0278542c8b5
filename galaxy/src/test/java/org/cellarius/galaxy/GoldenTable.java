package org.cellarius.galaxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A golden CSV table: a comment line, a header {@code name[unit]}, rows. The full table where it lies beside the checkout, else the committed extract. */
public record GoldenTable(List<String> names, List<String[]> rows) {

    /** The table of that file name. */
    public static GoldenTable read(String file) {
        Path full = Path.of(System.getProperty("cellarius.root", ".."))
                .resolve("../shared/reference")
                .resolve(file);
        Path path =
                Files.exists(full) ? full : Path.of("src/test/resources/golden").resolve(file);
        try {
            List<String> lines = Files.readAllLines(path).stream()
                    .filter(l -> !l.startsWith("#"))
                    .toList();
            List<String> names = Arrays.stream(lines.getFirst().split(","))
                    .map(n -> n.replaceAll("\\[.*", ""))
                    .toList();
            return new GoldenTable(
                    names, lines.stream().skip(1).map(l -> l.split(",", -1)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the table is at hand. */
    public static boolean has(String file) {
        return Files.exists(Path.of(System.getProperty("cellarius.root", ".."))
                        .resolve("../shared/reference")
                        .resolve(file))
                || Files.exists(Path.of("src/test/resources/golden").resolve(file));
    }

    public double[] column(String name) {
        int k = names.indexOf(name);
        if (k < 0) {
            throw new IllegalArgumentException("no column " + name + " in " + names);
        }
        return rows.stream()
                .mapToDouble(r -> r[k].isEmpty() ? Double.NaN : Double.parseDouble(r[k]))
                .toArray();
    }

    public String[] text(String name) {
        int k = names.indexOf(name);
        return rows.stream().map(r -> r[k]).toArray(String[]::new);
    }
}
