package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.cellarius.catalogue.InputError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a file of expected numbers is told before anything is measured. */
class ExpectedNumbersTest {

    private static final String HEAD = "product,slice,quantity,value,error,sigmas,tolerance,source\n";

    @TempDir
    Path folder;

    private MiniStudy study(String lines) {
        var stars = new StringBuilder("r,fe\n");
        for (int i = 0; i < 50; i++) {
            stars.append(5 + 0.1 * i).append(",").append(-0.05 * i).append("\n");
        }
        return new MiniStudy(folder)
                .file("stars.csv", stars.toString())
                .file("expected.csv", HEAD + lines)
                .study(
                        MiniStudy.of(
                                "{r: {from: r, unit: kpc}, fe_h: {from: fe, unit: dex}}",
                                "products:\n  line: {kind: gradient, x: r, y: fe_h, method: ols}\nreport: {expected: expected.csv}\n"));
    }

    @Test
    void allMistakesAreToldByCheck() {
        assertThatThrownBy(
                        () -> study("lime,1,slope,-0.5,,3,,a\nline,1,slope,-0.5,,abc,,b\nline,one,slope,-0.5,,3,,c\n")
                                .check())
                .isInstanceOf(InputError.class)
                .hasMessageContaining("the study has no product 'lime'; did you mean 'line'?")
                .hasMessageContaining("row 1")
                .hasMessageContaining("'abc' is not a number")
                .hasMessageContaining("row 2")
                .hasMessageContaining("'one' is not a number");
    }

    @Test
    void soundOnesPassAndAreCompared() {
        MiniStudy mini = study("line,1,slope,-0.5,,3,0.001,law of the stars\n");
        assertThat(mini.check()).isNotEmpty();
        assertThat(mini.run().comparison().orElseThrow().lines()).hasSize(1);
    }
}
