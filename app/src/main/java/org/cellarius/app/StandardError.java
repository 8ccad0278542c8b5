package org.cellarius.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.nio.charset.Charset;

/**
 * Standard error as the launcher keeps it. The JVM announces its incubating module there before any program begins; the launcher gives the
 * JVM a pipe that leaves this line out, and the real standard error as a further descriptor for the program. Without the launcher, or where the
 * descriptor cannot be had, everything stays as it is.
 */
final class StandardError {

    private StandardError() {}

    /** Lets the program write to the descriptor that the launcher names. */
    static void take() {
        Integer number = Integer.getInteger("cellarius.stderr");
        if (number == null) {
            return;
        }
        try {
            Constructor<FileDescriptor> descriptor = FileDescriptor.class.getDeclaredConstructor(int.class);
            descriptor.setAccessible(true);
            var stream = new FileOutputStream(descriptor.newInstance(number));
            System.setErr(new PrintStream(
                    stream,
                    true,
                    Charset.forName(System.getProperty(
                            "stderr.encoding", Charset.defaultCharset().name()))));
        } catch (ReflectiveOperationException | RuntimeException e) {
            // The pipe hands on all that is written to it; only its order with standard output is looser.
        }
    }
}
