package org.cellarius.app;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the folders of some tables are called in a study.
 *
 * @param names a name for each folder: {@code data} where there is only one
 */
record DataFolderNames(Map<Path, String> names) {

    static DataFolderNames of(List<Path> tables) {
        var names = new LinkedHashMap<Path, String>();
        tables.forEach(t -> names.put(folder(t), "data"));
        if (names.size() > 1) {
            Set<String> used = new HashSet<>(Set.of("data", "mock"));
            names.keySet().forEach(f -> {
                String word = InitCommand.word(f.getFileName() == null ? "root" : String.valueOf(f.getFileName()));
                String name = word;
                for (int k = 2; !used.add(name); k++) {
                    name = word + "-" + k;
                }
                names.put(f, name);
            });
        }
        return new DataFolderNames(names);
    }

    /** A table's path as the study writes it. */
    String written(Path table) {
        return names.get(folder(table)) + ":" + table.getFileName();
    }

    /** The values of {@code --data}. */
    List<String> options() {
        return names.entrySet().stream()
                .map(e -> e.getValue().equals("data") ? e.getKey().toString() : e.getValue() + "=" + e.getKey())
                .toList();
    }

    private static Path folder(Path table) {
        Path whole = table.toAbsolutePath().normalize();
        return whole.getParent() == null ? whole : whole.getParent();
    }
}
