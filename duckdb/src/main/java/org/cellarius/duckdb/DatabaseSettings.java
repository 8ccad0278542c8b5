package org.cellarius.duckdb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cellarius.engine.EngineSettings;
import org.duckdb.DuckDBConnection;

/** How the database is set: it may read the given files and write its own directories, and nothing else. */
final class DatabaseSettings {

    private DatabaseSettings() {}

    /** Applies what an engine may use to a new database, and locks it. */
    static void apply(DuckDBConnection connection, EngineSettings settings, Path work, Path spill) throws SQLException {
        var files = new ArrayList<String>();
        var directories = new ArrayList<String>(List.of(work.toString()));
        settings.writable()
                .forEach(d -> directories.add(d.toAbsolutePath().normalize().toString()));
        for (Path path : settings.readable()) {
            (Files.isDirectory(path) ? directories : files)
                    .add(path.toAbsolutePath().normalize().toString());
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(ExpressionSql.MACRO);
        }
        for (String setting : List.of(
                "threads = " + settings.threads(),
                "memory_limit = '" + settings.memoryMiB() + "MiB'",
                "temp_directory = " + Sql.text(spill),
                "preserve_insertion_order = true",
                // Of whole numbers too, as of decimals: a remainder or quotient by zero is missing.
                "error_on_division_by_zero = false",
                // DuckDB 2.0.0 can wait for ever for its own writers when a COPY fails; without them nothing is slower
                // here.
                "async_threads = 0",
                "enable_progress_bar = false",
                "autoinstall_known_extensions = false",
                "autoload_known_extensions = false",
                "allowed_directories = " + Sql.list(asPathsAndPatterns(directories)),
                "allowed_paths = " + Sql.list(asPathsAndPatterns(files)),
                "enable_external_access = false",
                "lock_configuration = true")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET " + setting);
            }
        }
    }

    /** The database looks at what it is asked for, a pattern, and at what it then opens, a path. */
    private static List<String> asPathsAndPatterns(List<String> paths) {
        return Stream.concat(paths.stream(), paths.stream().map(p -> Sql.pattern(Path.of(p))))
                .distinct()
                .toList();
    }
}
