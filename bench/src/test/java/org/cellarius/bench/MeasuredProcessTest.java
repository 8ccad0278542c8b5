package org.cellarius.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MeasuredProcessTest {

    @TempDir
    private Path folder;

    /** A process that holds a given number of MiB for a moment. */
    static final class Hoarder {
        public static void main(String[] args) throws InterruptedException {
            byte[] held = new byte[Integer.parseInt(args[0]) << 20];
            java.util.Arrays.fill(held, (byte) 1);
            Thread.sleep(200);
            System.out.println(held[held.length - 1]);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thePeakMemoryOfAProcessFollowsWhatItHolds() {
        double small = hoard(1).peakMiB();
        double large = hoard(150).peakMiB();
        // The JVM itself weighs the same in both; half a dozen MiB of scatter between two starts are usual.
        assertThat(large - small).isBetween(120.0, 190.0);
    }

    private MeasuredProcess hoard(int mebibytes) {
        String java = ProcessHandle.current().info().command().orElseThrow();
        return MeasuredProcess.run(
                List.of(
                        java,
                        "-Xmx400m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hoarder.class.getName(),
                        String.valueOf(mebibytes)),
                Map.of(),
                folder.resolve("log"));
    }

    @Test
    void aFailureIsNotATimingButAnErrorWithTheOutput() {
        assertThatThrownBy(() -> MeasuredProcess.run(
                        List.of("sh", "-c", "echo the disk is full; exit 3"), Map.of(), folder.resolve("log")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("exit code 3")
                .hasMessageContaining("the disk is full");
    }

    @Test
    void theEnvironmentIsHandedOn() {
        MeasuredProcess done = MeasuredProcess.run(
                List.of("sh", "-c", "echo $CELLARIUS_TESTED"),
                Map.of("CELLARIUS_TESTED", "yes"),
                folder.resolve("log"));
        assertThat(done.printed()).containsExactly("yes");
    }
}
