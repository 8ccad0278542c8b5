package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cellarius.study.run.RunOptions.Overwrite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study reaches its own folder and those that the command line opens, under any of three spellings, and nothing else. */
class DataFoldersTest {

    private static final String STARS = "x,y\n1,2\n2,3\n3,4\n";

    @TempDir
    Path folder;

    private MiniStudy mini;

    @BeforeEach
    void folders() throws IOException {
        mini = new MiniStudy(Files.createDirectory(folder.resolve("study")));
        for (String name : List.of("gaia", "lamost", "other")) {
            Files.writeString(Files.createDirectory(folder.resolve(name)).resolve(name + ".csv"), STARS);
        }
    }

    private StudyRun of(DataFolders data, String first, String second) {
        mini.study("""
                study: mini
                catalogues:
                  one: {file: "%s", columns: {u: x, v: y}}
                  two: {file: "%s", columns: {u: x, v: y}}
                products:
                  line: {kind: gradient, x: u, y: v, method: ols, minimum-count: 3}
                """.formatted(first, second));
        return mini.prepared(mini.output(), mini.cache(), Overwrite.REPLACE, 2, data);
    }

    private DataFolders both() {
        return new DataFolders(List.of(folder.resolve("lamost")), Map.of("gaia", folder.resolve("gaia")));
    }

    @Test
    void namedUnnamedAndAbsoluteAndTheProvenanceTellsThem() throws IOException {
        assertThat(of(both(), "gaia:gaia.csv", "data:lamost.csv").run().stars().rows())
                .isEqualTo(6);
        String absolute = folder.resolve("gaia/gaia.csv").toString();
        assertThat(of(both(), absolute, "../lamost/lamost.csv").run().stars().rows())
                .isEqualTo(6);
        String provenance = Files.readString(mini.output().resolve("provenance.json"));
        assertThat(provenance)
                .contains("\"data_folders\"", "\"name\" : \"gaia\"")
                .contains("\"folder\" : \"" + folder.resolve("lamost") + "\"")
                .contains("\"path\" : \"" + absolute + "\"");
    }

    @Test
    void severalUnnamedFoldersAreLookedThrough() {
        var two = new DataFolders(List.of(folder.resolve("lamost"), folder.resolve("gaia")), Map.of());
        assertThat(of(two, "data:gaia.csv", "data:lamost.csv").run().stars().rows())
                .isEqualTo(6);
    }

    @Test
    void aFileInTwoOfThemIsRefused() throws IOException {
        Files.copy(folder.resolve("gaia/gaia.csv"), folder.resolve("lamost/gaia.csv"));
        var two = new DataFolders(List.of(folder.resolve("lamost"), folder.resolve("gaia")), Map.of());
        assertThatThrownBy(() -> of(two, "data:gaia.csv", "data:lamost.csv").run())
                .hasMessageContaining("is in several of the data folders")
                .hasMessageContaining("--data NAME=FOLDER");
    }

    @Test
    void whatNobodyOpenedStaysClosed() {
        String other = folder.resolve("other/other.csv").toString();
        for (String path : List.of(
                other,
                "../other/other.csv",
                "gaia:../other/other.csv",
                "data:../other/other.csv",
                "data:/etc/passwd",
                "gaia:" + other,
                "../gaia/../other/other.csv")) {
            assertThatThrownBy(() -> of(both(), path, "gaia:gaia.csv").run())
                    .as(path)
                    .hasMessageContaining("--data");
        }
    }

    @Test
    void aNameThatNoFolderHasIsAskedFor() {
        assertThatThrownBy(() ->
                        of(DataFolders.NONE, "gaia:gaia.csv", "gaia:gaia.csv").run())
                .hasMessageContaining("--data gaia=FOLDER");
    }

    @Test
    void whatIsGivenIsReadAsWritten() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("fe_h=0"));
        DataFolders given = DataFolders.of(
                Stream.of(folder.resolve("gaia").toString(), "l=" + folder.resolve("lamost"), odd.toString())
                        .toList());
        assertThat(given.unnamed()).containsExactly(folder.resolve("gaia"), odd);
        assertThat(given.named()).containsExactly(Map.entry("l", folder.resolve("lamost")));
        assertThatThrownBy(() -> DataFolders.of(List.of("nowhere")))
                .hasMessageContaining("there is no folder 'nowhere' (--data)");
        assertThatThrownBy(() -> DataFolders.of(List.of("a=" + folder, "a=" + odd)))
                .hasMessageContaining("two data folders are called 'a'");
        assertThatThrownBy(() -> DataFolders.of(List.of("mock=" + folder))).hasMessageContaining("mock");
    }
}
