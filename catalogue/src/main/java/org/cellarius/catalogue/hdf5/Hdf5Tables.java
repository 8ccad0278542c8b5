package org.cellarius.catalogue.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Node;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.catalogue.Unreadable;
import org.cellarius.catalogue.stil.SpreadColumns;
import org.cellarius.catalogue.text.EcsvColumns;
import org.jspecify.annotations.Nullable;

/** The tables of an HDF5 file. */
public final class Hdf5Tables {
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final String MASK = ".mask";

    private Hdf5Tables() {}

    /** Labels of the tables in a file. */
    public static List<String> tablesIn(Path path) {
        try (HdfFile file = WholeHdf5.open(path)) {
            return labels(tables(path, file));
        } catch (RuntimeException e) {
            throw unusable(path, e);
        }
    }

    /** Opens the table selected, or the first. */
    public static StreamedTable open(Path path, TableSelection selection) {
        try (HdfFile file = WholeHdf5.open(path)) {
            List<Hdf5Layout> tables = tables(path, file);
            Hdf5Layout layout =
                    selection.hdu().map(wanted -> chosen(path, tables, wanted)).orElse(tables.getFirst());
            List<String> others =
                    selection.hdu().isPresent() ? List.of() : labels(tables).subList(1, tables.size());
            var unreadable = new ArrayList<Unreadable>();
            List<Hdf5Column> columns = columns(path, file, layout, unreadable);
            return new StreamedTable(
                    path,
                    TableFormat.HDF5,
                    columns.stream().map(Hdf5Column::description).toList(),
                    OptionalLong.of(layout.rows()),
                    unreadable,
                    others,
                    indices -> new Hdf5Reader(
                            path,
                            layout,
                            Arrays.stream(indices).mapToObj(columns::get).toList()));
        } catch (RuntimeException e) {
            throw unusable(path, e);
        }
    }

    static InputError unusable(Path path, RuntimeException cause) {
        return cause instanceof InputError known
                ? known
                : new InputError(
                                "the HDF5 file cannot be read: " + cause.getMessage(),
                                path.toString(),
                                "The file is damaged, cut short, or uses a filter that is not known")
                        .withCause(cause);
    }

    private static List<Hdf5Layout> tables(Path path, HdfFile file) {
        List<Hdf5Layout> tables = Hdf5Layout.in(file);
        if (tables.isEmpty()) {
            throw new InputError(
                    "the HDF5 file holds no table",
                    path.toString(),
                    "A table is a dataset of records, or a group of datasets of equal length");
        }
        return tables;
    }

    private static List<String> labels(List<Hdf5Layout> tables) {
        return IntStream.range(0, tables.size())
                .mapToObj(k -> tables.get(k).label(k + 1))
                .toList();
    }

    private static Hdf5Layout chosen(Path path, List<Hdf5Layout> tables, String wanted) {
        String plain = wanted.strip().replaceAll("^/|/$", "");
        return IntStream.range(0, tables.size())
                .filter(k -> tables.get(k).name().equals(plain)
                        || Integer.toString(k + 1).equals(plain))
                .mapToObj(tables::get)
                .findFirst()
                .orElseThrow(() -> new InputError(
                        "the file has no table '" + wanted + "'",
                        path.toString(),
                        "The tables there are, by number and name: "
                                + labels(tables).stream().limit(50).collect(Collectors.joining("; "))));
    }

    private static List<Hdf5Column> columns(Path path, HdfFile file, Hdf5Layout layout, List<Unreadable> unreadable) {
        var slices = new Hdf5Slices(file, layout);
        Map<String, Object> sample = slices.sample();
        Map<String, ColumnDescription> described = described(path, file, layout);
        Set<String> names = sample.keySet();
        var columns = new ArrayList<Hdf5Column>();
        for (Map.Entry<String, Object> entry : sample.entrySet()) {
            String name = entry.getKey();
            if (name.endsWith(MASK) && names.contains(name.substring(0, name.length() - MASK.length()))) {
                continue;
            }
            ColumnDescription known = described.getOrDefault(name, ColumnDescription.of(name, ColumnType.TEXT));
            if (!layout.isRecords()) {
                known = withAttributes(known, slices.dataset(name));
            }
            String mask = names.contains(name + MASK) ? name + MASK : "";
            add(columns, unreadable, known, entry.getValue(), mask);
        }
        return widened(columns, slices, layout);
    }

