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

/**
 * A table in an HDF5 file.
 *
 * @param path of the dataset of records, or of the group
 * @param rows the number of rows
 * @param columns the datasets of the columns by name; for a dataset of records empty
 */
record Hdf5Layout(String path, long rows, Map<String, String> columns) {
    private static final int DEEPEST = 20;
    private static final int MOST_TABLES = 10_000;
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
        Map<Long, Map<String, String>> byLength = new LinkedHashMap<>();
        for (Map.Entry<String, Node> child : group.getChildren().entrySet()) {
            String name = child.getKey();
            if (child.getValue() instanceof Dataset dataset) {
                if (dataset.isCompound() && dataset.getDimensions().length == 1) {
                    tables.add(new Hdf5Layout(dataset.getPath(), dataset.getDimensionsAsLong()[0], Map.of()));
                } else if (isColumn(dataset, name)) {
                    add(byLength, name, dataset);
                }
            } else if (child.getValue() instanceof Group inner
                    && inner.getChild("data") instanceof Dataset data
                    && isColumn(data, name)) {
                add(byLength, name, data);
            }
        }
        byLength.forEach((rows, columns) -> tables.add(new Hdf5Layout(group.getPath(), rows, ordered(columns, group))));
        for (Node child : group.getChildren().values()) {
            if (child instanceof Group inner && !child.isLink() && !(inner.getChild("data") instanceof Dataset)) {
                look(inner, depth + 1, tables);
            }
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

    private static boolean isColumn(Dataset dataset, String name) {
        int axes = dataset.getDimensions().length;
        return !dataset.isCompound() && (axes == 1 || axes == 2) && !name.endsWith(META);
    }

    private static void add(Map<Long, Map<String, String>> byLength, String name, Dataset dataset) {
        byLength.computeIfAbsent(dataset.getDimensionsAsLong()[0], rows -> new LinkedHashMap<>())
                .put(name, dataset.getPath());
    }
}
