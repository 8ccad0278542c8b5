package org.cellarius.catalogue.stil;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.Unreadable;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.StarTable;

/**
 * The columns of a STIL table as scalar columns: vectors of fixed length are spread, what cannot be is listed.
 *
 * @param columns the scalar columns in the order of the file
 * @param unreadable the rest, with reasons
 */
public record SpreadColumns(List<SpreadColumn> columns, List<Unreadable> unreadable) {
    /** Longer vectors are spectra or images, not properties of a star; a table of 8575 flux columns helps nobody. */
    public static final int LONGEST_VECTOR = 1024;

    /** Reads the metadata of a table. */
    public static SpreadColumns of(StarTable table) {
        List<SpreadColumn> columns = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < table.getColumnCount(); i++) {
            ColumnInfo info = table.getColumnInfo(i);
            String name = nameOf(info, i);
            Integer earlier = seen.putIfAbsent(name, i + 1);
            Optional<String> reason = earlier == null
                    ? whyNot(info)
                    : Optional.of("columns " + earlier + " and " + (i + 1)
                            + " of the file have the same name; the first is taken");
            if (reason.isPresent()) {
                unreadable.add(new Unreadable(name, reason.get()));
            } else {
                spread(info, name, i, columns);
            }
        }
        return new SpreadColumns(List.copyOf(columns), List.copyOf(unreadable));
    }

    /** The descriptions alone. */
    public List<ColumnDescription> descriptions() {
        return columns.stream().map(SpreadColumn::description).toList();
    }

    /** Some of the columns, by their places in {@link #columns}. */
    public SpreadColumn[] chosen(int[] indices) {
        return Arrays.stream(indices).mapToObj(columns::get).toArray(SpreadColumn[]::new);
    }

    private static void spread(ColumnInfo info, String name, int index, List<SpreadColumn> columns) {
        Class<?> content = info.getContentClass();
        String unit = plain(info.getUnitString());
        String words = plain(info.getDescription());
        String ucd = plain(info.getUCD());
        boolean single = content == Float.class || content == float[].class;
        if (!content.isArray()) {
            ColumnDescription d = new ColumnDescription(name, typeOf(content), unit, words, ucd);
            columns.add(new SpreadColumn(d.inSinglePrecision(single), index, -1));
            return;
        }
        if (elements(info.getShape()) < 0) {
            columns.add(new SpreadColumn(new ColumnDescription(name, ColumnType.TEXT, unit, words, ucd), index, -1));
            return;
        }
        ColumnType type = typeOf(content.getComponentType());
        for (int element = 0; element < elements(info.getShape()); element++) {
            String full = name + "[" + element + "]";
            ColumnDescription d = new ColumnDescription(full, type, unit, words, ucd);
            columns.add(new SpreadColumn(d.inSinglePrecision(single), index, element));
        }
    }

    private static Optional<String> whyNot(ColumnInfo info) {
        Class<?> content = info.getContentClass();
        if (!content.isArray()) {
            return Optional.empty();
        }
        long elements = elements(info.getShape());
        if (content.getComponentType().isArray()) {
            return Optional.of("it holds arrays of arrays");
        }
        if (elements > LONGEST_VECTOR) {
            return Optional.of(
                    "it holds vectors of " + elements + " elements; at most " + LONGEST_VECTOR + " are spread");
        }
        return Optional.empty();
    }

    /** The product of the shape, -1 if a dimension is variable or unknown. */
    private static long elements(int @Nullable [] shape) {
        if (shape == null) {
            return -1;
        }
        long product = 1;
        for (int length : shape) {
            if (length < 0) {
                return -1;
            }
            product = Math.min(product * length, Integer.MAX_VALUE);
        }
        return product;
    }

    private static ColumnType typeOf(Class<?> content) {
        if (content == Double.class || content == double.class || content == Float.class || content == float.class) {
            return ColumnType.DOUBLE;
        }
        if (Number.class.isAssignableFrom(content)
                || (content.isPrimitive() && content != boolean.class && content != char.class)) {
            return ColumnType.LONG;
        }
        if (content == Boolean.class || content == boolean.class) {
            return ColumnType.BOOLEAN;
        }
        return ColumnType.TEXT;
    }

    private static String nameOf(ColumnInfo info, int index) {
        String name = plain(info.getName());
        return name.isEmpty() ? "unnamed_" + (index + 1) : name;
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
