package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a run: what it begins with, its tables, what it needs from elsewhere. */
class ReportTest {

    private static final String COLUMNS =
            "{r: {from: r, unit: kpc}, z: {from: z, unit: kpc}, fe_h: {from: feh, unit: dex}, fe_h_error: {from: efeh, unit: dex}}";

    private static String stars(int n) {
        var random = new Random(11);
        var text = new StringBuilder("r,z,feh,efeh\n");
        for (int i = 0; i < n; i++) {
            double r = 5 + 6 * random.nextDouble();
            double z = 2 * random.nextDouble();
            text.append(r + "," + z + "," + (0.4 - 0.06 * r + 0.05 * random.nextGaussian()) + ",0.05\n");
        }
        return text.toString();
    }

    private static String report(Path folder, int stars, String sections) throws IOException {
        MiniStudy mini = new MiniStudy(folder).file("stars.csv", stars(stars)).study(MiniStudy.of(COLUMNS, sections));
        mini.run();
        return Files.readString(mini.output().resolve("report.html"));
    }

    @Test
    void aGradientHasTheTableOfAJournal(@TempDir Path folder) throws IOException {
        String page = report(folder, 400, """
                products:
                  radial: {kind: gradient, x: r, y: fe_h, y-error: fe_h_error, method: wls, slices: {of: abs(z), edges: [0, 1, 2]}}
                """);
        assertThat(page)
                .contains("<td>0 ≤ |Z| &lt; 1 kpc</td>", "<td>1 ≤ |Z| &lt; 2 kpc</td>")
                .containsPattern(Pattern.compile("<td class=\"n\">−0\\.0\\d+ ± 0\\.00\\d+</td>"))
                .contains("χ²/ν")
                .doesNotContain(">slope sd absolute", ">slope_sd", ">cov slope")
                .contains("tables/radial.csv", "tables/radial.ecsv", "tables/radial.parquet", "tables/radial.tex");
        // The sections in the order in which they are read.
        assertThat(page.indexOf("id=\"summary\"")).isBetween(0, page.indexOf("id=\"numbers\""));
        assertThat(page.indexOf("id=\"numbers\"")).isLessThan(page.indexOf("id=\"p-radial\""));
        assertThat(page).contains("href=\"#t-radial\"", "id=\"t-radial\"");
    }

    /** Nothing is fetched: neither scripts nor styles, fonts or images. */
    @Test
    void thePageNeedsNothingFromElsewhere(@TempDir Path folder) throws IOException {
        String page = report(folder, 200, "products: {line: {kind: gradient, x: r, y: fe_h, method: ols}}");
        assertThat(page)
                .doesNotContainPattern("(src|href)=\"https?:")
                .doesNotContain("@import", "<link", "<script src")
                .contains("prefers-color-scheme: dark", "<dialog id=\"enlarged\"", "href=\"figures/line.svg\"");
    }

    @Test
    void numbersThatDifferStandInTheSummary(@TempDir Path folder) throws IOException {
        new MiniStudy(folder)
                .file(
                        "expected.csv",
                        "product,slice,quantity,value,error,sigmas,tolerance,source\nline,1,slope,-0.06,,,0.01,x\nline,1,intercept,7,,,0.01,x\n");
        String page = report(
                folder,
                400,
                "products: {line: {kind: gradient, x: r, y: fe_h, method: ols}}\nreport: {expected: expected.csv}");
        String summary = page.substring(page.indexOf("id=\"summary\""), page.indexOf("id=\"numbers\""));
        assertThat(summary).contains("1 of 2", "line intercept (slice 1)", "in place of 7");
    }

    /** A hundred slices: the table is shortened and says where its rows lie, and the figure shows as many as a page holds. */
    @Test
    void manySlicesStayReadable(@TempDir Path folder) throws IOException {
        var edges = new StringBuilder("0");
        for (int k = 1; k <= 100; k++) {
            edges.append(", ").append(k / 50.0);
        }
        String page = report(
                folder,
                6000,
                "products: {line: {kind: gradient, x: r, y: fe_h, method: ols, slices: {of: abs(z), edges: [" + edges
                        + "]}}}");
        assertThat(page)
                .contains("The first 20 of 100 rows; all of them lie in the files.", "and 92 more in its table")
                .contains("18 of the 100 slices are drawn");
        assertThat(Files.size(folder.resolve("out/report.html"))).isLessThan(2_000_000);
    }
}
