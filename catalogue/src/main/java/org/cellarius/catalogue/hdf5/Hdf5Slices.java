package org.cellarius.catalogue.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Rows of a table as arrays by the names of their columns. */
final class Hdf5Slices {
    private final Hdf5Layout layout;
    private final Map<String, Dataset> datasets = new LinkedHashMap<>();

    Hdf5Slices(HdfFile file, Hdf5Layout layout) {
        this.layout = layout;
        if (layout.isRecords()) {
            datasets.put("", file.getDatasetByPath(layout.path()));
        } else {
            layout.columns().forEach((name, path) -> datasets.put(name, file.getDatasetByPath(path)));
        }
    }

    /** The dataset of a column, or that of all columns of a table of records. */
    Dataset dataset(String column) {
        Dataset own = datasets.get(layout.isRecords() ? "" : column);
        if (own == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return own;
    }

    /** Some rows of some columns; of records all columns come, since they lie between each other. */
    @SuppressWarnings("unchecked")
    Map<String, Object> read(Set<String> wanted, long from, int rows) {
        if (layout.isRecords()) {
            return (Map<String, Object>) slice(dataset(""), from, rows);
        }
        var arrays = new LinkedHashMap<String, Object>();
        wanted.forEach(name -> arrays.put(name, slice(dataset(name), from, rows)));
        return arrays;
    }

    /** All columns of one row, or none where the table has none. */
    Map<String, Object> sample() {
        return read(datasets.keySet(), 0, (int) Math.min(1, layout.rows()));
    }

    private static Object slice(Dataset dataset, long from, int rows) {
        long[] offset = new long[dataset.getDimensions().length];
        int[] lengths = dataset.getDimensions().clone();
        offset[0] = from;
        lengths[0] = rows;
        return dataset.getData(offset, lengths);
    }
}
