package org.cellarius.catalogue.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.object.datatype.CompoundDataType;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cellarius.catalogue.ColumnType;

/** Rows of a table as arrays by the names of their columns. */
final class Hdf5Slices {
    private final Hdf5Layout layout;
    private final Map<String, Dataset> datasets = new LinkedHashMap<>();
    private final Map<String, VaexTexts> texts = new LinkedHashMap<>();

    Hdf5Slices(HdfFile file, Hdf5Layout layout) {
        this.layout = layout;
        if (layout.isRecords()) {
            datasets.put("", file.getDatasetByPath(layout.path()));
        } else {
            layout.columns().forEach((name, path) -> {
                Node node = file.getByPath(path);
                if (node instanceof Group group) {
                    texts.put(name, VaexTexts.in(group).orElseThrow());
                } else {
                    datasets.put(name, (Dataset) node);
                }
            });
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
            var records = (Map<String, Object>) slice(dataset(""), "", from, rows);
            records.replaceAll((name, array) -> mended(array, dataset(""), name, from, rows));
            return records;
        }
        var arrays = new LinkedHashMap<String, Object>();
        wanted.forEach(name -> {
            VaexTexts ofVaex = texts.get(name);
            arrays.put(name, ofVaex == null ? slice(dataset(name), name, from, rows) : ofVaex.read(from, rows));
        });
        return arrays;
    }

    /** What the columns are, in the order of the file. */
    Map<String, Hdf5Kind.Answer> kinds() {
        var kinds = new LinkedHashMap<String, Hdf5Kind.Answer>();
        if (layout.isRecords()) {
            if (dataset("").getDataType() instanceof CompoundDataType records) {
                records.getMembers().forEach(m -> kinds.put(m.getName(), Hdf5Kind.of(m.getDataType(), List.of())));
            }
            return kinds;
        }
        for (String name : layout.columns().keySet()) {
            if (texts.containsKey(name)) {
                kinds.put(name, new Hdf5Kind.Answer.Known(new Hdf5Kind(ColumnType.TEXT, 0, false)));
            } else {
                int[] axes = dataset(name).getDimensions();
                kinds.put(
                        name, Hdf5Kind.of(dataset(name).getDataType(), axes.length > 1 ? List.of(axes[1]) : List.of()));
            }
        }
        return kinds;
    }

    /** Whether a column of integers is unsigned and of 64 bits. */
    boolean mayBeLarge(String column) {
        DataType type = dataset(column).getDataType();
        if (type instanceof CompoundDataType records && layout.isRecords()) {
            return records.getMembers().stream()
                    .anyMatch(m -> m.getName().equals(column) && isUnsigned64(m.getDataType()));
        }
        return isUnsigned64(type);
    }

    private static boolean isUnsigned64(DataType type) {
        return type instanceof FixedPoint integer && !integer.isSigned() && integer.getSize() == Long.BYTES;
    }

    /** Whether a column's attributes can be asked for. */
    boolean hasDataset(String column) {
        return datasets.containsKey(column);
    }

    private static Object slice(Dataset dataset, String name, long from, int rows) {
        return mended(dataset.getData(offset(dataset, from), lengths(dataset, rows)), dataset, name, from, rows);
    }

    private static Object mended(Object array, Dataset dataset, String name, long from, int rows) {
        return dataset instanceof DatasetBase base
                ? Utf8Texts.mended(array, base, name, offset(dataset, from), lengths(dataset, rows))
                : array;
    }

    private static long[] offset(Dataset dataset, long from) {
        long[] offset = new long[dataset.getDimensions().length];
        offset[0] = from;
        return offset;
    }

    private static int[] lengths(Dataset dataset, int rows) {
        int[] lengths = dataset.getDimensions().clone();
        lengths[0] = rows;
        return lengths;
    }
}
