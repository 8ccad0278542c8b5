package org.cellarius.study.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cellarius.engine.Engine;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.StarTable;

/** A result table in the four formats that readers of results use. */
public final class TableFiles {

    private TableFiles() {}

    /** Writes {@code name.parquet}, {@code name.ecsv}, {@code name.csv} and {@code name.tex} into a folder. */
    public static void write(SmallTable table, String name, String caption, Engine engine, Path folder)
            throws IOException {
        StarTable stored = engine.store(table, folder.resolve(name + ".parquet"));
        engine.export(stored, folder.resolve(name + ".ecsv"));
        engine.export(stored, folder.resolve(name + ".csv"));
        Files.writeString(folder.resolve(name + ".tex"), AasTex.of(table, name, caption));
    }
}
