package org.cellarius.catalogue.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.cellarius.catalogue.ColumnType;

/** Finds the integers of fixed-width text that need more than 64 bits; their columns are delivered as text, every digit kept. */
final class WideIntegers {
    /** The digits of the largest signed integer of 64 bits. */
    private static final int DIGITS = 19;

    private WideIntegers() {}

    /** Only fields that are wide enough are looked through. */
    static List<ByteByByte.Field> asTextWhereLarge(
            Path path, boolean gzipped, List<ByteByByte.Field> fields, int skip) {
        List<ByteByByte.Field> wide = fields.stream()
                .filter(f -> f.description().type() == ColumnType.LONG && f.end() - f.start() >= DIGITS)
                .toList();
        if (wide.isEmpty()) {
            return fields;
        }
        var large = new TreeSet<Integer>();
        try (TextLines lines = new TextLines(path, gzipped)) {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (lines.number() > skip) {
                    for (ByteByByte.Field field : wide) {
                        if (isLarge(field, line.get())) {
                            large.add(field.start());
                        }
                    }
                }
            }
        }
        return IntStream.range(0, fields.size())
                .mapToObj(fields::get)
                .map(f -> wide.contains(f) && large.contains(f.start()) ? f.asText() : f)
                .toList();
    }

    private static boolean isLarge(ByteByByte.Field field, String line) {
        int end = Math.min(field.end(), line.length());
        String word = field.start() < end ? line.substring(field.start(), end).strip() : "";
        if (word.length() < DIGITS || NumberText.kindOf(word) != NumberText.Kind.INTEGER || field.isMissing(word)) {
            return false;
        }
        try {
            Long.parseLong(word);
            return false;
        } catch (NumberFormatException e) {
            return true;
        }
    }
}
