package org.cellarius.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartialFilesTest {

    @TempDir
    Path folder;

    @Test
    void whatAKilledProgramLeftIsSweptByTheNextOne() throws IOException, InterruptedException {
        Path mine = PartialFiles.reserve(folder.resolve("first").resolve("a.csv"));
        Files.writeString(mine, "being written");
        Path target = folder.resolve("b.csv");
        Path dead = hiddenOf(mine, deadProcess(), "b.csv");
        Path deadFolder = Files.createDirectory(hiddenOf(mine, deadProcess(), "runs"));
        Files.writeString(deadFolder.resolve("figure.svg"), "half");
        Files.writeString(dead, "half");
        Path alive = Files.writeString(
                hiddenOf(mine, ProcessHandle.current().pid(), "c.csv"), "another run of this program");
        Path elsewhere = Files.writeString(
                folder.resolve(".d.csv.partial-another_machine-" + deadProcess() + "-1"), "another machine's");
        Path own = Files.writeString(folder.resolve(".hidden"), "the astronomer's");

        PartialFiles.write(target, p -> {
            try {
                Files.writeString(p, "whole");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });

        assertThat(target).hasContent("whole");
        assertThat(dead).doesNotExist();
        assertThat(deadFolder).doesNotExist();
        assertThat(alive).exists();
        assertThat(elsewhere).exists();
        assertThat(own).exists();
        assertThat(mine).exists();
        PartialFiles.discard(mine);
        assertThat(mine).doesNotExist();
    }

    @Test
    void messagesNameTheFileThatWasWanted() {
        Path partial = PartialFiles.reserve(folder.resolve("table.csv"));
        assertThat(PartialFiles.withoutMarks("cannot write " + partial + ": full"))
                .isEqualTo("cannot write " + folder.resolve("table.csv") + ": full");
        PartialFiles.discard(partial);
    }

    private Path hiddenOf(Path pattern, long process, String name) {
        String mark = String.valueOf(pattern.getFileName())
                .replaceFirst("^\\.a\\.csv", "")
                .replaceFirst("-[0-9]+-[0-9]+$", "-" + process + "-1");
        return folder.resolve("." + name + mark);
    }

    /** The number of a process that has ended. */
    private static long deadProcess() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }
}
