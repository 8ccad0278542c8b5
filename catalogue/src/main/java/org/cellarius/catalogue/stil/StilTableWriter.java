package org.cellarius.catalogue.stil;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.StreamedTable;
import uk.ac.starlink.table.DefaultValueInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.StarTableWriter;
import uk.ac.starlink.votable.DataFormat;
import uk.ac.starlink.votable.VOTableVersion;
import uk.ac.starlink.votable.VOTableWriter;

/** Hands a table of blocks to STIL's writers; see {@link org.cellarius.catalogue.TableWriter#write}. */
public final class StilTableWriter {
    private StilTableWriter() {}

    /** Writes a VOTable with BINARY2 records, whose null masks keep missing integers and truth values. */
    public static void writeVoTable(
            Path file,
            List<ColumnDescription> columns,
            long rowCount,
            StreamedTable.Rows rows,
            Map<String, String> header,
            Consumer<String> told) {
        QuietStil.quieten();
        BlockStarTable table = new BlockStarTable(columns, rowCount, rows);
        header.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(fact -> table.setParameter(
                        new DescribedValue(new DefaultValueInfo(fact.getKey(), String.class, ""), fact.getValue())));
        VOTableWriter writer = new VOTableWriter(DataFormat.BINARY2, true, VOTableVersion.V13);
        writer.setWriteDate(false);
        write(file, table, writer);
        table.notes().forEach(told);
    }

    private static void write(Path file, BlockStarTable table, StarTableWriter writer) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            writer.writeStarTable(table, out);
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException(file + ": " + e.getMessage(), e));
        }
    }
}
