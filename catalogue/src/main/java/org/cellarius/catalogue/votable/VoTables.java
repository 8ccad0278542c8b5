package org.cellarius.catalogue.votable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.catalogue.stil.QuietStil;
import org.cellarius.catalogue.stil.SpreadColumn;
import org.cellarius.catalogue.stil.SpreadColumns;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.TableFormatException;
import uk.ac.starlink.table.TableSink;
import uk.ac.starlink.votable.TableElement;
import uk.ac.starlink.votable.VOElement;
import uk.ac.starlink.votable.VOElementFactory;
import uk.ac.starlink.votable.VOStarTable;
import uk.ac.starlink.votable.VOTableBuilder;

/** The tables of a VOTable document. */
public final class VoTables {
    private VoTables() {}

    /** Labels of the tables in a document. */
    public static List<String> tablesIn(Path path, boolean gzipped) {
        return VoTableOutline.of(path, new VoTableSource(path, gzipped)).tables().stream()
                .map(VoTableOutline.Entry::label)
                .toList();
    }

    /** Opens the table selected, or the first. */
    public static StreamedTable open(Path path, boolean gzipped, TableSelection selection) {
        QuietStil.quieten();
        VoTableSource source = new VoTableSource(path, gzipped);
        VoTableOutline outline = VoTableOutline.of(path, source);
        List<VoTableOutline.Entry> tables = outline.tables();
        if (tables.isEmpty()) {
            throw new InputError(
                    "the VOTable holds no table" + told(outline),
                    path.toString(),
                    "It may be an error message: look into the file");
        }
        VoTableOutline.Entry entry = selection
                .hdu()
                .map(wanted -> chosen(path, tables, wanted))
                .orElseGet(() -> tables.stream()
                        .filter(t -> !t.fields().isEmpty())
                        .findFirst()
                        .orElse(tables.getFirst()));
        requireFields(path, entry, outline);
        SpreadColumns columns = entry.data() ? describe(source, entry) : describeWithoutData(source, entry);
        List<String> others = selection.hdu().isPresent()
                ? List.of()
                : tables.stream()
                        .filter(t -> t.number() != entry.number())
                        .map(VoTableOutline.Entry::label)
                        .toList();
        return new StreamedTable(
                        path,
                        TableFormat.VOTABLE,
                        columns.descriptions(),
                        entry.rows(),
                        columns.unreadable(),
                        others,
                        indices -> rows(source, entry, columns.chosen(indices)))
                .withNotes(outline.infos());
    }

    private static String told(VoTableOutline outline) {
        return outline.infos().isEmpty() ? "" : "; " + String.join("; ", outline.infos());
    }

    private static void requireFields(Path path, VoTableOutline.Entry entry, VoTableOutline outline) {
        if (entry.fields().isEmpty()) {
            String params = entry.params().isEmpty()
                    ? ""
                    : ": it holds parameters only (" + String.join(", ", entry.params()) + ")";
            throw new InputError(
                    "table " + entry.label() + " of the VOTable has no columns" + params + told(outline),
                    path.toString(),
                    "Give another table or another file");
        }
    }

    private static BlockReader rows(VoTableSource source, VoTableOutline.Entry entry, SpreadColumn[] columns) {
        if (!entry.data()) {
            return new NoRows(columns);
        }
        if (TableDataReader.knows(entry, columns)) {
            return TableDataReader.open(source, entry, columns);
        }
        return BinaryRowReader.knows(entry, columns)
                ? BinaryRowReader.open(source, entry, columns)
                : new VoTableReader(source, entry, columns);
    }

    private static VoTableOutline.Entry chosen(Path path, List<VoTableOutline.Entry> tables, String wanted) {
        String plain = wanted.strip();
        return tables.stream()
                .filter(entry -> entry.name().toLowerCase(Locale.ROOT).equals(plain.toLowerCase(Locale.ROOT)))
                .findFirst()
                .or(() -> tables.stream()
                        .filter(entry -> Integer.toString(entry.number()).equals(plain))
                        .findFirst())
                .orElseThrow(() -> new InputError(
                        "the file has no table '" + wanted + "'",
                        path.toString(),
                        "The tables there are, by number and name: "
                                + tables.stream()
                                        .map(VoTableOutline.Entry::label)
                                        .collect(Collectors.joining("; "))));
    }

    /** Parses up to the first row and stops. */
    private static SpreadColumns describe(VoTableSource source, VoTableOutline.Entry entry) {
        Metadata metadata = new Metadata();
        try (InputStream in = source.open()) {
            new VOTableBuilder().streamStarTable(in, metadata, Integer.toString(entry.number() - 1));
        } catch (IOException | RuntimeException e) {
            if (metadata.columns == null) {
                throw new InputError(
                                "table " + entry.label() + " of the VOTable cannot be read: " + e.getMessage(),
                                source.path().toString(),
                                "The file is damaged or was written by a faulty program: fetch it again")
                        .withCause(e);
            }
        }
        if (metadata.columns == null) {
            throw new InputError(
                    "table " + entry.label() + " of the VOTable has no columns",
                    source.path().toString(),
                    "Give another table or another file");
        }
        return metadata.columns;
    }

    /** The reader that stops at the first row waits for data that never come; such documents are small. */
    private static SpreadColumns describeWithoutData(VoTableSource source, VoTableOutline.Entry entry) {
        try (InputStream in = source.open()) {
            VOElement document = new VOElementFactory().makeVOElement(in, null);
            NodeList tables = document.getElementsByVOTagName("TABLE");
            return SpreadColumns.of(new VOStarTable((TableElement) tables.item(entry.number() - 1)));
        } catch (IOException | SAXException | RuntimeException e) {
            throw new InputError(
                            "table " + entry.label() + " of the VOTable cannot be read: " + e.getMessage(),
                            source.path().toString(),
                            "The file is damaged or was written by a faulty program: fetch it again")
                    .withCause(e);
        }
    }

    /** Of a table without data. */
    private static final class NoRows implements BlockReader {
        private final List<ColumnBuffer> buffers;

        NoRows(SpreadColumn[] columns) {
            this.buffers = Arrays.stream(columns)
                    .map(c -> ColumnBuffer.forBlock(c.description().type()))
                    .toList();
        }

        @Override
        public int next() {
            return 0;
        }

        @Override
        public ColumnBuffer column(int index) {
            return buffers.get(index);
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    private static final class Metadata implements TableSink {
        private @Nullable SpreadColumns columns;

        @Override
        public void acceptMetadata(StarTable table) throws TableFormatException {
            columns = SpreadColumns.of(table);
            throw new TableFormatException("the columns are known, the rows are not wanted");
        }

        @Override
        public void acceptRow(@Nullable Object[] row) {}

        @Override
        public void endRows() {}
    }
}
