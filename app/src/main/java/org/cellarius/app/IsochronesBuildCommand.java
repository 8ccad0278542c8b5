package org.cellarius.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.isochrone.BuiltIsochrones;
import org.cellarius.catalogue.isochrone.IsochroneFiles;
import org.cellarius.catalogue.isochrone.IsochroneTable;
import org.cellarius.engine.PartialFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes one compact file of isochrones. */
@Command(
        name = "build",
        description =
                "Write isochrones into one compact file with a checksum, which gives the same ages and is read fast.")
final class IsochronesBuildCommand implements Callable<Integer> {

    private static final String ENDING = ".grid";

    @Parameters(index = "0", paramLabel = "PATH", description = "File or folder of isochrones.")
    private Path path = Path.of("");

    @Parameters(index = "1", paramLabel = "OUT", description = "Ending .grid.")
    private Path out = Path.of("");

    @Option(names = "--force", description = "Replace an existing output.")
    private boolean force;

    @Override
    public Integer call() {
        if (!out.toString().endsWith(ENDING)) {
            throw new InputError("'" + out + "' does not end with " + ENDING, "OUT", "Name it so");
        }
        if (Files.isDirectory(out) || (Files.exists(out) && !force)) {
            throw new InputError("'" + out + "' exists", "", "Choose another name, or replace a file with --force");
        }
        IsochroneTable table = IsochroneFiles.read(path);
        PartialFiles.write(out, hidden -> BuiltIsochrones.write(table, hidden));
        table.notes().forEach(note -> System.err.println("note: " + note));
        System.err.printf(
                Locale.ROOT,
                "%s: %d isochrones of %s%n",
                out,
                table.isochrones().size(),
                table.family());
        return 0;
    }
}
