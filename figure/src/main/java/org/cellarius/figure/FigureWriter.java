package org.cellarius.figure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/** Turns figures into files. The same figure gives the same bytes. */
public final class FigureWriter {

    /** Resolution of images written by {@link #writeAll}, in pixels per inch. */
    public static final int USUAL_DPI = 300;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.+-]*");

    private FigureWriter() {}

    /** A complete SVG document, in its size on paper. */
    public static String svg(Figure figure) {
        return Drawing.of(figure).svg();
    }

    /**
     * An {@code <svg>} element to stand in an HTML page, as wide as its surroundings.
     *
     * @param idPrefix begins every id in it; different for each figure on the page
     */
    public static String inlineSvg(Figure figure, String idPrefix) {
        return Drawing.of(figure).inlineSvg(idPrefix);
    }

    /** A PNG image with {@code dpi} pixels per inch. */
    public static byte[] png(Figure figure, int dpi) {
        return Drawing.of(figure).png(dpi);
    }

    /** A PDF document of one page, in its size on paper. */
    public static byte[] pdf(Figure figure) {
        return Drawing.of(figure).pdf();
    }

    /**
     * Writes {@code baseName.svg}, {@code .png} and {@code .pdf} into a folder, which is made if it is missing. Each file appears
     * whole or not at all; files of these names are replaced.
     *
     * @return the three files
     */
    public static List<Path> writeAll(Figure figure, Path directory, String baseName) throws IOException {
        return writeAll(Drawing.of(figure), directory, baseName);
    }

    /** The same of a figure that is laid out already. */
    public static List<Path> writeAll(Drawing drawing, Path directory, String baseName) throws IOException {
        if (!NAME.matcher(baseName).matches()) {
            throw new IllegalArgumentException("name of a figure '" + baseName
                    + "' must begin with a letter or digit and hold only letters, digits, '.', '+', '-' and '_'");
        }
        Files.createDirectories(directory);
        return List.of(
                write(directory.resolve(baseName + ".svg"), drawing.svg().getBytes(StandardCharsets.UTF_8)),
                write(directory.resolve(baseName + ".png"), drawing.png(USUAL_DPI)),
                write(directory.resolve(baseName + ".pdf"), drawing.pdf()));
    }

    private static Path write(Path file, byte[] bytes) throws IOException {
        Path whole = file.toAbsolutePath();
        Path part = whole.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.write(part, bytes);
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return file;
    }
}
