package org.cellarius.catalogue.feather;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.Unreadable;
import org.cellarius.catalogue.stil.SpreadColumns;

/** The table of a Feather file. */
public final class FeatherTables {
    private FeatherTables() {}

    /** Opens a file. */
    public static StreamedTable open(Path path) {
        var columns = new ArrayList<FeatherColumn>();
        var unreadable = new ArrayList<Unreadable>();
        try (ArrowFile file = ArrowFile.open(path)) {
            List<Field> fields = file.reader().getVectorSchemaRoot().getSchema().getFields();
            for (int k = 0; k < fields.size(); k++) {
                add(fields.get(k), k, columns, unreadable);
            }
        } catch (IOException | RuntimeException | AssertionError e) {
            // Of a damaged schema the library gives parts that its own documentation does not foresee, such as null
            // names.
            throw unusable(path, e);
        }
        return new StreamedTable(
                path,
                TableFormat.FEATHER,
                columns.stream().map(FeatherColumn::description).toList(),
                OptionalLong.empty(),
                unreadable,
                List.of(),
                indices -> new FeatherReader(
                        path, Arrays.stream(indices).mapToObj(columns::get).toList()));
    }

    static InputError unusable(Path path, Throwable cause) {
        return cause instanceof InputError known
                ? known
                : new InputError(
                                "the Feather file cannot be read: " + cause.getMessage(),
                                path.toString(),
                                "The file is damaged or cut short: fetch it again")
                        .withCause(cause);
    }

    private static void add(Field field, int index, List<FeatherColumn> columns, List<Unreadable> unreadable) {
        Map<String, String> words = field.getMetadata();
        String name = field.getName().isBlank() ? "unnamed_" + (index + 1) : field.getName();
        if (columns.stream().anyMatch(c -> c.description().name().equals(name))) {
            unreadable.add(new Unreadable(name, "two columns of the file have this name; the first is taken"));
            return;
        }
        if (field.getType() instanceof ArrowType.FixedSizeList list && field.getDictionary() == null) {
            if (list.getListSize() > SpreadColumns.LONGEST_VECTOR) {
                unreadable.add(new Unreadable(
                        name,
                        "it holds vectors of " + list.getListSize() + " elements; at most "
                                + SpreadColumns.LONGEST_VECTOR + " are spread"));
                return;
            }
            ColumnType type = typeOf(field.getChildren().getFirst().getType());
            for (int e = 0; e < list.getListSize(); e++) {
                columns.add(new FeatherColumn(described(name + "[" + e + "]", type, words), index, e));
            }
            return;
        }
        ColumnType type = field.getDictionary() == null ? typeOf(field.getType()) : ColumnType.TEXT;
        columns.add(new FeatherColumn(described(name, type, words), index, -1));
    }

    private static ColumnDescription described(String name, ColumnType type, Map<String, String> words) {
        return new ColumnDescription(
                name,
                type,
                words.getOrDefault("unit", ""),
                words.getOrDefault("description", ""),
                words.getOrDefault("ucd", ""));
    }

    /** Dates and times are texts; unsigned integers of 64 bits too, since a signed one does not hold them all. */
    private static ColumnType typeOf(ArrowType type) {
        return switch (type) {
            case ArrowType.FloatingPoint f -> ColumnType.DOUBLE;
            case ArrowType.Decimal d -> ColumnType.DOUBLE;
            case ArrowType.Int i -> i.getBitWidth() == 64 && !i.getIsSigned() ? ColumnType.TEXT : ColumnType.LONG;
            case ArrowType.Bool b -> ColumnType.BOOLEAN;
            case ArrowType.Null n -> ColumnType.DOUBLE;
            default -> ColumnType.TEXT;
        };
    }
}
