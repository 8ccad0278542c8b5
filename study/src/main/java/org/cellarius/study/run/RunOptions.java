package org.cellarius.study.run;

import java.nio.file.Path;

/**
 * How a study is run.
 *
 * @param study the study file, or the folder that holds {@code study.yaml}
 * @param data folders that are opened to the study
 * @param output result folder
 * @param cache folder for the tables of stages
 * @param overwrite whether an existing result folder is replaced
 * @param threads threads of the database
 * @param memoryMiB memory of the database, MiB
 * @param part what of the study is done
 */
public record RunOptions(
        Path study,
        DataFolders data,
        Path output,
        Path cache,
        Overwrite overwrite,
        int threads,
        long memoryMiB,
        Part part) {

    /** What happens to an existing result folder. */
    public enum Overwrite {
        REFUSE,
        REPLACE
    }

    /** What of a study is done. */
    public enum Part {
        WHOLE,
        /** All but its section {@code vary}, which runs the study again with every other setting. */
        WITHOUT_VARY
    }

    /** The whole study. */
    public RunOptions(
            Path study, DataFolders data, Path output, Path cache, Overwrite overwrite, int threads, long memoryMiB) {
        this(study, data, output, cache, overwrite, threads, memoryMiB, Part.WHOLE);
    }
}
