package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Old classes get the stack maps that the start-up cache wants, and stay what they are. */
class CurrentClassFilesTest {

    @TempDir
    Path folder;

    @Test
    void classesOfJava5AreWrittenAnewAndPassTheVerifier() throws Exception {
        Path jar = copyOfPicocli();
        assertThat(versions(jar))
                .as("needless once picocli comes with newer classes")
                .contains(ClassFile.JAVA_5_VERSION);
        CurrentClassFiles.main(new String[] {jar.toString()});
        assertThat(versions(jar)).allMatch(v -> v >= ClassFile.JAVA_7_VERSION);
        try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            for (String name : classes(jar)) {
                // Making a class ready verifies its methods by the stack maps; there is no other way for classes of
                // this version.
                Class.forName(name, true, loader);
            }
            Class<?> ansi = Class.forName("picocli.CommandLine$Help$Ansi", true, loader);
            assertThat(ansi.getEnumConstants()).extracting(Object::toString).contains("AUTO", "ON", "OFF");
        }
    }

    @Test
    void whatIsCurrentStaysAsItIs() throws Exception {
        Path jar = copyOfPicocli();
        CurrentClassFiles.main(new String[] {jar.toString()});
        byte[] once = content(jar);
        CurrentClassFiles.main(new String[] {jar.toString()});
        assertThat(content(jar)).isEqualTo(once);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(jar);
        }
    }

    private Path copyOfPicocli() throws IOException, URISyntaxException {
        Path jar = Path.of(CommandLine.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return Files.copy(jar, folder.resolve("picocli.jar"));
    }

    private static List<String> classes(Path jar) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .map(ZipEntry::getName)
                    .filter(n -> n.endsWith(".class") && !n.endsWith("module-info.class"))
                    .map(n -> n.substring(0, n.length() - ".class".length()).replace('/', '.'))
                    .toList();
        }
    }

    private static List<Integer> versions(Path jar) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            var versions = new ArrayList<Integer>();
            for (ZipEntry entry :
                    zip.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
                versions.add(ClassFile.of()
                        .parse(zip.getInputStream(entry).readAllBytes())
                        .majorVersion());
            }
            return versions;
        }
    }

    /** Names and bytes of all entries, for the times of entries differ. */
    private static byte[] content(Path jar) throws IOException {
        try (var zip = new ZipFile(jar.toFile());
                var all = new ByteArrayOutputStream()) {
            for (ZipEntry entry : zip.stream().toList()) {
                all.writeBytes(entry.getName().getBytes(StandardCharsets.UTF_8));
                all.writeBytes(zip.getInputStream(entry).readAllBytes());
            }
            return all.toByteArray();
        }
    }
}
