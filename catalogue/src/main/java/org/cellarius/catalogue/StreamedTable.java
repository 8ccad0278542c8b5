package org.cellarius.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** A table that is streamed from its file in blocks: FITS, VOTable and whitespace-separated text. */
public final class StreamedTable implements TableFile {
    /** How the rows of chosen columns are opened; the indices count in {@link #columns()}. */
    @FunctionalInterface
    public interface Rows {
        BlockReader open(int[] columnIndices);
    }

    private final Path path;
    private final TableFormat format;
    private final List<ColumnDescription> columns;
    private final OptionalLong rowCount;
    private final List<Unreadable> unreadable;
    private final List<String> otherTables;
    private final Rows rows;
    private final List<String> notes;

    /** For the readers of the formats; everybody else calls {@link TableFile#open}. */
    public StreamedTable(
            Path path,
            TableFormat format,
            List<ColumnDescription> columns,
            OptionalLong rowCount,
            List<Unreadable> unreadable,
            List<String> otherTables,
            Rows rows) {
        this.path = path;
        this.format = format;
        this.columns = List.copyOf(columns);
        this.rowCount = rowCount;
        this.unreadable = List.copyOf(unreadable);
        this.otherTables = List.copyOf(otherTables);
        this.rows = rows;
        this.notes = List.of();
    }

    private StreamedTable(StreamedTable other, List<String> notes) {
        this.path = other.path;
        this.format = other.format;
        this.columns = other.columns;
        this.rowCount = other.rowCount;
        this.unreadable = other.unreadable;
        this.otherTables = other.otherTables;
        this.rows = other.rows;
        this.notes = List.copyOf(notes);
    }

    /** The same table with notes. */
    public StreamedTable withNotes(List<String> found) {
        return new StreamedTable(this, found);
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public TableFormat format() {
        return format;
    }

    /** The readable columns, in the order of the file. */
    public List<ColumnDescription> columns() {
        return columns;
    }

    /** The number of rows, unless the file can only tell at its end. */
    public OptionalLong rowCount() {
        return rowCount;
    }

    @Override
    public List<Unreadable> unreadable() {
        return unreadable;
    }

    @Override
    public Set<String> ambiguous() {
        Set<String> readable = columns.stream().map(ColumnDescription::name).collect(Collectors.toSet());
        return unreadable.stream()
                .map(Unreadable::column)
                .filter(readable::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The other tables of the file when none was asked for by name and the first was taken; empty otherwise. The caller
     * tells the astronomer, because the table wanted may be one of these.
     */
    public List<String> otherTables() {
        return otherTables;
    }

    /**
     * Opens the rows, with only the columns named, in this order; a name may come twice.
     *
     * @throws InputError if there is no such column, with the nearest name
     */
    public BlockReader read(List<String> names) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            places.put(columns.get(i).name(), i);
        }
        int[] indices = new int[names.size()];
        for (int i = 0; i < indices.length; i++) {
            Integer place = places.get(names.get(i));
            if (place == null) {
                throw noSuchColumn(names.get(i));
            }
            indices[i] = place;
        }
        return rows.open(indices);
    }

    private InputError noSuchColumn(String name) {
        for (Unreadable column : unreadable) {
            if (column.column().equals(name)) {
                return new InputError(
                        "column '" + name + "' cannot be read: " + column.reason(),
                        path.toString(),
                        "Leave the column out, or write it in a plain form with another tool");
            }
        }
        List<String> known = new ArrayList<>();
        columns.forEach(column -> known.add(column.name()));
        String guess = NearestWord.in(known, name)
                .map(near -> "Did you mean '" + near + "'? ")
                .orElse("");
        return new InputError(
                "there is no column '" + name + "'",
                path.toString(),
                guess + "`cellarius describe` lists the columns of a file");
    }
}
