package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules on source files that the compiler does not know. */
class SourceRulesTest {

    private static final Path ROOT = Path.of(System.getProperty("cellarius.root", ".."));
    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

    /** A path that exists on one machine only: somebody's home, a scratch or a mounted folder, a drive. */
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w.}\\])~*-])/(home|Users|root|work|tmp|mnt|scratch)/\\w|\\b[A-Z]:\\\\\\\\?\\w");

    @Test
    void everyPackageExplainsItself() {
        Set<Path> packages = new TreeSet<>();
        for (Path file : sources(".java")) {
            if (file.toString().replace('\\', '/').contains("src/main/java/")) {
                packages.add(ROOT.resolve(file).getParent());
            }
        }
        assertThat(packages).hasSizeGreaterThan(20);
        assertThat(packages).allSatisfy(folder -> {
            Path info = folder.resolve("package-info.java");
            assertThat(info).exists();
            String text = read(info);
            assertThat(text).contains("@NullMarked");
            var comment = JAVADOC.matcher(text);
            assertThat(comment.find()).as("comment of " + info).isTrue();
            assertThat(comment.group(1).replaceAll("[\\s*]+", " ").strip().length())
                    .as("length of the comment of " + info)
                    .isGreaterThan(30);
        });
    }

    @Test
    void noSourceNamesAPlaceOnOneMachine() {
        var found = new ArrayList<String>();
        for (Path file : sources(
                ".java", ".md", ".yaml", ".yml", ".xml", ".json", ".csv", ".css", ".sh", ".py", ".txt", "cellarius")) {
            int number = 0;
            for (String line : read(ROOT.resolve(file)).lines().toList()) {
                number++;
                if (MACHINE_PATH.matcher(line).find()) {
                    found.add(file + ":" + number + ": " + line.strip());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    /** What is asked of stars is said in relations and expressions; a second engine has no SQL of the first. */
    @Test
    void sqlStandsInTheAdapterOnly() {
        Pattern sql = Pattern.compile(
                "\"[^\"\\n]*\\b(SELECT|FROM|WHERE|JOIN|GROUP BY|ORDER BY|UNION ALL|COPY|read_parquet|EXCLUDE)\\b[^\"\\n]*\"");
        for (String module : List.of("engine", "study", "app")) {
            assertThat(sources(".java"))
                    .filteredOn(file -> file.toString().replace('\\', '/').startsWith(module + "/src/main/java/"))
                    .hasSizeGreaterThan(30)
                    .noneMatch(file -> sql.matcher(read(ROOT.resolve(file))).find());
        }
        assertThat("x(\"SELECT * FROM stars\")").containsPattern(sql);
    }

    @Test
    void nothingIsLeftToBeDoneLater() {
        // Put together here, so that this file does not name them.
        Pattern later = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
        assertThat(sources(".java", ".md", ".yaml", ".xml"))
                .noneMatch(file -> later.matcher(read(ROOT.resolve(file))).find());
    }

    @Test
    void anExampleOfAMachinePathWouldBeFound() {
        assertThat("see /" + "home/me/stars.fits").containsPattern(MACHINE_PATH);
        assertThat("file: C" + ":\\stars.fits").containsPattern(MACHINE_PATH);
        assertThat("https://example.org/work/stars and studies/tmp/a").doesNotContainPattern(MACHINE_PATH);
    }

    private static List<Path> sources(String... endings) {
        var files = new ArrayList<Path>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    Path name = folder.getFileName();
                    boolean made = name != null
                            && Set.of("target", ".git", "results", "node_modules")
                                    .contains(name.toString());
                    return made ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (List.of(endings).stream().anyMatch(e -> file.toString().endsWith(e))) {
                        files.add(ROOT.relativize(file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(files).isNotEmpty();
        return files;
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
