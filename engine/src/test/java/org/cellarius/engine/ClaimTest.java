package org.cellarius.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of a stage belong to one run at a time. */
class ClaimTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    @Test
    void aPlaceIsHeldOnceUntilItIsLeft() {
        Path file = folder.resolve("x.lock");
        try (Claim first = Claim.on(file)) {
            assertThat(first.held()).isTrue();
            try (Claim second = Claim.on(file)) {
                assertThat(second.held()).isFalse();
            }
        }
        try (Claim again = Claim.on(file)) {
            assertThat(again.held()).isTrue();
        }
    }

    @Test
    void whereFilesCannotBeLockedNothingIsHeld() {
        try (Claim claim = Claim.on(folder.resolve("missing").resolve("x.lock"))) {
            assertThat(claim.held()).isFalse();
        }
    }

    /** The second, begun while the first works, has a folder of its own, which goes when it is done; the first's stays for it. */
    @Test
    void whoComesSecondWorksElsewhere() {
        var cache = new StageCache(folder, "1");
        List<Path> places = new ArrayList<>();
        cache.inParts("orbits", KEY, mine -> {
            create(mine);
            places.add(mine);
            cache.inParts("orbits", KEY, other -> {
                create(other);
                places.add(other);
                return other;
            });
            assertThat(mine).exists();
            assertThat(places.get(1)).isNotEqualTo(mine).doesNotExist();
            return mine;
        });
        assertThat(places.get(0)).doesNotExist();
    }

    private static void create(Path place) {
        try {
            Files.createDirectories(place);
            Files.writeString(place.resolve("part"), "stars");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
