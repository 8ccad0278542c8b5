package org.cellarius.study.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.junit.jupiter.api.Test;

/** Tables of results as people read them. */
class PrintedTableTest {

    private static SmallTable.Builder lines(String label, String unit) {
        return new SmallTable.Builder()
                .text("population", "name")
                .as(ColumnRole.Key.POPULATION)
                .slices(label, unit)
                .count("n", "stars")
                .as(ColumnRole.Other.COUNT)
                .number("slope", "dex/kpc", "slope")
                .number("slope_sd", "dex/kpc", "error")
                .as(new ColumnRole.ErrorOf("slope"))
                .number("reduced_chi2", "", "over n - 2")
                .as(new ColumnRole.Value(3))
                .number("min_x", "kpc", "smallest")
                .as(ColumnRole.Other.DETAIL);
    }

    private static List<String> heads(PrintedTable table) {
        return table.columns().stream().map(PrintedColumn::head).toList();
    }

    private static List<String> row(PrintedTable table, int row) {
        return table.rows().get(row).stream().map(PrintedCell::text).toList();
    }

    @Test
    void aValueAndItsErrorAreOneColumnAndASliceIsInWords() {
        var table = PrintedTable.of(lines("|Z_{max}|", "kpc")
                .row("young", 1, 0.5, 1.25, 12345, -0.0602113, 0.00113, 1.09872, 5.0)
                .build());
        assertThat(heads(table)).containsExactly("population", "slice", "N", "slope", "χ²/ν");
        assertThat(row(table, 0))
                .containsExactly("young", "0.5 ≤ |Zmax| < 1.25 kpc", "12,345", "−0.0602 ± 0.0011", "1.1");
        assertThat(table.left()).containsExactly("min_x");
    }

    /** Two digits of the error, also where it is larger than the value, of one digit, or a power of ten. */
    @Test
    void valuesAreRoundedByTheirErrors() {
        assertThat(PrintedCell.number(123.456, 12.0).text()).isEqualTo("123 ± 12");
        assertThat(PrintedCell.number(0.0004, 0.0123).text()).isEqualTo("0.000 ± 0.012");
        assertThat(PrintedCell.number(-2.5, 0.1).text()).isEqualTo("−2.50 ± 0.10");
        assertThat(PrintedCell.number(-2.512345678, Double.NaN).text()).isEqualTo("−2.51235");
        assertThat(PrintedCell.number(Double.NaN, 0.1).text()).isEqualTo("–");
    }

    @Test
    void withoutSlicesAndPopulationsThereAreNoColumnsOfThem() {
        var table = PrintedTable.of(lines("", "")
                .row("", 1, Double.NaN, Double.NaN, 7, 1.0, 0.5, Double.NaN, 5.0)
                .build());
        assertThat(heads(table)).containsExactly("N", "slope", "χ²/ν");
    }

    /** Where nobody says what the slices are of, and where each row says it for itself. */
    @Test
    void slicesOfDifferentThingsKeepTheirOwnNames() {
        var unnamed = PrintedTable.of(
                new SmallTable.Builder().slices("kpc").row(1, 0.0, 0.5).build());
        assertThat(row(unnamed, 0)).containsExactly("0 to 0.5 kpc");
        var mixed = PrintedTable.of(new SmallTable.Builder()
                .text("sliced_by", "what")
                .as(ColumnRole.Key.SLICED_BY)
                .slices("")
                .row("|Z| (kpc)", 1, 0.0, 0.5)
                .row("Age (Gyr)", 1, 2.0, 4.0)
                .row("", 1, Double.NaN, Double.NaN)
                .build());
        assertThat(heads(mixed)).containsExactly("slice");
        assertThat(row(mixed, 0)).containsExactly("0 ≤ |Z| < 0.5 kpc");
        assertThat(row(mixed, 1)).containsExactly("2 ≤ Age < 4 Gyr");
        assertThat(row(mixed, 2)).containsExactly("all");
    }

    @Test
    void longTablesAreShortenedAndSaySo() {
        SmallTable.Builder forty = lines("Age", "Gyr");
        for (int k = 0; k < 40; k++) {
            forty.row("a", k + 1, k * 0.1, (k + 1) * 0.1, 10, 0.1, 0.01, 1.0, 0.0);
        }
        assertThat(PrintedTable.shortened(forty.build()).rows()).hasSize(40);
        assertThat(PrintedTable.shortened(forty.build()).missing("the files")).isEmpty();
        forty.row("a", 41, 4.0, 4.1, 10, 0.1, 0.01, 1.0, 0.0);
        PrintedTable shortened = PrintedTable.shortened(forty.build());
        assertThat(shortened.rows()).hasSize(20);
        assertThat(shortened.missing("the files")).isEqualTo("The first 20 of 41 rows; all of them lie in the files.");
        assertThat(PrintedTable.of(forty.build()).rows()).hasSize(41);
    }
}
