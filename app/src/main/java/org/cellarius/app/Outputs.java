package org.cellarius.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.NearestWord;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.measure.drawing.FigureFile;
import picocli.CommandLine.Option;

/** Whether an existing output may be replaced. */
class Outputs {

    @Option(names = "--force", description = "Replace an existing output.")
    private boolean force;

    boolean replaces() {
        return force;
    }

    /**
     * The file to write: the output, or what it links to. Refuses an existing file without --force, an unknown ending, the
     * input itself, and a folder that cannot be written, before anything is computed.
     */
    Path target(Path input, Path output) {
        Path target = target(output);
        checkIsNot(input, target);
        return target;
    }

    /** Refuses an output that is an input. */
    void checkIsNot(Path input, Path target) {
        try {
            if (Files.exists(target) && Files.exists(input) && Files.isSameFile(input, target)) {
                throw new InputError("'" + target + "' is the input itself", "", "Choose another name");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same where there is no input file. */
    Path target(Path output) {
        TableFormat.ofOutput(output);
        if (Files.isDirectory(output)) {
            throw new InputError("'" + output + "' is a folder", "", "Name a file");
        }
        if (Files.isSymbolicLink(output) && !Files.exists(output)) {
            throw new InputError("'" + output + "' is a link to nothing", "", "Remove the link, or name a file");
        }
        if (!Files.exists(output)) {
            checkFolder(output);
            return output.normalize();
        }
        if (!force) {
            throw new InputError("'" + output + "' exists", "", "Choose another name, or replace it with --force");
        }
        try {
            return output.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses a figure that exists, without --force, and an ending that is no format of figures. */
    void figure(Path file) {
        figure(file, "--figure");
    }

    /**
     * The same where another option, or a parameter, names it.
     *
     * @param where of the name, for messages
     */
    void figure(Path file, String where) {
        FigureFile.checkEnding(file, where);
        if (Files.isDirectory(file)) {
            throw new InputError("'" + file + "' is a folder", where, "Name a file");
        }
        if (Files.exists(file) && !force) {
            throw new InputError("'" + file + "' exists", where, "Choose another name, or replace it with --force");
        }
        if (!Files.exists(file)) {
            checkFolder(file);
        }
    }

    /** Refuses a file that another program has written since {@link #target} looked. */
    void checkStillFree(Path target) {
        if (!force && Files.exists(target)) {
            throw new InputError(
                    "'" + target + "' has been written by another program in the meantime",
                    "",
                    "It was left as it is; run again with another name, or replace it with --force");
        }
    }

    /** The folder must be there, as other programs want it: a mistyped name would hide the file; and it must be writable. */
    private static void checkFolder(Path output) {
        Path folder = output.toAbsolutePath().normalize().getParent();
        Path there = folder;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (folder == null || there == null || !Files.isDirectory(there) || !Files.isWritable(there)) {
            throw new InputError(
                    "'" + output + "' cannot be written: no files can be made in '" + there + "'",
                    "",
                    "Choose another folder, or get the right to write there");
        }
        if (!there.equals(folder)) {
            throw new InputError(
                    "'" + output + "' cannot be written: the folder '" + folder + "' does not exist" + near(folder),
                    "",
                    "Correct the name, or make the folder:  mkdir -p '" + folder + "'");
        }
    }

    private static String near(Path folder) {
        Path around = folder.getParent();
        if (around == null || !Files.isDirectory(around)) {
            return "";
        }
        try (Stream<Path> there = Files.list(around)) {
            List<String> names = there.filter(Files::isDirectory)
                    .map(p -> String.valueOf(p.getFileName()))
                    .sorted()
                    .toList();
            return NearestWord.in(names, String.valueOf(folder.getFileName()))
                    .map(n -> "; did you mean '" + around.resolve(n) + "'?")
                    .orElse("");
        } catch (IOException e) {
            // A folder that cannot be listed has no better name to offer.
            return "";
        }
    }
}
