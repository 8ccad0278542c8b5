package org.cellarius.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cellarius.engine.EngineSettings;
import org.cellarius.engine.RunFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class AbortedWriteTest {

    /**
     * With writers of its own the database hangs in about one of fifty failures that meet a write in progress: many
     * failures, each after two row groups, and a guard for the case that it hangs again.
     */
    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aWriteThatFailsInItsMiddleEndsEveryTime(@TempDir Path folder) {
        for (int k = 0; k < 40; k++) {
            int last = 245_760 + 500 * (k % 7);
            try (var engine = DuckDbEngine.open(new EngineSettings(folder, List.of(), List.of(), 1, 512))) {
                assertThatThrownBy(() -> engine.database()
                                .write(
                                        "SELECT CASE WHEN i < " + last
                                                + " THEN i ELSE error('broken') END, hash(i), hash(i + 1) FROM range(400000) t(i)",
                                        List.of(),
                                        folder.resolve("table.parquet")))
                        .isInstanceOf(RunFailure.class)
                        .hasMessageContaining("broken");
            }
            assertThat(folder).isEmptyDirectory();
        }
    }
}
