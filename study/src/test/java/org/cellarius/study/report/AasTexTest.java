package org.cellarius.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.junit.jupiter.api.Test;

/** Tables as journals print them. */
class AasTexTest {

    private static SmallTable gradient(String secondStatus) {
        return new SmallTable.Builder()
                .slices("|Z|", "kpc")
                .count("n", "stars")
                .as(ColumnRole.Other.COUNT)
                .text("status", "OK, or why there is no fit")
                .as(ColumnRole.Other.STATUS)
                .number("slope", "dex/kpc", "slope")
                .number("slope_sd", "dex/kpc", "error")
                .as(new ColumnRole.ErrorOf("slope"))
                .number("intercept", "dex", "value at 0")
                .number("intercept_sd", "dex", "error")
                .as(new ColumnRole.ErrorOf("intercept"))
                .number("slope_sd_absolute", "dex/kpc", "error")
                .as(ColumnRole.Other.DETAIL)
                .number("slope_sd_scaled", "dex/kpc", "error")
                .as(ColumnRole.Other.DETAIL)
                .number("chi2", "", "sum")
                .as(ColumnRole.Other.DETAIL)
                .number("reduced_chi2", "", "chi2")
                .as(new ColumnRole.Value(3))
                .number("slope_p2_5", "dex/kpc", "percentile")
                .as(ColumnRole.Other.DETAIL)
                .number("min_x", "kpc", "smallest")
                .as(ColumnRole.Other.DETAIL)
                .row(
                        1, 0.0, 0.5, 1010, "OK", -0.060211, 0.00113, 0.4312, 0.0099, 0.0005, 0.0011, 9e3, 9.2871,
                        -0.062, 5.0)
                .row(
                        2,
                        0.5,
                        1.0,
                        4,
                        secondStatus,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        1.0,
                        1.0,
                        1.0,
                        Double.NaN,
                        1.0,
                        1.0)
                .build();
    }

    @Test
    void aGradientHasTheColumnsThatArePrinted() {
        String tex = AasTex.of(gradient("OK"), "gradient", "Gradient");
        assertThat(tex)
                .contains("\\begin{deluxetable*}{lrrrr}")
                .contains(
                        "\\colhead{slice} & \\colhead{$N$} & \\colhead{slope} & \\colhead{intercept} & \\colhead{$\\chi^2_\\nu$} \\\\")
                .contains("\\colhead{} & \\colhead{} & \\colhead{(dex/kpc)} & \\colhead{(dex)} & \\colhead{}")
                .contains(
                        "0 $\\le$ $|$Z$|$ $<$ 0.5 kpc & 1010 & $-0.0602 \\pm 0.0011$ & $0.4312 \\pm 0.0099$ & $9.29$ \\\\")
                .contains("0.5 $\\le$ $|$Z$|$ $<$ 1 kpc & 4 & \\nodata & \\nodata & \\nodata")
                .contains(
                        "\\tablecomments{The machine-readable table has besides: slope\\_sd\\_absolute, slope\\_sd\\_scaled, chi2, slope\\_p2\\_5, min\\_x.}");
    }

    @Test
    void aReasonWhyThereIsNoLineIsPrinted() {
        assertThat(AasTex.of(gradient("TOO_FEW_STARS"), "gradient", "Gradient"))
                .contains("\\colhead{status}")
                .contains("& 4 & TOO\\_FEW\\_STARS &");
    }

    /** Without slices there is no column of them, and other tables keep all they have. */
    @Test
    void otherTablesHaveTheirErrorsBesideTheNumbers() {
        SmallTable table = new SmallTable.Builder()
                .slices("")
                .number("mean", "dex", "mean")
                .number("mean_error", "dex", "error")
                .as(new ColumnRole.ErrorOf("mean"))
                .number("sd", "dex", "scatter")
                .number("p5", "dex", "percentile")
                .row(1, Double.NaN, Double.NaN, -0.0835123, 0.0097, 0.239698, -0.5)
                .build();
        assertThat(AasTex.of(table, "mdf", "MDF"))
                .contains("\\begin{deluxetable*}{rrr}")
                .contains("$-0.0835 \\pm 0.0097$ & $0.239698$ & $-0.5$")
                .doesNotContain("tablecomments");
    }
}
