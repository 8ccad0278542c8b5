package org.cellarius.catalogue.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Node;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.catalogue.Unreadable;
import org.cellarius.catalogue.text.EcsvColumns;

/** The tables of an HDF5 file. */
public final class Hdf5Tables {
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final String MASK = Hdf5Layout.MASK;
    private static final Pattern PANDAS_BLOCK = Pattern.compile("values_block_\\d{1,4}");

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
                                    Arrays.stream(indices)
                                            .mapToObj(columns::get)
                                            .toList()))
                    .withNotes(notes(columns));
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
        Map<String, ColumnDescription> described = described(path, file, layout);
        Map<String, Hdf5Kind.Answer> kinds = slices.kinds();
        unreadable.addAll(layout.unreadable());
        var columns = new ArrayList<Hdf5Column>();
        kinds.forEach((name, answer) -> {
            boolean mask = name.endsWith(MASK) && kinds.containsKey(name.substring(0, name.length() - MASK.length()));
            ColumnDescription plain = described.getOrDefault(name, ColumnDescription.of(name, ColumnType.TEXT));
            ColumnDescription known = slices.hasDataset(name) ? withAttributes(plain, slices.dataset(name)) : plain;
            switch (answer) {
                case Hdf5Kind.Answer.Unknown no -> unreadable.add(new Unreadable(name, no.reason()));
                case Hdf5Kind.Answer.Known yes -> {
                    if (!mask) {
                        spread(known, yes.kind(), kinds.containsKey(name + MASK) ? name + MASK : "", columns);
                    }
                }
            }
        });
        return widened(columns, slices, layout);
    }

    private static void spread(ColumnDescription known, Hdf5Kind kind, String mask, List<Hdf5Column> columns) {
        if (kind.elements() == 0) {
            columns.add(new Hdf5Column(typed(known, known.name(), kind), known.name(), -1, mask));
        }
        for (int k = 0; k < kind.elements(); k++) {
            columns.add(new Hdf5Column(typed(known, known.name() + "[" + k + "]", kind), known.name(), k, mask));
        }
    }

    /** pandas keeps the names of the columns that it puts together into blocks where only Python reads them. */
    private static List<String> notes(List<Hdf5Column> columns) {
        boolean blocks =
                columns.stream().anyMatch(c -> PANDAS_BLOCK.matcher(c.source()).matches());
        return blocks
                ? List.of(
                        "pandas keeps the names of the columns in values_block_0 and its like where they are not read;"
                                + " write the table with data_columns=True")
                : List.of();
    }

    private static ColumnDescription typed(ColumnDescription d, String name, Hdf5Kind kind) {
        return new ColumnDescription(name, kind.type(), d.unit(), d.description(), d.ucd())
                .inSinglePrecision(kind.single());
    }

    /** Unsigned integers of 64 bits with values that a signed one does not hold become texts. */
    private static List<Hdf5Column> widened(List<Hdf5Column> columns, Hdf5Slices slices, Hdf5Layout layout) {
        Set<String> sources = columns.stream()
                .filter(c -> c.element() < 0 && c.description().type() == ColumnType.LONG)
                .map(Hdf5Column::source)
                .filter(slices::mayBeLarge)
                .collect(Collectors.toSet());
        var large = new HashSet<String>();
        for (long from = 0; from < layout.rows() && !sources.isEmpty(); from += Hdf5Reader.SLICE_ROWS) {
            int rows = (int) Math.min(Hdf5Reader.SLICE_ROWS, layout.rows() - from);
            slices.read(sources, from, rows).forEach((name, array) -> {
                if (array instanceof BigInteger[] values
                        && Arrays.stream(values).anyMatch(v -> v.compareTo(LARGEST) > 0)) {
                    large.add(name);
                }
            });
        }
        return columns.stream()
                .map(c -> c.element() < 0 && large.contains(c.source()) ? c.asText() : c)
                .toList();
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
        String name = layout.path().substring(layout.path().lastIndexOf('/') + 1) + Hdf5Layout.META;
        if (layout.isRecords()
                && file.getDatasetByPath(layout.path()).getParent().getChild(name) instanceof Dataset meta
                && meta.getData() instanceof String[] lines) {
            EcsvColumns.of(path, String.join("\n", lines)).forEach(c -> known.put(c.name(), c));
        }
        return known;
    }
}
