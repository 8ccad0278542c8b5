package org.cellarius.engine;

/** Opens engines of one kind. The kind that is on the class path is found by {@link java.util.ServiceLoader}. */
public interface EngineProvider {

    /** An engine that uses what it is given, and nothing else. */
    Engine open(EngineSettings settings);
}
