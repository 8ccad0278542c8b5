package org.cellarius.galaxy.kernel;

import java.util.Optional;

/** Whether this start of Java has the Vector API. Classes that use it are not touched where it has not. */
public final class VectorApi {

    private static final String MODULE = "jdk.incubator.vector";
    private static final boolean THERE = ModuleLayer.boot().findModule(MODULE).isPresent();

    private VectorApi() {}

    static boolean isThere() {
        return THERE;
    }

    /** What is lost where it is missing, and what to do; empty where it is there. */
    public static Optional<String> lack() {
        return THERE
                ? Optional.empty()
                : Optional.of(
                        "this start of Java lacks the Vector API: orbits, draws and posteriors take several times longer. "
                                + "Start by the launcher ./cellarius, or with  java --add-modules " + MODULE);
    }
}
