package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.cellarius.study.result.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A star that decides the gradient of a study stands in the notes of its product. */
class DecisiveStarsStudyTest {

    private static final String COLUMNS =
            "{r: {from: r, unit: kpc}, fe_h: {from: feh, unit: dex}, fe_h_error: {from: efeh, unit: dex}}";

    private static final String SECTIONS = """
            products:
              by-errors: {kind: gradient, x: r, y: fe_h, y-error: fe_h_error, method: wls, minimum-count: 3}
              plain: {kind: gradient, x: r, y: fe_h, method: ols, minimum-count: 3}
              sliced: {kind: gradient, x: r, y: fe_h, method: theil-sen, minimum-count: 3, slices: {of: fe_h_error, edges: [0, 0.05, 1]}}
            """;

    @Test
    void theNotesNameIt(@TempDir Path folder) throws Exception {
        assertThat(run(folder.resolve("bad"), "1e30").products())
                .allSatisfy(p -> assertThat(p.notes().toString())
                        .contains("one star")
                        .contains("x = 1.00e+30")
                        .contains("without it the slope is -0.0"));
        assertThat(run(folder.resolve("good"), "9.1").products())
                .allSatisfy(p -> assertThat(p.notes().toString()).doesNotContain("without it"));
    }

    private static RunResult run(Path folder, String radius) throws Exception {
        java.nio.file.Files.createDirectories(folder);
        var random = new Random(4);
        var text = new StringBuilder("r,feh,efeh\n");
        for (int i = 0; i < 40; i++) {
            double r = 6 + 6 * random.nextDouble();
            text.append(i == 7 ? radius : Double.toString(r))
                    .append("," + (0.5 - 0.06 * r + 0.08 * random.nextGaussian()) + ",0.0" + (3 + i % 6) + "\n");
        }
        return new MiniStudy(folder)
                .file("stars.csv", text.toString())
                .study(MiniStudy.of(COLUMNS, SECTIONS))
                .run();
    }
}
