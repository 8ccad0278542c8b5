package org.cellarius.catalogue.votable;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.stil.BlockFiller;
import org.cellarius.catalogue.stil.SpreadColumn;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.TableSink;
import uk.ac.starlink.votable.VOTableBuilder;

/**
 * Turns rows that are pushed into blocks that are pulled. The parser runs on a thread of its own and fills the one set of
 * buffers; two permits pass to and fro, so that only one side touches the buffers at a time and either side sees what the
 * other wrote.
 */
final class VoTableReader implements BlockReader {
    private final VoTableSource source;
    private final VoTableOutline.Entry entry;
    private final BlockFiller filler;
    private final Semaphore mayFill = new Semaphore(0);
    private final Semaphore filled = new Semaphore(0);
    private final Thread parser;
    private volatile int rowsFilled;
    private volatile boolean ended;
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;
    private long rowsDelivered;

    VoTableReader(VoTableSource source, VoTableOutline.Entry entry, SpreadColumn[] columns) {
        this.source = source;
        this.entry = entry;
        this.filler = new BlockFiller(columns);
        this.parser = Thread.ofPlatform().daemon().name("votable-parser").unstarted(this::parse);
        parser.start();
    }

    @Override
    public int next() {
        if (ended || closed) {
            return 0;
        }
        mayFill.release();
        filled.acquireUninterruptibly();
        Throwable problem = failure;
        if (problem != null) {
            ended = true;
            throw damaged(String.valueOf(problem.getMessage())).withCause(problem);
        }
        rowsDelivered += rowsFilled;
        if (ended && entry.rows().isPresent() && entry.rows().getAsLong() != rowsDelivered) {
            throw damaged("it holds " + rowsDelivered + " rows and says "
                    + entry.rows().getAsLong());
        }
        return rowsFilled;
    }

    @Override
    public ColumnBuffer column(int index) {
        return filler.buffer(index);
    }

    @Override
    public void close() {
        closed = true;
        mayFill.release();
        try {
            parser.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private InputError damaged(String why) {
        return new InputError(
                "table " + entry.label() + " of the VOTable cannot be read: " + why,
                source.path() + ", after row " + rowsDelivered,
                "The file is damaged: fetch it again");
    }

    private void parse() {
        try (InputStream in = source.open()) {
            mayFill.acquireUninterruptibly();
            new VOTableBuilder().streamStarTable(in, new Rows(), Integer.toString(entry.number() - 1));
            ended = true;
        } catch (IOException | RuntimeException | Error e) {
            // Error too: a thread that dies without a word would leave the caller waiting for ever.
            failure = e;
        } finally {
            filled.release();
        }
    }

    private final class Rows implements TableSink {
        private int row;

        @Override
        public void acceptMetadata(StarTable table) {}

        @Override
        public void acceptRow(@Nullable Object[] cells) throws IOException {
            if (closed) {
                throw new IOException("no more rows are wanted");
            }
            filler.fill(row, column -> cells[column]);
            row++;
            if (row == BLOCK_ROWS) {
                rowsFilled = row;
                row = 0;
                filled.release();
                mayFill.acquireUninterruptibly();
            }
        }

        @Override
        public void endRows() {
            rowsFilled = row;
        }
    }
}
