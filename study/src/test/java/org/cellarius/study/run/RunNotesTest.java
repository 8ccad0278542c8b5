package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.engine.Progress;
import org.cellarius.study.run.RunOptions.Overwrite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What a reader says of a file is told once by runs and checks, and stands in provenance and report. */
class RunNotesTest {

    private static final Path OVERFLOW =
            Path.of("../catalogue/src/test/resources/org/cellarius/catalogue/trouble/16-overflow.vot");

    private static final String CUT_OFF = """
            <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3">
            <RESOURCE type="results"><TABLE>
            <FIELD name="id" datatype="int"/><FIELD name="x" datatype="double"/><FIELD name="y" datatype="double"/>
            <DATA><TABLEDATA>
            <TR><TD>1</TD><TD>1</TD><TD>2</TD></TR><TR><TD>2</TD><TD>2</TD><TD>4</TD></TR>
            <TR><TD>3</TD><TD>3</TD><TD>6</TD></TR><TR><TD>4</TD><TD>4</TD><TD>8.5</TD></TR>
            </TABLEDATA></DATA></TABLE><INFO name="QUERY_STATUS" value="OVERFLOW"/></RESOURCE></VOTABLE>
            """;

    @TempDir
    Path folder;

    private final List<String> heard = new ArrayList<>();

    @Test
    void anAnswerThatTheServiceCutOffIsToldByCheck() throws IOException {
        Files.copy(OVERFLOW, folder.resolve("16-overflow.vot"));
        StudyRun run = study("""
                study: mini
                catalogues:
                  survey: {file: 16-overflow.vot, columns: {id: id}}
                products:
                  ids: {kind: distribution, value: id, width: 1, minimum-count: 2}
                """);
        run.check();
        assertThat(told("OVERFLOW"))
                .singleElement()
                .asString()
                .startsWith("16-overflow.vot: ")
                .contains("rows are missing");
        assertThat(run.notes()).isEqualTo(told("OVERFLOW"));
    }

    @Test
    void aRunTellsItOnceAndKeepsItBesideTheResultEvenIfAlternativesReadTheFileAgain() throws IOException {
        Files.writeString(folder.resolve("stars.vot"), CUT_OFF);
        StudyRun run = study("""
                study: mini
                catalogues:
                  survey: {file: stars.vot, columns: {id: id, x: {from: x, unit: kpc}, y: {from: y, unit: kpc}}}
                cuts:
                  - {name: near, keep: x < 4.5}
                products:
                  line: {kind: gradient, x: x, y: y, method: ols, minimum-count: 3}
                vary:
                  settings:
                    reach: {set: cuts/near/keep, to: [x < 6, x < 9.5]}
                """);
        run.run();
        assertThat(told("OVERFLOW")).hasSize(1);
        assertThat(noted("stars.vot")).singleElement().asString().contains("OVERFLOW");
        assertThat(Files.readString(folder.resolve("out/report.html")))
                .contains("stars.vot: ")
                .contains("OVERFLOW");
    }

    @Test
    void spoiledIdentifiersOfAJoinedFileAreTold() throws IOException {
        Files.writeString(folder.resolve("stars.csv"), "id,x\n1,1\n2,2\n3,3\n");
        Files.writeString(
                folder.resolve("names.txt"),
                "id gaia y\n1 4611686018427387905.0 2\n2 4611686018427387906.0 4\n3 4611686018427387907.0 6\n");
        study("""
                study: mini
                catalogues:
                  survey:
                    file: stars.csv
                    columns: {id: id, x: {from: x, unit: kpc}}
                    join: {file: names.txt, on: id, columns: {id: id, y: {from: y, unit: kpc}}}
                products:
                  line: {kind: gradient, x: x, y: y, method: ols, minimum-count: 3}
                """).run();
        assertThat(told("2^53"))
                .singleElement()
                .asString()
                .startsWith("names.txt: ")
                .contains("'gaia'");
        assertThat(noted("names.txt")).hasSize(1);
        assertThat(noted("stars.csv")).isEmpty();
    }

    @Test
    void theOtherTablesOfAFileAreToldUnlessOneIsChosen() throws IOException {
        String table = CUT_OFF.replace("OVERFLOW", "OK");
        String two = table.replace("<TABLE>", "<TABLE name=\"one\">")
                .replace(
                        "</TABLE><INFO",
                        "</TABLE><TABLE name=\"two\"><FIELD name=\"a\" datatype=\"int\"/></TABLE><INFO");
        Files.writeString(folder.resolve("stars.vot"), two);
        String text = """
                study: mini
                catalogues:
                  survey: {file: stars.vot, columns: {id: id, x: {from: x, unit: kpc}, y: {from: y, unit: kpc}}}
                products:
                  line: {kind: gradient, x: x, y: y, method: ols, minimum-count: 3}
                """;
        study(text).check();
        assertThat(told("'hdu'")).singleElement().asString().contains("two");
        heard.clear();
        study(text.replace("columns", "hdu: one, columns")).check();
        assertThat(told("'hdu'")).isEmpty();
    }

    private List<String> told(String word) {
        return heard.stream().filter(n -> n.contains(word)).toList();
    }

    private List<String> noted(String file) throws IOException {
        var notes = new ArrayList<String>();
        for (var input : JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("out/provenance.json")))
                .path("inputs")) {
            if (input.path("file").asString().equals(file)) {
                input.path("notes").forEach(n -> notes.add(n.asString()));
            }
        }
        return notes;
    }

    private StudyRun study(String text) {
        var mini = new MiniStudy(folder).study(text);
        var options = new RunOptions(
                folder.resolve("study.yaml"), Optional.empty(), mini.output(), mini.cache(), Overwrite.REFUSE, 2, 512);
        return new StudyRun(options, new Progress() {
            @Override
            public void begin(String step, long rows) {}

            @Override
            public void advance(long rows) {}

            @Override
            public void end() {}

            @Override
            public void note(String text) {
                heard.add(text);
            }
        });
    }
}
