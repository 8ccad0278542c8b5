package org.cellarius.catalogue.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFormat;

/** Delimited text: CSV, TSV and ECSV. */
public final class DelimitedTables {
    private static final int MOST_COMMENT_LINES = 100_000;
    private static final Pattern RDB_TYPE = Pattern.compile("\\d{1,4}[SNM][<>^]?|\\d{0,4}[SNM][<>^]?\\d{1,4}");
    private static final Pattern RDB_RULE = Pattern.compile("-{2,}");
    private static final String CSV_DELIMITERS = ",;|\t";

    private DelimitedTables() {}

    /** Opens a file; where its types are not declared it is read once from end to end. */
    public static StreamedTable open(Path path, boolean gzipped, TableFormat format) {
        DelimitedHead head = head(path, gzipped, format);
        DelimitedTypes types = DelimitedTypes.of(head);
        var columns = new ArrayList<ColumnDescription>();
        for (int k = 0; k < head.names().size(); k++) {
            columns.add(new ColumnDescription(
                            head.names().get(k),
                            types.types().get(k),
                            head.units().get(k),
                            head.descriptions().get(k),
                            head.ucds().get(k))
                    .inSinglePrecision(head.single().contains(k)));
        }
        KeptColumns kept = KeptColumns.of(head.names(), types.empty()::contains);
        return new StreamedTable(
                        path,
                        format,
                        kept.of(columns.stream()),
                        types.rows(),
                        kept.leftOut(),
                        List.of(),
                        kept.rows(indices -> new DelimitedReader(head, types, indices)))
                .withNotes(Stream.of(
                                kept.notes(head.notes(), head.names().size()),
                                oneColumn(head).stream(),
                                types.notes().stream())
                        .flatMap(notes -> notes)
                        .toList());
    }

    /** A file whose values are parted by something else than its ending says looks like a table of one column. */
    private static Optional<String> oneColumn(DelimitedHead head) {
        if (head.format() == TableFormat.ECSV || head.names().size() != 1) {
            return Optional.empty();
        }
        String name = head.names().getFirst().strip();
        Optional<String> advice = name.matches("\\S+(\\s+\\S+)+")
                ? Optional.of("blanks part the columns, say so with the format 'text'")
                : name.matches(".+[,;|].+")
                        ? Optional.of("they are several, give the file the ending .csv")
                        : Optional.empty();
        return advice.map(say -> "the whole file is one column, '" + name + "'; if " + say);
    }

    /** Reads the head of a file: comments, header, and the first line of data. */
    static DelimitedHead head(Path path, boolean gzipped, TableFormat format) {
        try (TextLines lines = new TextLines(path, gzipped)) {
            return format == TableFormat.ECSV
                    ? EcsvHeader.read(path, gzipped, lines)
                    : new Head(path, gzipped, format, lines).describe();
        }
    }

    /** The head of a CSV or TSV file while it is read. */
    private static final class Head {
        private final Path path;
        private final boolean gzipped;
        private final TableFormat format;
        private final TextLines lines;
        private final List<String> comments = new ArrayList<>();

        Head(Path path, boolean gzipped, TableFormat format, TextLines lines) {
            this.path = path;
            this.gzipped = gzipped;
            this.format = format;
            this.lines = lines;
        }

        DelimitedHead describe() {
            String first = firstRecord().orElseThrow(this::noHeader);
            int headerEnd = lines.number();
            int firstLine = headerEnd - (int) first.lines().count();
            char delimiter = format == TableFormat.TSV ? '\t' : delimiterOf(first);
            List<String> fields = DelimitedLine.split(first, delimiter);
            Optional<List<String>> inComment = headerInComment(fields, delimiter);
            if (inComment.isPresent()) {
                HeaderNames names = HeaderNames.of(inComment.get());
                return table(delimiter, firstLine, names);
            }
            if (fields.stream().anyMatch(Head::isOfData)) {
                throw noHeader();
            }
            HeaderNames names = HeaderNames.of(fields);
            int types = format == TableFormat.TSV && isLineOfTypes(lines.next(), fields.size()) ? 1 : 0;
            return table(delimiter, headerEnd + types, names);
        }

        /** RDB has a line of widths and types such as {@code 10N 5S} below its names, or one of dashes. */
        private static boolean isLineOfTypes(Optional<String> line, int width) {
            List<String> words = line.map(l -> DelimitedLine.split(l, '\t')).orElse(List.of());
            boolean types =
                    words.stream().allMatch(w -> RDB_TYPE.matcher(w.strip()).matches());
            boolean dashes =
                    words.stream().allMatch(w -> RDB_RULE.matcher(w.strip()).matches());
            return width > 1 && words.size() == width && (types || dashes);
        }

        /** The first record that is no comment; the comments before it are kept. */
        private Optional<String> firstRecord() {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                String text = line.get();
                if (Separation.isComment(text) && text.startsWith("#")) {
                    comments.add(text.substring(1));
                    if (comments.size() > MOST_COMMENT_LINES) {
                        throw noHeader();
                    }
                } else if (!text.isBlank()) {
                    StringBuilder record = new StringBuilder(text);
                    for (int i = 0; i < 100 && DelimitedLine.isOpen(record.toString()); i++) {
                        Optional<String> more = lines.next();
                        if (more.isEmpty()) {
                            break;
                        }
                        record.append('\n').append(more.get());
                    }
                    return Optional.of(record.toString());
                }
            }
            return Optional.empty();
        }

        /** The last comment line is the header if it has as many fields as the first record, and that record has numbers. */
        private Optional<List<String>> headerInComment(List<String> fields, char delimiter) {
            if (comments.isEmpty() || fields.stream().noneMatch(Head::isOfData)) {
                return Optional.empty();
            }
            List<String> words = DelimitedLine.split(comments.getLast(), delimiter);
            return words.size() == fields.size() ? Optional.of(words) : Optional.empty();
        }

        private DelimitedHead table(char delimiter, int linesBeforeData, HeaderNames header) {
            int width = header.names().size();
            return new DelimitedHead(
                    path,
                    format,
                    delimiter,
                    gzipped,
                    linesBeforeData,
                    header.names(),
                    header.units(),
                    Collections.nCopies(width, ""),
                    Collections.nCopies(width, ""),
                    Collections.nCopies(width, Optional.<ColumnType>empty()),
                    Set.of(),
                    header.notes());
        }

        private char delimiterOf(String record) {
            char best = ',';
            int most = 1;
            for (int i = 0; i < CSV_DELIMITERS.length(); i++) {
                int fields =
                        DelimitedLine.split(record, CSV_DELIMITERS.charAt(i)).size();
                if (fields > most) {
                    most = fields;
                    best = CSV_DELIMITERS.charAt(i);
                }
                if (best == ',' && most > 1) {
                    break;
                }
            }
            return best;
        }

        /** A number, or the sign of spreadsheets for a missing one. */
        private static boolean isOfData(String field) {
            return NumberText.kindOf(field.strip()) != NumberText.Kind.WORD
                    || MissingWords.beginsWithNotAvailable(field.strip());
        }

        private InputError noHeader() {
            return new InputError(
                    "the file has no line of column names",
                    path.toString(),
                    "Put the names before the first line of data, separated like the data");
        }
    }
}
