package org.cellarius.catalogue.fits;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a table: in sequence, and where the file is not compressed at any place. What is returned holds until the next call. */
sealed interface TableBytes extends AutoCloseable {
    /** The bytes that follow those returned last. */
    MemorySegment next(int length) throws IOException;

    /** Bytes counted from the first one of the table. */
    MemorySegment at(long start, long length) throws IOException;

    @Override
    void close();

    /** Opens the bytes of a table. */
    static TableBytes open(FitsBytes file, HeaderDataUnit unit) throws IOException {
        return file.gzipped()
                ? new Inflated(file.openAt(unit.dataStart()))
                : new InFile(file.path(), unit.dataStart(), unit.bytesPromised());
    }

    /** Read from the file into memory outside of Java's heap, which saves a copy. */
    final class InFile implements TableBytes {
        private final FileChannel channel;
        private final long start;
        private final long length;
        private ByteBuffer sequence = ByteBuffer.allocateDirect(0);
        private ByteBuffer single = ByteBuffer.allocateDirect(0);
        private long position;

        InFile(Path path, long start, long length) throws IOException {
            this.channel = FileChannel.open(path, StandardOpenOption.READ);
            this.start = start;
            this.length = length;
        }

        @Override
        public MemorySegment next(int bytes) throws IOException {
            if (sequence.capacity() < bytes) {
                sequence = ByteBuffer.allocateDirect(bytes);
            }
            read(sequence, position, bytes);
            position += bytes;
            return MemorySegment.ofBuffer(sequence);
        }

        @Override
        public MemorySegment at(long from, long bytes) throws IOException {
            if (from < 0 || bytes > length || from > length - bytes) {
                throw new EOFException("bytes " + from + " to " + (from + bytes) + " are beyond the end of the table");
            }
            if (single.capacity() < bytes) {
                single = ByteBuffer.allocateDirect(Math.toIntExact(bytes));
            }
            read(single, from, (int) bytes);
            return MemorySegment.ofBuffer(single);
        }

        private void read(ByteBuffer into, long from, int bytes) throws IOException {
            into.clear().limit(bytes);
            while (into.hasRemaining()) {
                if (channel.read(into, start + from + into.position()) < 0) {
                    throw new EOFException("the file ends early");
                }
            }
            into.flip();
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** From a stream. */
    final class Inflated implements TableBytes {
        private final InputStream in;
        private byte[] block = new byte[0];

        Inflated(InputStream in) {
            this.in = in;
        }

        @Override
        public MemorySegment next(int bytes) throws IOException {
            if (block.length < bytes) {
                block = new byte[bytes];
            }
            if (in.readNBytes(block, 0, bytes) < bytes) {
                throw new EOFException("the file ends early");
            }
            return MemorySegment.ofArray(block);
        }

        @Override
        public MemorySegment at(long start, long length) throws IOException {
            throw new IOException("a compressed file is read in sequence only");
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
