package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A table computed by numpy and scipy. */
record Golden(List<String> names, List<String[]> rows) {

    static Golden read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file).stream()
                    .filter(l -> !l.startsWith("#"))
                    .toList();
            return new Golden(
                    Arrays.stream(lines.getFirst().split(","))
                            .map(n -> n.replaceAll("\\[.*", ""))
                            .toList(),
                    lines.stream().skip(1).map(l -> l.split(",", -1)).toList());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Golden where(String name, String part) {
        int k = names.indexOf(name);
        return new Golden(names, rows.stream().filter(r -> r[k].contains(part)).toList());
    }

    Golden exactly(String name, String text) {
        int k = names.indexOf(name);
        return new Golden(names, rows.stream().filter(r -> r[k].equals(text)).toList());
    }

    double[] column(String name) {
        int k = names.indexOf(name);
        assertThat(k).as(name).isNotNegative();
        return rows.stream().mapToDouble(r -> Double.parseDouble(r[k])).toArray();
    }
}
