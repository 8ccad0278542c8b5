package org.cellarius.duckdb;

import org.cellarius.engine.Engine;
import org.cellarius.engine.EngineProvider;
import org.cellarius.engine.EngineSettings;

/** Opens engines on embedded DuckDB. */
public final class DuckDbProvider implements EngineProvider {

    @Override
    public Engine open(EngineSettings settings) {
        return DuckDbEngine.open(settings);
    }
}
