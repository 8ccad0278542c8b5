package org.cellarius.catalogue.text;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.TableFormat;

/** Finds out what a file is from its first bytes, its ending and its first lines. */
public final class FormatSniffer {
    private static final int HEAD_BYTES = 1 << 14;

    private FormatSniffer() {}

    /**
     * The format of a file.
     *
     * @throws InputError if it is missing, empty or of no known format
     */
    public static TableFormat formatOf(Path path) {
        boolean gzipped = isGzipped(path);
        byte[] head = head(path, gzipped);
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u00ef\u00bb\u00bf")) {
            start = start.substring(3);
        }
        Optional<TableFormat> packed = byMagic(start);
        if (packed.isPresent()) {
            if (gzipped) {
                throw new InputError(
                        "the " + packed.get() + " file is compressed once more with gzip",
                        path.toString(),
                        "Unpack it with gunzip: " + packed.get() + " compresses inside");
            }
            return packed.get();
        }
        if (start.startsWith("SIMPLE  =")) {
            return TableFormat.FITS;
        }
        refuseOtherArrow(path, start);
        if (looksBinary(head)) {
            throw new InputError(
                    "the file is no table in a format that is known",
                    path.toString(),
                    "Known are FITS, VOTable, ECSV, CSV, TSV, text, Parquet, HDF5 and Feather (Arrow)");
        }
        String text = start.stripLeading();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<?xml") || lower.startsWith("<votable") || lower.startsWith("<!")) {
            return TableFormat.VOTABLE;
        }
        if (text.startsWith("# %ECSV")) {
            return TableFormat.ECSV;
        }
        if (FixedWidthTables.describesItself(start)
                || FixedWidthTables.readMeOf(path).isPresent()) {
            return TableFormat.CDS;
        }
        return byLook(path, start);
    }

    private static Optional<TableFormat> byMagic(String start) {
        if (start.startsWith("PAR1")) {
            return Optional.of(TableFormat.PARQUET);
        }
        if (start.startsWith("\u0089HDF\r\n")) {
            return Optional.of(TableFormat.HDF5);
        }
        return start.startsWith("ARROW1") ? Optional.of(TableFormat.FEATHER) : Optional.empty();
    }

    /** Forms of Arrow that have no random access: Feather's first version, and streams with their marker of a message. */
    private static void refuseOtherArrow(Path path, String start) {
        boolean first = start.startsWith("FEA1");
        if (first || start.startsWith("\u00ff\u00ff\u00ff\u00ff")) {
            throw new InputError(
                    first
                            ? "this is a file of Feather version 1, which is not read"
                            : "this is a stream of Arrow, not a file",
                    path.toString(),
                    "Write it as Feather version 2, for example with pyarrow.feather.write_feather");
        }
    }

    /**
     * Whether a file is compressed with gzip, by its first two bytes.
     *
     * @throws InputError if it is missing, a folder, empty or may not be read
     */
    public static boolean isGzipped(Path path) {
        if (!Files.exists(path)) {
            throw Files.isSymbolicLink(path)
                    ? new InputError(
                            "this is a link that leads to nothing, or in a circle", path.toString(), "Mend the link")
                    : new InputError("the file does not exist", path.toString(), "Check the name and the folder");
        }
        if (Files.isDirectory(path)) {
            throw new InputError("this is a folder", path.toString(), "Give a file");
        }
        if (!Files.isRegularFile(path)) {
            throw new InputError(
                    "this is a pipe or a device, and tables are read more than once",
                    path.toString(),
                    "Write the data into a file first");
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] magic = in.readNBytes(2);
            if (magic.length == 0) {
                throw new InputError("the file is empty", path.toString(), "Fetch it again");
            }
            return magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    static InputError unreadable(Path path, IOException cause) {
        if (cause instanceof ZipException || cause instanceof EOFException) {
            return new InputError(
                            "the compressed file ends early or is damaged: " + cause.getMessage(),
                            path.toString(),
                            "Fetch it again; `gzip -t` tells whether it is whole")
                    .withCause(cause);
        }
        return new InputError(
                        "the file cannot be read: " + cause.getMessage(),
                        path.toString(),
                        "It may be damaged or cut short, or you may not read it")
                .withCause(cause);
    }

    private static byte[] head(Path path, boolean gzipped) {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(path));
                InputStream in = gzipped ? new GZIPInputStream(file) : file) {
            byte[] head = in.readNBytes(HEAD_BYTES);
            if (head.length == 0) {
                throw new InputError("the file is empty", path.toString(), "Fetch it again");
            }
            return head;
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static boolean looksBinary(byte[] head) {
        for (byte b : head) {
            if (b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                return true;
            }
        }
        return false;
    }

    private static TableFormat byLook(Path path, String start) {
        TableFormat ending = TableFormat.byEnding(path).orElse(TableFormat.TEXT);
        if (ending == TableFormat.CSV || ending == TableFormat.TSV) {
            return ending;
        }
        if (ending == TableFormat.FITS || ending == TableFormat.VOTABLE || ending.isPackedItself()) {
            throw new InputError(
                    "the file's ending says " + ending + " but its content does not",
                    path.toString(),
                    "It may be a web page or an error message: look into it");
        }
        List<String> all = start.lines().toList();
        boolean lastIsCut = start.length() >= HEAD_BYTES && all.size() > 1;
        List<String> lines = all.subList(0, lastIsCut ? all.size() - 1 : all.size()).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .limit(4)
                .toList();
        if (sameCount(lines, ',')) {
            return TableFormat.CSV;
        }
        if (sameCount(lines, '\t') && lines.stream().noneMatch(line -> line.startsWith("\t"))) {
            return TableFormat.TSV;
        }
        return TableFormat.TEXT;
    }

    /** Whether the character occurs equally often, and at all, in the first lines. */
    private static boolean sameCount(List<String> lines, char c) {
        List<Long> counts = lines.stream()
                .map(line -> line.chars().filter(x -> x == c).count())
                .distinct()
                .toList();
        return counts.size() == 1 && counts.getFirst() > 0;
    }
}