    private static void add(
            List<Hdf5Column> columns, List<Unreadable> unreadable, ColumnDescription known, Object array, String mask) {
        Class<?> element = array.getClass().getComponentType();
        boolean empty = Array.getLength(array) == 0;
        @Nullable Object first = empty ? null : Array.get(array, 0);
        if (element == null || Map.class.isAssignableFrom(element)) {
            unreadable.add(new Unreadable(known.name(), "it holds records in records"));
            return;
        }
        if (!element.isArray()) {
            columns.add(new Hdf5Column(
                    typed(known, known.name(), Hdf5Column.typeOf(element, first)), known.name(), -1, mask));
            return;
        }
        int length = first == null ? 0 : Array.getLength(first);
        if (length == 0
                || length > SpreadColumns.LONGEST_VECTOR
                || element.getComponentType().isArray()) {
            unreadable.add(new Unreadable(
                    known.name(),
                    "it holds vectors of " + length + " elements or arrays of arrays; vectors of at most "
                            + SpreadColumns.LONGEST_VECTOR + " are spread"));
            return;
        }
        ColumnType type = Hdf5Column.typeOf(element.getComponentType(), length == 0 ? null : Array.get(first, 0));
        for (int k = 0; k < length; k++) {
            columns.add(new Hdf5Column(typed(known, known.name() + "[" + k + "]", type), known.name(), k, ""));
        }
    }

    private static ColumnDescription typed(ColumnDescription d, String name, ColumnType type) {
        return new ColumnDescription(name, type, d.unit(), d.description(), d.ucd());
    }

    /** Unsigned integers of 64 bits with values that a signed one does not hold become texts. */
    private static List<Hdf5Column> widened(List<Hdf5Column> columns, Hdf5Slices slices, Hdf5Layout layout) {
        var all = new ArrayList<Hdf5Column>();
        for (Hdf5Column column : columns) {
            boolean large = false;
            for (long from = 0; from < layout.rows() && !large; from += Hdf5Reader.SLICE_ROWS) {
                int rows = (int) Math.min(Hdf5Reader.SLICE_ROWS, layout.rows() - from);
                if (column.element() >= 0 || column.description().type() != ColumnType.LONG) {
                    break;
                }
                Object array = slices.read(Set.of(column.source()), from, rows).get(column.source());
                if (!(array instanceof BigInteger[] values)) {
                    break;
                }
                large = Arrays.stream(values).anyMatch(v -> v.compareTo(LARGEST) > 0);
            }
            all.add(
                    large
                            ? new Hdf5Column(
                                    typed(
                                            column.description(),
                                            column.description().name(),
                                            ColumnType.TEXT),
                                    column.source(),
                                    column.element(),
                                    column.mask())
                            : column);
        }
        return all;
    }

    private static ColumnDescription withAttributes(ColumnDescription d, Dataset dataset) {
        return new ColumnDescription(
                d.name(),
                d.type(),
                attribute(dataset, List.of("unit", "units", "UNIT"), d.unit()),
                attribute(dataset, List.of("description", "DESCRIPTION"), d.description()),
                attribute(dataset, List.of("ucd", "UCD"), d.ucd()));
    }

    private static String attribute(Node node, List<String> names, String otherwise) {
        for (String name : names) {
            Attribute attribute = node.getAttributes().get(name);
            if (attribute != null && attribute.getData() instanceof String text) {
                return text.strip();
            }
        }
        return otherwise;
    }

    /** What astropy wrote beside a table of records: the YAML of an ECSV header. */
    private static Map<String, ColumnDescription> described(Path path, HdfFile file, Hdf5Layout layout) {
        var known = new HashMap<String, ColumnDescription>();
        if (layout.isRecords()
                && file.getByPath(layout.path() + Hdf5Layout.META) instanceof Dataset meta
                && meta.getData() instanceof String[] lines) {
            EcsvColumns.of(path, String.join("\n", lines)).forEach(c -> known.put(c.name(), c));
        }
        return known;
    }
}
