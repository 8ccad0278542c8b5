package org.cellarius.app;

import java.nio.file.Files;
import java.nio.file.Path;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.TableFormat;
import picocli.CommandLine.Option;

/** Whether an existing output may be replaced. */
final class Outputs {

    @Option(names = "--force", description = "Replace an existing output.")
    private boolean force;

    boolean replaces() {
        return force;
    }

    /** Refuses an existing file without --force, an unknown ending, and the input itself. */
    void check(Path input, Path output) {
        TableFormat.ofOutput(output);
        if (Files.isDirectory(output)) {
            throw new InputError("'" + output + "' is a folder", "", "Name a file");
        }
        if (Files.exists(output)) {
            if (!force) {
                throw new InputError("'" + output + "' exists", "", "Choose another name, or replace it with --force");
            }
            try {
                if (Files.isSameFile(input, output)) {
                    throw new InputError("'" + output + "' is the input itself", "", "Choose another name");
                }
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
