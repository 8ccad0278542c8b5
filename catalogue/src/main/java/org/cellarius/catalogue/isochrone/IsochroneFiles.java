package org.cellarius.catalogue.isochrone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.cellarius.catalogue.InputError;

/** Finds out of which family a file or folder of isochrones is, and reads it. */
public final class IsochroneFiles {

    private IsochroneFiles() {}

    /**
     * The isochrones of a file, or of all files of a folder; hidden files and those named README are passed over.
     *
     * @throws InputError if there is nothing to read, something that is not understood, or files that do not belong together
     */
    public static IsochroneTable read(Path path) {
        if (!Files.exists(path)) {
            throw new InputError("there is no file or folder '" + path + "'", path.toString(), "Check the path");
        }
        if (!Files.isDirectory(path)) {
            return MergedIsochrones.of(List.of(file(path)));
        }
        List<Path> files = files(path);
        if (files.isEmpty()) {
            throw new InputError("the folder holds no file", path.toString(), "Check the path");
        }
        return MergedIsochrones.of(files.stream().map(IsochroneFiles::file).toList());
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !name(file).startsWith(".") && !name(file).startsWith("readme"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InputError("the folder cannot be read: " + e.getMessage(), folder.toString(), "Check the path")
                    .withCause(e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    private static IsochroneFile file(Path path) {
        IsochroneFamily family = IsochroneFamily.of(IsochroneLines.head(path, IsochroneFamily.HEAD_BYTES));
        return switch (family) {
            case PARSEC -> ParsecIsochrones.read(IsochroneLines.of(path));
            case MIST -> MistIsochrones.read(IsochroneLines.of(path));
            case DARTMOUTH -> DartmouthIsochrones.read(IsochroneLines.of(path));
            case BASTI -> BastiIsochrones.read(IsochroneLines.of(path));
            case BUILT -> of(path, BuiltIsochrones.read(path));
            case TABLE -> of(path, PlainIsochrones.read(path));
        };
    }

    private static IsochroneFile of(Path path, IsochroneTable table) {
        var told = new java.util.TreeMap<String, Long>();
        table.notes().forEach(note -> told.put(note, 0L));
        return new IsochroneFile(
                path, table.family(), table.photometry(), table.columns(), table.isochrones(), Map.copyOf(told));
    }
}
