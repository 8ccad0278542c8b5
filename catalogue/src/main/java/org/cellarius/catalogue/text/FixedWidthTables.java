package org.cellarius.catalogue.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFormat;

/**
 * Text of fixed width: a machine-readable table that begins with its own description, or a file that a {@code ReadMe} beside it
 * describes.
 */
public final class FixedWidthTables {
    private static final Pattern TITLE = Pattern.compile("(?im)^\\s*Byte-by-byte Description of file");
    private static final Pattern RULE = Pattern.compile("\\s*-{5,}\\s*");

    private FixedWidthTables() {}

    /** Whether the first bytes of a file hold a description of its own. */
    static boolean describesItself(String start) {
        return TITLE.matcher(start).find();
    }

    /** The ReadMe beside a file, if it describes that file. */
    static Optional<Path> readMeOf(Path path) {
        Path name = path.getFileName();
        Path folder = path.toAbsolutePath().getParent();
        if (name == null || folder == null || name.toString().equals("ReadMe")) {
            return Optional.empty();
        }
        Path readMe = folder.resolve("ReadMe");
        if (!Files.isRegularFile(readMe) || name.toString().endsWith(".fits")) {
            return Optional.empty();
        }
        return described(readMe, name.toString()).isPresent() ? Optional.of(readMe) : Optional.empty();
    }

    /** Opens a file. */
    public static StreamedTable open(Path path, boolean gzipped) {
        Path name = path.getFileName();
        if (name != null && name.toString().equals("ReadMe")) {
            throw new InputError(
                    "this is the description of tables, not a table",
                    path.toString(),
                    "Give the table itself: the ReadMe beside it is found");
        }
        Optional<Path> readMe = readMeOf(path);
        if (readMe.isPresent()) {
            ByteByByte description =
                    described(readMe.get(), String.valueOf(name)).orElseThrow();
            return table(path, gzipped, description.fields(), 0);
        }
        return describedInside(path, gzipped);
    }

    private static Optional<ByteByByte> described(Path readMe, String fileName) {
        try (TextLines lines = new TextLines(readMe, false)) {
            return ByteByByte.in(lines, readMe).stream()
                    .filter(d -> d.describes(fileName))
                    .findFirst();
        }
    }

    /** The data follow the last rule of the head; notes may stand between the description and it. */
    private static StreamedTable describedInside(Path path, boolean gzipped) {
        try (TextLines lines = new TextLines(path, gzipped)) {
            Optional<String> line = lines.next();
            while (line.isPresent() && !describesItself(line.get())) {
                line = lines.next();
            }
            if (line.isEmpty()) {
                throw new InputError(
                        "there is no byte-by-byte description in the file, and no ReadMe beside it that has one for it",
                        path.toString(),
                        "Put the catalogue's ReadMe into the same folder, or say another format");
            }
            List<ByteByByte.Field> fields = ByteByByte.fields(lines, path);
            int skip = lines.number();
            for (Optional<String> next = lines.next(); next.isPresent(); next = lines.next()) {
                if (RULE.matcher(next.get()).matches()) {
                    skip = lines.number();
                }
            }
            return table(path, gzipped, fields, skip);
        }
    }

    private static StreamedTable table(Path path, boolean gzipped, List<ByteByByte.Field> described, int skip) {
        List<ByteByByte.Field> fields = WideIntegers.asTextWhereLarge(path, gzipped, described, skip);
        KeptColumns kept =
                KeptColumns.of(fields.stream().map(f -> f.description().name()).toList());
        return new StreamedTable(
                path,
                TableFormat.CDS,
                kept.of(fields.stream().map(ByteByByte.Field::description)),
                OptionalLong.empty(),
                kept.leftOut(),
                List.of(),
                kept.rows(indices -> new FixedWidthReader(path, gzipped, skip, fields, indices)));
    }
}
