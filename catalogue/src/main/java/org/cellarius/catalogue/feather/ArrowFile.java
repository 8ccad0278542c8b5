package org.cellarius.catalogue.feather;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowFileReader;

/** An open Arrow file with the memory that its batches take; a damaged length must not take all there is. */
record ArrowFile(BufferAllocator memory, FileChannel channel, ArrowFileReader reader) implements AutoCloseable {
    private static final long MOST_BYTES = 4L << 30;

    static ArrowFile open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        BufferAllocator memory = new RootAllocator(MOST_BYTES);
        return new ArrowFile(memory, channel, new ArrowFileReader(channel, memory, CommonsCompressionFactory.INSTANCE));
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            reader.close();
            memory.close();
        }
    }
}
