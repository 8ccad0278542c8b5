package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher in a fresh checkout, with a Maven that only says that it was called. */
class LauncherTest {

    private static final Path SCRIPT = Path.of(System.getProperty("cellarius.root", ".."), "cellarius");

    @TempDir
    Path folder;

    private Path checkout = Path.of("");

    private record Said(int code, String text) {}

    @BeforeEach
    void checkout() throws IOException {
        assumeTrue(Files.isExecutable(SCRIPT) && Files.isExecutable(Path.of("/bin/sh")), "no launcher, or no sh");
        checkout = Files.createDirectories(folder.resolve("a checkout"));
        Files.copy(SCRIPT, checkout.resolve("cellarius"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(checkout.resolve("app/src/main"));
        Files.writeString(checkout.resolve("pom.xml"), "");
        Files.writeString(
                Files.createDirectories(checkout.resolve("studies/tutorial")).resolve("study.yaml"),
                "study: tutorial\n");
        Path maven = Files.createDirectories(folder.resolve("bin")).resolve("mvn");
        Files.writeString(maven, "#!/bin/sh\necho MAVEN\nexit 1\n");
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path here = Files.createDirectories(folder.resolve("here"));
        Files.createDirectories(here.resolve("mine"));
        Files.createDirectories(here.resolve("results/tutorial"));
        Files.createDirectories(here.resolve("results/own-name"));
        Files.writeString(
                Files.createDirectories(here.resolve("study")).resolve("study.yaml"), "study: own-name # a name\n");
        Files.writeString(here.resolve("there.csv"), "mine");
        Files.writeString(here.resolve("in.csv"), "x\n1\n");
    }

    private Said said(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(checkout.resolve("cellarius").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(folder.resolve("here").toFile())
                .redirectErrorStream(true);
        builder.environment().put("CELLARIUS_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().merge("PATH", folder.resolve("bin") + ":", (old, first) -> first + old);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Said(process.waitFor(), text);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run study --out mine",
                "run --out=mine study",
                "run --data elsewhere study --out mine --json",
                "run study",
                "run study/study.yaml --threads 2",
                "run tutorial",
                "convert in.csv there.csv",
                "phase-space in.csv there.csv --sun hawkins2023",
                "match in.csv in.csv there.csv --radius 1arcsec --find best"
            })
    void anExistingOutputIsRefusedBeforeTheBuild(String line) throws IOException {
        Said said = said(line.split(" "));
        assertThat(said.text()).contains("exists", "--force").doesNotContain("building");
        assertThat(said.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run study --out mine --force",
                "run study --out new",
                "run other --cache mine --data mine",
                "convert in.csv new.csv",
                "convert in.csv there.csv --force",
                "convert in.csv -",
                "describe there.csv",
                "--version"
            })
    void allElseIsBuiltAndTheBuildIsAnnounced(String line) throws IOException {
        Said said = said(line.split(" "));
        assertThat(said.text()).contains("building, once", "the build failed").doesNotContain("exists");
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void theScriptIsPlainShell() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("/bin/sh", "-n", SCRIPT.toString()).start();
        assertThat(process.waitFor()).isZero();
    }
}
