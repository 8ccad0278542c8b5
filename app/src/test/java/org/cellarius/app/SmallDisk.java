package org.cellarius.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cellarius.engine.Engine;
import org.cellarius.engine.EngineSettings;

/** A program for a process of its own: limits the size of the files that it may write, then runs commands, one after the other. */
final class SmallDisk {

    /** Stands between commands. */
    static final String NEXT = "---";

    static final long LARGEST_BYTES = 200_000;

    private SmallDisk() {}

    /**
     * Runs commands and prints {@code exit CODE} after each.
     *
     * @param arguments a scratch folder, then commands with {@value #NEXT} between them
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        // The database unpacks its library, which is larger than the limit, when it is opened first.
        Engine.open(EngineSettings.in(Path.of(arguments[0]), List.of())).close();
        String own = String.valueOf(ProcessHandle.current().pid());
        int limited = new ProcessBuilder("prlimit", "--pid", own, "--fsize=" + LARGEST_BYTES)
                .inheritIO()
                .start()
                .waitFor();
        if (limited != 0) {
            throw new IllegalStateException("prlimit gave " + limited);
        }
        int from = 1;
        for (int k = 1; k <= arguments.length; k++) {
            if (k == arguments.length || arguments[k].equals(NEXT)) {
                int code = Cellarius.execute(Arrays.copyOfRange(arguments, from, k));
                System.out.println("exit " + code);
                from = k + 1;
            }
        }
        System.exit(0);
    }
}
