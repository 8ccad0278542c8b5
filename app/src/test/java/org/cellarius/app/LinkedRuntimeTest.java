package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkedRuntimeTest {

    @TempDir
    Path folder;

    @Test
    void theVectorApiIsAModuleLikeAnyOther() throws Exception {
        Path image = folder.resolve("runtime");
        LinkedRuntime.main(new String[] {image.toString()});
        Path own = Path.of(System.getProperty("java.home"));
        assertThat(versionOf(own)).contains("incubator");
        assertThat(versionOf(image)).doesNotContain("incubator").contains("Runtime");
        assertThat(modulesOf(image)).contains("jdk.incubator.vector").containsAll(without(modulesOf(own)));
    }

    private static String versionOf(Path java) throws IOException, InterruptedException {
        return output(java, "--add-modules=jdk.incubator.vector", "-version");
    }

    private static List<String> modulesOf(Path java) throws IOException, InterruptedException {
        return output(java, "--list-modules")
                .lines()
                .map(l -> l.substring(0, l.indexOf('@')))
                .toList();
    }

    /** The linker cannot link itself. */
    private static List<String> without(List<String> modules) {
        return modules.stream()
                .filter(m -> !List.of("jdk.jlink", "jdk.jpackage").contains(m))
                .toList();
    }

    private static String output(Path java, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(java.resolve("bin/java").toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isZero();
        return told;
    }
}
