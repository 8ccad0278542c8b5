package org.cellarius.catalogue.feather;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
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
        var found = new ArrayList<FeatherColumn>();
        var unreadable = new ArrayList<Unreadable>();
        var notes = new ArrayList<String>();
        List<FeatherColumn> columns;
        try (ArrowFile file = ArrowFile.open(path)) {
            List<Field> fields = file.reader().getVectorSchemaRoot().getSchema().getFields();
            var names = new HashSet<String>();
            var doubtful = new HashSet<Integer>();
            for (int k = 0; k < fields.size(); k++) {
                Field values = FeatherTypes.valuesOf(fields.get(k), file.reader());
                add(fields.get(k), values, k, names, found, unreadable);
                if (FeatherTypes.needsLook(scalar(values).getType())) {
                    doubtful.add(k);
                }
                noteExtension(fields.get(k), notes);
            }
            FeatherLook look = FeatherLook.at(file, found, doubtful);
            look.bytes()
                    .forEach(k ->
                            unreadable.add(new Unreadable(fields.get(k).getName(), "it holds bytes that are no text")));
            columns = found.stream()
                    .filter(c -> !look.bytes().contains(c.field()))
                    .map(c -> look.large().contains(c.field()) ? c.asText() : c)
                    .toList();
        } catch (IOException | RuntimeException | AssertionError e) {
            // Of a damaged schema the library gives parts that its own documentation does not foresee, such as null
            // names.
            throw unusable(path, e);
        }
        List<FeatherColumn> all = columns;
        return new StreamedTable(
                        path,
                        TableFormat.FEATHER,
                        columns.stream().map(FeatherColumn::description).toList(),
                        OptionalLong.empty(),
                        unreadable,
                        List.of(),
                        indices -> new FeatherReader(
                                path, Arrays.stream(indices).mapToObj(all::get).toList()))
                .withNotes(notes);
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

    private static Field scalar(Field values) {
        return values.getType() instanceof ArrowType.FixedSizeList
                ? values.getChildren().getFirst()
                : values;
    }

    /** Of an extension type the storage is read, whose numbers may mean something else. */
    private static void noteExtension(Field field, List<String> notes) {
        String name = field.getMetadata().get("ARROW:extension:name");
        if (name != null) {
            notes.add("column '" + field.getName() + "' is of the extension type " + name
                    + ", which is not known; what it is stored as is read");
        }
    }

    private static void add(
            Field field,
            Field values,
            int index,
            Set<String> names,
            List<FeatherColumn> columns,
            List<Unreadable> unreadable) {
        Map<String, String> words = field.getMetadata();
        String name = field.getName() == null || field.getName().isBlank() ? "unnamed_" + (index + 1) : field.getName();
        if (!names.add(name)) {
            unreadable.add(new Unreadable(name, "two columns of the file have this name; the first is taken"));
            return;
        }
        Optional<ColumnType> type = FeatherTypes.typeOf(scalar(values).getType());
        if (values.getType() instanceof ArrowType.FixedSizeList list) {
            if (type.isEmpty()
                    || list.getListSize() == 0
                    || list.getListSize() > SpreadColumns.LONGEST_VECTOR
                    || field.getDictionary() != null
                    || scalar(values).getDictionary() != null
                    || FeatherTypes.isBytes(scalar(values).getType())) {
                unreadable.add(new Unreadable(
                        name,
                        "it holds vectors of " + list.getListSize() + " elements of type "
                                + scalar(values).getType() + "; at most " + SpreadColumns.LONGEST_VECTOR
                                + " numbers, truth values or texts are spread"));
                return;
            }
            for (int e = 0; e < list.getListSize(); e++) {
                columns.add(new FeatherColumn(
                        described(name + "[" + e + "]", type.get(), scalar(values), words), index, e));
            }
            return;
        }
        if (isListOfScalars(values) && field.getDictionary() == null) {
            columns.add(new FeatherColumn(described(name, ColumnType.TEXT, values, words), index, -1));
        } else if (type.isEmpty()) {
            unreadable.add(new Unreadable(name, FeatherTypes.whyNot(values)));
        } else {
            columns.add(new FeatherColumn(described(name, type.get(), values, words), index, -1));
        }
    }

    private static boolean isListOfScalars(Field field) {
        boolean list = field.getType() instanceof ArrowType.List || field.getType() instanceof ArrowType.LargeList;
        return list
                && field.getChildren().getFirst().getDictionary() == null
                && !FeatherTypes.isBytes(field.getChildren().getFirst().getType())
                && FeatherTypes.typeOf(field.getChildren().getFirst().getType()).isPresent();
    }

    private static ColumnDescription described(String name, ColumnType type, Field values, Map<String, String> words) {
        return new ColumnDescription(
                        name,
                        type,
                        words.getOrDefault("unit", FeatherTypes.unitOf(values.getType())),
                        words.getOrDefault("description", ""),
                        words.getOrDefault("ucd", ""))
                .inSinglePrecision(FeatherTypes.isSingle(values.getType()));
    }
}
