package org.cellarius.measure.drawing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.engine.PartialFiles;
import org.cellarius.figure.Figure;
import org.cellarius.figure.FigureSize;
import org.cellarius.figure.FigureWriter;

/** The figure of a command in a file, in the format that its ending names. */
public final class FigureFile {

    private enum Format {
        PNG,
        SVG,
        PDF
    }

    private FigureFile() {}

    /** Refuses an ending that is no format of figures. */
    public static void checkEnding(Path file, String where) {
        format(file, where);
    }

    /** Refuses a size that paper does not have, before anything is computed. */
    public static void checkSize(OptionalDouble widthMm, OptionalDouble heightMm, String where) {
        widthMm.ifPresent(w -> Place.option(where).checked(() -> new FigureSize(w, heightMm)));
    }

    /** Writes the file, whole or not at all. */
    public static void write(Figure figure, Path file) {
        byte[] bytes = switch (format(file, "")) {
            case PNG -> FigureWriter.png(figure, FigureWriter.USUAL_DPI);
            case SVG -> FigureWriter.svg(figure).getBytes(StandardCharsets.UTF_8);
            case PDF -> FigureWriter.pdf(figure);
        };
        PartialFiles.write(file, partial -> store(partial, bytes));
    }

    private static void store(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Format format(Path file, String where) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Stream.of(Format.values())
                .filter(f -> name.endsWith("." + Choice.word(f)))
                .findFirst()
                .orElseThrow(() -> new InputError(
                        "'" + file + "' names no format of figures", where, "Let it end in .png, .svg or .pdf"));
    }
}
