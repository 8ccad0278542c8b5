package org.cellarius.catalogue.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.TableSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DelimitedTablesTest {
    @TempDir
    Path folder;

    private DelimitedHead open(String name, String text) throws IOException {
        Path path = Files.writeString(folder.resolve(name), text);
        return DelimitedTables.head(path, FormatSniffer.isGzipped(path), TableFormat.ofInput(path));
    }

    @Test
    void aPlainHeaderIsOneLine() throws IOException {
        DelimitedHead table = open("a.csv", "id,ra,dec\n1,2,3\n");
        assertThat(table.format()).isEqualTo(TableFormat.CSV);
        assertThat(table.delimiter()).isEqualTo(',');
        assertThat(table.gzipped()).isFalse();
        assertThat(table.linesBeforeData()).isEqualTo(1);
        assertThat(table.names()).containsExactly("id", "ra", "dec");
        assertThat(table.units()).containsExactly("", "", "");
        assertThat(table.declaredTypes()).containsOnly(Optional.empty());
    }

    @Test
    void commentsBeforeTheHeaderAndUnitsInItAreTaken() throws IOException {
        DelimitedHead table =
                open("a.csv", "# made by generate.py\nid,R[kpc],phi[rad],feh[dex],[Fe/H]\n0,7.7,0.2,0.1,0\n");
        assertThat(table.linesBeforeData()).isEqualTo(2);
        assertThat(table.names()).containsExactly("id", "R", "phi", "feh", "[Fe/H]");
        assertThat(table.units()).containsExactly("", "kpc", "rad", "dex", "");
    }

    @Test
    void aHeaderThatIsItselfACommentIsTaken() throws IOException {
        DelimitedHead table = open("a.csv", "# a remark, with commas, in it\n# id, ra (deg), name\n1,2.5,x\n");
        assertThat(table.names()).containsExactly("id", "ra", "name");
        assertThat(table.units()).containsExactly("", "deg", "");
        assertThat(table.linesBeforeData()).isEqualTo(2);
    }

    @Test
    void aTrailingCommaGivesAColumnByPosition() throws IOException {
        DelimitedHead table = open("a.csv", "name,Fe,Mg,\nHIP 1 ,0.02 ,0.1 ,\n");
        assertThat(table.names()).containsExactly("name", "Fe", "Mg", "unnamed_4");
        assertThat(table.notes()).singleElement().asString().contains("column 4", "last separator", "'unnamed_4'");
    }

    @Test
    void namesThatAreNotThereAreTold() throws IOException {
        assertThat(open("a.csv", "x,,y\n1,2,3\n").notes())
                .singleElement()
                .asString()
                .contains("no name for column 2", "'unnamed_2'")
                .doesNotContain("separator");
        assertThat(open("b.csv", ",x,\n1,2,3\n").notes()).hasSize(2);
        assertThat(open("c.tsv", "x\t[kpc]\ty\n1\t2\t3\n").notes()).isEmpty();
        assertThat(open("d.csv", "x,y\n1,2\n").notes()).isEmpty();
    }

    @Test
    void byteOrderMarkCarriageReturnsAndQuotesAreUnderstood() throws IOException {
        DelimitedHead table =
                open("a.csv", "\ufeff\"Cluster, main\",\"[Fe/H]\",\"he said \"\"x\"\"\"\r\n\"a\",1,2\r\n");
        assertThat(table.names()).containsExactly("Cluster, main", "[Fe/H]", "he said \"x\"");
        assertThat(table.linesBeforeData()).isEqualTo(1);
    }

    @Test
    void aHeaderOverTwoLinesAndBlankLinesAreCounted() throws IOException {
        DelimitedHead table = open("a.csv", "\n\"na\nme\",b\n1,2\n");
        assertThat(table.names()).containsExactly("na\nme", "b");
        assertThat(table.linesBeforeData()).isEqualTo(3);
    }

    @Test
    void otherDelimitersAreFound() throws IOException {
        assertThat(open("a.csv", "a;b;c\n1;2;3\n").delimiter()).isEqualTo(';');
        assertThat(open("b.csv", "a|b|c\n1|2|3\n").delimiter()).isEqualTo('|');
        assertThat(open("c.tsv", "a\tb, or c\n1\t2\n").names()).containsExactly("a", "b, or c");
        assertThat(open("d.txt", "a,b c,d\n1,2 3,4\n").format()).isEqualTo(TableFormat.CSV);
        assertThat(open("e.csv", "only\n1\n").names()).containsExactly("only");
    }

    @Test
    void aCompressedFileIsKnownByItsBytes() throws IOException {
        Path path = folder.resolve("stars.csv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        }
        DelimitedHead table = DelimitedTables.head(path, FormatSniffer.isGzipped(path), TableFormat.ofInput(path));
        assertThat(table.gzipped()).isTrue();
        assertThat(table.names()).containsExactly("a", "b");
    }

    @Test
    void unitsMayTellEqualNamesApart() throws IOException {
        assertThat(open("b.csv", "dist[pc],dist[kpc]\n1000,1\n").names()).containsExactly("dist[pc]", "dist[kpc]");
    }

    @Test
    void dataWithoutNamesAreRefused() {
        assertThatThrownBy(() -> open("a.csv", "1,2,3\n4,5,6\n"))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("no line of column names");
    }

    /** Header and rows written by astropy 5.2.1 ({@code Table.write(..., format="ascii.ecsv")}), delimiter a blank. */
    private static final String ECSV = """
            # %ECSV 1.0
            # ---
            # datatype:
            # - {name: source_id, datatype: int64}
            # - {name: parallax, unit: mas, datatype: float64, description: Parallax at J2016}
            # - {name: v, unit: km / s, datatype: float32}
            # - {name: flag, datatype: bool}
            # - {name: designation, datatype: string}
            # - {name: X_H, datatype: string, subtype: 'float32[2]'}
            # - name: teff
            #   unit: !astropy.units.Unit {unit: K}
            #   datatype: int16
            # meta: !!omap
            # - {comments: [a, b]}
            # schema: astropy-2.0
            source_id parallax v flag designation X_H teff
            4267180339403392768 1.25 nan True "Gaia DR3" [0.5,1.5] 12
            2 "" 1.5 False "" [2.5,null] ""
            """;

    @Test
    void anEcsvHeaderGivesUnitsTypesAndDescriptions() throws IOException {
        DelimitedHead table = open("t.ecsv", ECSV);
        assertThat(table.format()).isEqualTo(TableFormat.ECSV);
        assertThat(table.delimiter()).isEqualTo(' ');
        assertThat(table.linesBeforeData()).isEqualTo(16);
        assertThat(table.names()).containsExactly("source_id", "parallax", "v", "flag", "designation", "X_H", "teff");
        assertThat(table.units()).containsExactly("", "mas", "km / s", "", "", "", "K");
        assertThat(table.descriptions()).contains("Parallax at J2016");
        assertThat(table.declaredTypes())
                .containsExactly(
                        Optional.of(ColumnType.LONG),
                        Optional.of(ColumnType.DOUBLE),
                        Optional.of(ColumnType.DOUBLE),
                        Optional.of(ColumnType.BOOLEAN),
                        Optional.of(ColumnType.TEXT),
                        Optional.of(ColumnType.TEXT),
                        Optional.of(ColumnType.LONG));
        assertThat(table.notes())
                .containsExactly("column 'X_H' holds arrays or objects and is read as their text (float32[2])");
    }

    @Test
    void anEcsvFileIsKnownByItsFirstLineWhateverItIsCalled() throws IOException {
        assertThat(open("t.txt", ECSV).format()).isEqualTo(TableFormat.ECSV);
        String commas = ECSV.replace("# ---\n", "# ---\n# delimiter: ','\n")
                .replace(
                        "source_id parallax v flag designation X_H teff",
                        "source_id,parallax,v,flag,designation,X_H,teff");
        assertThat(open("u.ecsv", commas).delimiter()).isEqualTo(',');
    }

    @Test
    void aFaultyEcsvHeaderIsExplained() {
        List.of(
                        "# %ECSV 1.0\n# ---\n# datatype: 5\na\n1\n",
                        "# %ECSV 1.0\n# ---\n# datatype:\n# - {name: a, datatype: int64}\nb\n1\n",
                        "# %ECSV 1.0\n# ---\n# datatype:\n# - {name: a, datatype: int64}\n",
                        "# %ECSV 1.0\n# ---\n# datatype: [}\na\n1\n",
                        "# %ECSV 1.0\n# ---\n# datatype:\n# - {name: '', datatype: int64}\na\n")
                .forEach(text -> assertThatThrownBy(() -> open("t.ecsv", text))
                        .isInstanceOf(InputError.class)
                        .hasMessageContaining("ECSV header is wrong"));
    }

    @Test
    void aTagInTheYamlMakesNoObject() throws IOException {
        String text = """
                # %ECSV 1.0
                # ---
                # datatype:
                # - {name: a, datatype: int64}
                # meta: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL ["http://127.0.0.1:9/"]]]]
                a
                1
                """;
        assertThat(open("t.ecsv", text).names()).containsExactly("a");
    }

    @Test
    void anEndlessLineIsAnErrorWithItsNumber() throws IOException {
        Path file = Files.writeString(folder.resolve("long.csv"), "ra,dec\n1,2\n" + "1".repeat(17_000_000) + ",2\n");
        assertThatThrownBy(() -> TableFile.open(file, TableSelection.automatic()))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("longer than 16 MiB")
                .hasMessageContaining("line 3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "a.csv ! id ra fe_h ! the whole file is one column, 'id ra fe_h'; if blanks part the columns, say so with the format 'text'",
                "a.tsv ! id ra ! the whole file is one column, 'id ra'; if blanks part the columns, say so with the format 'text'",
                "a.tsv ! id,ra ! the whole file is one column, 'id,ra'; if they are several, give the file the ending .csv",
                "a.csv ! id ! ''",
                "a.csv ! id ra,dec ! ''"
            })
    void aSeparatorThatTheEndingDoesNotSayIsTold(String file, String header, String note) throws IOException {
        Path path = Files.writeString(folder.resolve(file), header + "\n" + header.replaceAll("[a-z_]+", "5.1") + "\n");
        TableFile table = TableFile.open(path, TableSelection.automatic());
        assertThat(String.join("", table.notes())).isEqualTo(note);
    }

    @Test
    void decimalCommasAreTold() throws IOException {
        Path path = Files.writeString(folder.resolve("a.csv"), "id;ra;fe_h;name\n1;10.5;-0,1;a,b\n2;11,5;-0,2;1,2,3\n");
        TableFile table = TableFile.open(path, TableSelection.automatic());
        assertThat(table.notes())
                .containsExactly(
                        "column 'ra' is text because of '11,5'; a number has a decimal point, not a comma",
                        "column 'fe_h' is text because of '-0,1'; a number has a decimal point, not a comma");
    }
}
