package org.cellarius.app;

import java.util.concurrent.atomic.AtomicBoolean;

/** Ctrl-C, or another signal that ends the program: a word on what was kept, and what is lost. */
final class Interruption {

    private final AtomicBoolean finished = new AtomicBoolean();

    /** From now on an end of the program that nobody called for is told. */
    static Interruption watched(String... line) {
        var watch = new Interruption();
        String command = line.length == 0 ? "" : line[0];
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (!watch.finished.get()) {
                                System.err.println("\ncellarius: interrupted; " + words(command));
                            }
                        },
                        "tell-interruption"));
        return watch;
    }

    /** The command came to its end. */
    void over() {
        finished.set(true);
    }

    static String words(String command) {
        return switch (command) {
            case "run" ->
                "no result was written, an old one is as it was. Stages that were finished are kept in the cache:"
                        + " the same command goes on after them";
            case "closure" -> "the mock samples are lost. What comes before them is kept in the cache";
            case "orbits", "phase-space" ->
                "no output was written. Parts that were finished, if any, are kept beside it: the same command goes on after them";
            case "query" -> "no output was written. A job at the archive goes on: the same command takes it up again";
            case "check", "describe", "studies", "surveys", "schema", "cache" -> "nothing was to be kept";
            default -> "no output was written, an old one is as it was";
        };
    }
}
