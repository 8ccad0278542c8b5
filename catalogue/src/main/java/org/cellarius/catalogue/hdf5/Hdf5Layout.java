package org.cellarius.catalogue.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.Unreadable;

/**
 * A table in an HDF5 file.
 *
 * @param path of the dataset of records, or of the group
 * @param rows the number of rows
 * @param columns the datasets of the columns by name, or the groups of columns of texts; for a dataset of records empty
 * @param unreadable what lies between the columns and is none
 */
record Hdf5Layout(String path, long rows, Map<String, String> columns, List<Unreadable> unreadable) {
    private static final int DEEPEST = 20;
    private static final int MOST_TABLES = 10_000;
    /** A truth column of this ending says where the column before it is missing. */
    static final String MASK = ".mask";
    /** What astropy puts beside a dataset of records. */
    static final String META = ".__table_column_meta__";
    /** The attribute of a group with the names of its columns in order, as vaex has it; groups themselves keep none. */
    static final String ORDER = "column_order";

    boolean isRecords() {
        return columns.isEmpty();
    }

    /** The name of the table without the path's slashes at its ends. */
    String name() {
        return path.replaceAll("^/|/$", "");
    }

    String label(int number) {
        return number + ": " + (name().isEmpty() ? "/" : name()) + " (" + rows + " rows)";
    }

    /** All tables of a file, outer ones first. */
    static List<Hdf5Layout> in(HdfFile file) {
        var tables = new ArrayList<Hdf5Layout>();
        look(file, 0, tables);
        return tables;
    }

    private static void look(Group group, int depth, List<Hdf5Layout> tables) {
        if (depth > DEEPEST || tables.size() > MOST_TABLES) {
            return;
        }
        refusePandasFixed(group);
        boolean vaex = isVaex(group);
        var odd = new ArrayList<Unreadable>();
        Map<Long, Map<String, String>> byLength = new LinkedHashMap<>();
        for (Map.Entry<String, Node> child : group.getChildren().entrySet()) {
            String name = child.getKey();
            switch (child.getValue()) {
                case Dataset dataset -> dataset(dataset, name, byLength, odd, tables);
                case Group inner -> {
                    if (!columnOfGroup(inner, name, byLength) && vaex) {
                        odd.add(new Unreadable(name, "vaex keeps it in a form that is not read"));
                    }
                }
                default -> {}
            }
        }
        byLength.forEach((rows, columns) ->
                tables.add(new Hdf5Layout(group.getPath(), rows, ordered(columns, group), List.copyOf(odd))));
        for (Node child : group.getChildren().values()) {
            if (child instanceof Group inner && !child.isLink() && !vaex && !isHidden(inner)) {
                look(inner, depth + 1, tables);
            }
        }
    }

    private static void dataset(
            Dataset dataset,
            String name,
            Map<Long, Map<String, String>> byLength,
            List<Unreadable> odd,
            List<Hdf5Layout> tables) {
        int axes = dataset.getDimensions().length;
        boolean records = dataset.isCompound() && !Hdf5Kind.isComplex(dataset.getDataType());
        if (records && axes == 1) {
            tables.add(new Hdf5Layout(dataset.getPath(), dataset.getDimensionsAsLong()[0], Map.of(), List.of()));
        } else if (!records && (axes == 1 || axes == 2) && !name.endsWith(META)) {
            add(byLength, name, dataset.getDimensionsAsLong()[0], dataset.getPath());
        } else if (axes > 2) {
            odd.add(new Unreadable(name, "it has " + axes + " dimensions; at most two are read"));
        }
    }

    /** A group with the data of one column, as vaex writes it: numbers with a mask, or texts. */
    private static boolean columnOfGroup(Group group, String name, Map<Long, Map<String, String>> byLength) {
        Optional<VaexTexts> texts = VaexTexts.in(group);
        if (texts.isPresent()) {
            add(byLength, name, texts.get().rows(), group.getPath().replaceAll("/+$", ""));
            return true;
        }
        if (group.getChild(VaexTexts.BYTES) instanceof Dataset data
                && (!data.isCompound() || Hdf5Kind.isComplex(data.getDataType()))
                && (data.getDimensions().length == 1 || data.getDimensions().length == 2)) {
            long rows = data.getDimensionsAsLong()[0];
            add(byLength, name, rows, data.getPath());
            if (group.getChild("mask") instanceof Dataset mask && mask.getDimensionsAsLong()[0] == rows) {
                add(byLength, name + MASK, rows, mask.getPath());
            }
            return true;
        }
        return false;
    }

    /** Groups with one column's data, and PyTables' own. */
    private static boolean isHidden(Group group) {
        return group.getChild(VaexTexts.BYTES) instanceof Dataset
                || group.getName().startsWith("_i_");
    }

    private static boolean isVaex(Group group) {
        return group.getName().equals("columns")
                && group.getChildren().values().stream()
                        .anyMatch(c -> c instanceof Group inner && inner.getChild(VaexTexts.BYTES) instanceof Dataset);
    }

    /** The blocks of a frame's columns of equal type, with their names elsewhere. */
    private static void refusePandasFixed(Group group) {
        Attribute type = group.getAttributes().get("pandas_type");
        if (type != null && type.getData() instanceof String word && !word.endsWith("_table") && !word.isBlank()) {
            throw new InputError(
                    "'" + group.getPath().replaceAll("/+$", "") + "' is a " + word
                            + " in the fixed format of pandas, which is not read",
                    group.getFile() == null ? "" : group.getFile().getPath(),
                    "Write it with to_hdf(…, format='table', data_columns=True), or as Parquet or CSV");
        }
    }

    private static Map<String, String> ordered(Map<String, String> columns, Group group) {
        Attribute order = group.getAttributes().get(ORDER);
        if (order == null || !(order.getData() instanceof String[] names)) {
            return columns;
        }
        var ordered = new LinkedHashMap<String, String>();
        for (String name : names) {
            String path = columns.get(name);
            if (path != null) {
                ordered.put(name, path);
            }
        }
        columns.forEach(ordered::putIfAbsent);
        return ordered;
    }

    private static void add(Map<Long, Map<String, String>> byLength, String name, long rows, String path) {
        byLength.computeIfAbsent(rows, length -> new LinkedHashMap<>()).put(name, path);
    }
}
