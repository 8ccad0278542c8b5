package org.cellarius.catalogue.text;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;

/**
 * The byte-by-byte descriptions of a CDS ReadMe or of a machine-readable table of the AAS journals (Ochsenbein 2000, Standards
 * for Astronomical Catalogues, version 2.0).
 *
 * @param files the names of the files that it describes, in which * stands for any letters
 * @param fields the columns in the order of the description
 */
record ByteByByte(List<String> files, List<Field> fields) {
    private static final Pattern TITLE =
            Pattern.compile("Byte-by-byte Description of file\\S*\\s+(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern RULE = Pattern.compile("\\s*[-=]{5,}\\s*");
    private static final Pattern FIELD = Pattern.compile(
            "\\s{0,20}(?:(\\d{1,6})\\s{0,5}-)?\\s{0,5}(\\d{1,6})\\s+([AIFED]\\d{0,5}(?:\\.\\d{1,3})?)\\s+"
                    + "(\\S+)\\s+(\\S+)(?:\\s+(.*))?");
    /** Limits, the sign of an optional field with the value that means missing, a sign of order. */
    private static final Pattern REMARK =
            Pattern.compile("^(?:[\\[\\]]\\S*[\\[\\]]\\s*)?(\\?(?:=(\\S+))?)?[+-]?=?\\s*(.*)$");

    /**
     * A field of the lines.
     *
     * @param start its first byte, from 0
     * @param end the byte behind its last one
     * @param missing the value that means missing, beside a blank field
     * @param wideInteger whether it holds integers of which some need more than 64 bits: the digits as text
     */
    record Field(ColumnDescription description, int start, int end, Optional<String> missing, boolean wideInteger) {
        /**
         * Whether a text without blanks around it is the value that means missing. {@code ?=-} means a dash or several, as tables of
         * CDS have them; -9.990 is the value -9.99 of the description; two quotes are an empty field.
         */
        boolean isMissing(String text) {
            if (missing.isEmpty()) {
                return false;
            }
            String mark = missing.get();
            if (text.equals(mark)) {
                return true;
            }
            if (mark.chars().allMatch(c -> c == '-')) {
                return text.chars().allMatch(c -> c == '-');
            }
            return NumberText.kindOf(mark) != NumberText.Kind.WORD
                    && NumberText.kindOf(text) != NumberText.Kind.WORD
                    && NumberText.value(mark) == NumberText.value(text);
        }

        /** The same with integers as texts. */
        Field asText() {
            ColumnDescription d = description;
            return new Field(
                    new ColumnDescription(d.name(), ColumnType.TEXT, d.unit(), d.description(), d.ucd()),
                    start,
                    end,
                    missing,
                    true);
        }
    }

    /** All descriptions in a text, from where it is up to its end. */
    static List<ByteByByte> in(TextLines lines, Path path) {
        var all = new ArrayList<ByteByByte>();
        Optional<String> line = lines.next();
        while (line.isPresent()) {
            Matcher title = TITLE.matcher(line.get().strip());
            if (title.matches()) {
                all.add(new ByteByByte(
                        Pattern.compile("[\\s,]+")
                                .splitAsStream(title.group(1).strip())
                                .toList(),
                        fields(lines, path)));
            }
            line = lines.next();
        }
        return all;
    }

    /** Whether a file of that name, perhaps compressed, is meant. */
    boolean describes(String fileName) {
        String plain = fileName.endsWith(".gz") ? fileName.substring(0, fileName.length() - 3) : fileName;
        return files.stream()
                .anyMatch(pattern -> FileSystems.getDefault()
                        .getPathMatcher("glob:" + pattern.replaceAll("[\\\\\\[\\]{}]", "?"))
                        .matches(Path.of(plain)));
    }

    /** Three rules: before the heading, behind it, and behind the last field. */
    static List<Field> fields(TextLines lines, Path path) {
        var fields = new ArrayList<Field>();
        int rules = 0;
        for (Optional<String> line = lines.next(); line.isPresent() && rules < 3; line = lines.next()) {
            if (RULE.matcher(line.get()).matches()) {
                rules++;
                if (rules == 3) {
                    break;
                }
            } else if (rules == 2) {
                Matcher field = FIELD.matcher(line.get());
                if (field.matches()) {
                    fields.add(field(field, path, lines.number()));
                } else if (!fields.isEmpty() && !line.get().isBlank()) {
                    fields.add(continued(fields.removeLast(), line.get().strip()));
                }
            }
        }
        if (fields.isEmpty()) {
            throw new InputError(
                    "the byte-by-byte description has no fields",
                    path + ", line " + lines.number(),
                    "It needs lines of bytes, format, units, label and explanation between rules of dashes");
        }
        return fields;
    }

    private static Field field(Matcher parts, Path path, int line) {
        int last = Integer.parseInt(parts.group(2));
        int first = parts.group(1) == null ? last : Integer.parseInt(parts.group(1));
        if (first < 1 || last < first) {
            throw new InputError(
                    "a field goes from byte " + first + " to " + last,
                    path + ", line " + line,
                    "Correct the description");
        }
        ColumnType type = switch (parts.group(3).charAt(0)) {
            case 'A' -> ColumnType.TEXT;
            case 'I' -> ColumnType.LONG;
            default -> ColumnType.DOUBLE;
        };
        String unit = parts.group(4).matches("-+") ? "" : parts.group(4);
        Matcher remark =
                REMARK.matcher(parts.group(6) == null ? "" : parts.group(6).strip());
        boolean understood = remark.matches();
        String words = understood ? remark.group(3).strip() : "";
        Optional<String> missing = understood ? Optional.ofNullable(remark.group(2)) : Optional.empty();
        return new Field(new ColumnDescription(parts.group(5), type, unit, words), first - 1, last, missing, false);
    }

    /** Explanations go on over several lines. */
    private static Field continued(Field field, String more) {
        ColumnDescription d = field.description();
        String words = (d.description() + " " + more).strip();
        return new Field(
                new ColumnDescription(d.name(), d.type(), d.unit(), words, d.ucd()),
                field.start(),
                field.end(),
                field.missing(),
                field.wideInteger());
    }
}
