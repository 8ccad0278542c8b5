package org.cellarius.catalogue.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cellarius.catalogue.Blocks;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommentNamesTest {
    private static final String DATA = "1 10.0 -0.1\n2 11.0 -0.2\n";

    @TempDir
    Path folder;

    private StreamedTable open(String text) throws IOException {
        return Blocks.open(Files.writeString(folder.resolve("stars.txt"), text));
    }

    @Test
    void namesOnePerLineWithNumbers() {
        StreamedTable table = Blocks.open(Trouble.file("13b-names-one-per-line.txt"));
        assertThat(Blocks.names(table)).containsExactly("id", "ra", "[Fe/H]");
        assertThat(table.columns().get(1).unit()).isEqualTo("deg");
        assertThat(Blocks.numbers(table, "[Fe/H]")).containsExactly(-0.1, -0.2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# 1 id\n# 2 ra\n# 3 fe_h\n",
                "# made by nobody in 2020\n#\n# [1] id\n# [2] ra\n# [3] fe_h\n",
                "#   1 id      Running object number\n#   2 ra      Right ascension  [deg]\n#   3 fe_h    Metallicity [dex]\n",
                "# Column 1: id\n# Column 2: ra\n# Column 3: fe_h\n# some more words here\n",
                "# (1) id - the number\n# (2) ra - the place\n# (3) fe_h - the metallicity\n",
                "# stars, of nowhere, far\n# id\n# ra [deg]\n# fe_h\n",
                "# id ra fe_h\n# - deg dex\n",
                "# id ra fe_h\n# [-] [deg] [dex]\n",
                "# id ra fe_h\n# from Gaia EDR\n",
                "# id ra fe_h\n# taken yesterday evening\n",
                "# Stars near nowhere\n# id ra fe_h\n",
                "# Stars near nowhere\nid ra fe_h\n"
            })
    void namesAreFoundInEveryForm(String head) throws IOException {
        assertThat(Blocks.names(open(head + DATA))).containsExactly("id", "ra", "fe_h");
    }

    @Test
    void unitsBelowTheNamesAreUnits() throws IOException {
        StreamedTable table = open("# id ra fe_h\n# - deg dex\n" + DATA);
        assertThat(table.columns().get(1).unit()).isEqualTo("deg");
        assertThat(table.columns().get(2).unit()).isEqualTo("dex");
        assertThat(table.columns().get(0).unit()).isEmpty();
        StreamedTable sextractor = open("#   1 id   Number\n#   2 ra   Place  [deg]\n#   3 fe_h   Metals\n" + DATA);
        assertThat(sextractor.columns().get(1).unit()).isEqualTo("deg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"# alpha beta gamma\n# one two three\n", "# one two three\n# four five six\n# seven eight nine\n"
            })
    void whereSeveralLinesCouldBeMeantNothingIsGuessed(String head) {
        assertThatThrownBy(() -> open(head + DATA))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("several comments")
                .hasMessageContaining("without a #");
    }

    @ParameterizedTest
    @ValueSource(strings = {"# stars of nowhere\n", "# 1: id\n# 2: ra\n", "# id\n# ra\n", "# x: y: z:\n"})
    void proseAndHalfListsAreNoNames(String head) {
        assertThatThrownBy(() -> open(head + DATA))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("no line of column names");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id | name | fe_h\n1 | a b | -0.1\n2 |  | -0.2\n",
                "| id | name | fe_h |\n|---:|:-----|------|\n| 1 | a b | -0.1 |\n| 2 | | -0.2 |\n",
                "+----+------+------+\n| id | name | fe_h |\n+----+------+------+\n|  1 | a b  | -0.1 |\n|  2 | null | -0.2 |\n+----+------+------+\n",
                " id | name | fe_h \n----+------+------\n  1 | a b  | -0.1\n  2 |      | -0.2\n",
                "# id|name|fe_h\n1|a b|-0.1\n2||-0.2\n"
            })
    void barsSeparateColumns(String text) throws IOException {
        StreamedTable table = open(text);
        assertThat(Blocks.names(table)).containsExactly("id", "name", "fe_h");
        assertThat(Blocks.column(table, "id")).containsExactly(1L, 2L);
        assertThat(Blocks.column(table, "name")).containsExactly("a b", null);
        assertThat(Blocks.numbers(table, "fe_h")).containsExactly(-0.1, -0.2);
    }

    @Test
    void tablesOfIpacAreRefusedByName() {
        assertThatThrownBy(() ->
                        open("\\fixlen = T\n|  id  |  ra   |\n| int  | double|\n  1      10.0   \n  2      11.0   \n"))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("IPAC");
    }
}
