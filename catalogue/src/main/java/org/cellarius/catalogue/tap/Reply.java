package org.cellarius.catalogue.tap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * An answer whose body has not been read.
 *
 * @param address who answered, after redirections
 * @param location where it points, resolved; empty if nowhere
 * @param body decompressed
 */
record Reply(URI address, int status, Optional<URI> location, InputStream body) implements AutoCloseable {

    /** The beginning of the body; what breaks off, or has not come in time, is not more. */
    byte[] firstBytes(int most, Duration inTime) {
        var bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        long begun = System.nanoTime();
        try {
            int read = 0;
            while (bytes.size() < most && read >= 0 && System.nanoTime() - begun < inTime.toNanos()) {
                read = body.read(buffer, 0, Math.min(buffer.length, most - bytes.size()));
                bytes.write(buffer, 0, Math.max(0, read));
            }
        } catch (IOException e) {
            return bytes.toByteArray();
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            // Nothing is wanted of it any more.
            System.getLogger(Reply.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
        }
    }
}
