package org.cellarius.catalogue.feather;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.cellarius.catalogue.InputError;

/** An open Arrow file with the memory that its batches take; a damaged length must not take all there is. */
record ArrowFile(BufferAllocator memory, FileChannel channel, ArrowFileReader reader) implements AutoCloseable {
    /** The length of the footer and the magic word. */
    private static final int TAIL_BYTES = 10;

    private static final long MOST_BYTES = 4L << 30;

    static ArrowFile open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            requireLittleEndian(path, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        BufferAllocator memory = new RootAllocator(MOST_BYTES);
        return new ArrowFile(memory, channel, new ArrowFileReader(channel, memory, CommonsCompressionFactory.INSTANCE));
    }

    /** The library passes over the schema's byte order and would swap every number's bytes in silence. */
    private static void requireLittleEndian(Path path, FileChannel channel) throws IOException {
        ByteBuffer end = read(channel, channel.size() - TAIL_BYTES, TAIL_BYTES);
        int length = end.getInt();
        long start = channel.size() - TAIL_BYTES - length;
        if (length <= 0 || start < 0) {
            throw new IOException("its footer is missing");
        }
        Footer footer = Footer.getRootAsFooter(read(channel, start, length));
        if (footer.schema() != null && footer.schema().endianness() == Endianness.Big) {
            throw new InputError(
                    "the Feather file holds big-endian numbers, which are not read",
                    path.toString(),
                    "Write it anew on a common computer, for example with pyarrow");
        }
    }

    private static ByteBuffer read(FileChannel channel, long start, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (start < 0 || channel.read(bytes, start + bytes.position()) < 0) {
                throw new IOException("it ends early");
            }
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            reader.close();
            memory.close();
        }
    }
}
