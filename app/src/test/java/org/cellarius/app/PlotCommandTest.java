package org.cellarius.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PlotCommandTest {

    private static final int ROWS = 2000;

    @TempDir
    Path folder;

    private Path table() throws IOException {
        var random = new Random(5);
        var text = new StringBuilder("fe_h,\"[Mg/Fe]\",age\n");
        for (int i = 0; i < ROWS; i++) {
            double fe = 0.3 * random.nextGaussian();
            text.append(String.format(Locale.ROOT, "%.4f,%.4f,%.3f%n", fe, 0.1 - 0.2 * fe, 5 + 10 * fe));
        }
        return Files.writeString(folder.resolve("stars.csv"), text);
    }

    @ParameterizedTest
    @CsvSource({"a.png,137", "a.svg,60", "a.pdf,37"})
    void aPlaneInEachFormat(String name, int firstByte) throws IOException {
        Path out = folder.resolve(name);
        Outcome outcome = Outcome.of("plot", table(), out, "--x", "fe_h", "--y", "[Mg/Fe]");
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(Files.readAllBytes(out)[0] & 0xFF).isEqualTo(firstByte);
    }

    @Test
    void ofTheWidthThatWasAskedFor() throws IOException {
        Path out = folder.resolve("a.png");
        assertThat(Outcome.of("plot", table(), out, "--x", "fe_h", "--y", "age", "--width", "88mm")
                        .code())
                .isZero();
        BufferedImage image = ImageIO.read(out.toFile());
        assertThat(image.getWidth()).isCloseTo((int) Math.round(88 / 25.4 * 300), within(1));
    }

    @Test
    void cellsForScripts() throws IOException {
        JsonNode told = Outcome.of(
                        "plot",
                        table(),
                        folder.resolve("a.svg"),
                        "--x",
                        "fe_h",
                        "--y",
                        "[Mg/Fe]",
                        "--value",
                        "age",
                        "--statistic",
                        "mean",
                        "--cell",
                        "0.1,0.05",
                        "--minimum-count",
                        "1",
                        "--x-range",
                        "-2,2",
                        "--y-range",
                        "-1,1",
                        "--json")
                .json();
        long n = 0;
        for (JsonNode cell : told.path("cells")) {
            n += cell.path("n").asLong();
            // Age is 5 + 10 [Fe/H]: within a cell 0.1 wide it lies within 1.
            double middle =
                    0.5 * (cell.path("x_lo").asDouble() + cell.path("x_hi").asDouble());
            assertThat(cell.path("mean").asDouble()).isCloseTo(5 + 10 * middle, within(0.5 + 1e-3));
            assertThat(cell.path("x_hi").asDouble() - cell.path("x_lo").asDouble())
                    .isCloseTo(0.1, within(1e-12));
        }
        assertThat(n).isEqualTo(ROWS);
    }

    @Test
    void somePointsWithContoursAndSlices() throws IOException {
        Outcome outcome = Outcome.of(
                "plot",
                table(),
                folder.resolve("a.png"),
                "--x",
                "fe_h",
                "--y",
                "age",
                "--draw",
                "points",
                "--contours",
                "0.5,0.9",
                "--running-median",
                "100",
                "--slices",
                "fe_h",
                "--edges",
                "-0.5,0,0.5",
                "--where",
                "age > 0");
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(outcome.out())
                .contains("Single stars")
                .contains("enclosing 50 %, 90 %")
                .contains("running median");
    }

    @Test
    void aFigureThatDoesNotFitOnItsPaperHasItsUsualSize() throws IOException {
        Outcome outcome =
                Outcome.of("plot", table(), folder.resolve("a.png"), "--x", "fe_h", "--y", "age", "--width", "20mm");
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(outcome.out()).contains("its panels do not fit on paper of that size");
    }

    @Test
    void axesAreTurnedRoundAndLogarithmic() throws IOException {
        Path svg = folder.resolve("a.svg");
        Outcome outcome = Outcome.of(
                "plot",
                table(),
                svg,
                "--x",
                "age",
                "--y",
                "fe_h",
                "--x-range",
                "10,0.5",
                "--x-scale",
                "logarithmic",
                "--y-range",
                "0.5,-0.5");
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        Path usual = folder.resolve("b.svg");
        Outcome.of("plot", table(), usual, "--x", "age", "--y", "fe_h", "--x-range", "0.5,10", "--y-range", "-0.5,0.5");
        assertThat(Files.readString(svg)).isNotEqualTo(Files.readString(usual));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.png | --x fe_h --y age --x-range 1,1                     | has no two ends",
                "a.png | --x fe_h --y age --x-scale cubic                   | Write linear or log",
                "a.png | --x fe_h --y age --x-range -1,1 --x-scale log      | has no logarithm",
                "a.jpg | --x fe_h --y age                                   | names no format of figures",
                "a.png | --x feh --y age                                    | did you mean",
                "a.png | --x fe_h --y age --statistic mean                  | it is not said what the mean is of",
                "a.png | --x fe_h --y age --value age --statistic count     | has no value",
                "a.png | --x fe_h --y age --statistic mode                  | is not a statistic",
                "a.png | --x fe_h --y age --width 88                        | is no length on paper",
                "a.png | --x fe_h --y age --width 8mm                       | between 20 and",
                "a.png | --x fe_h --y age --height 80mm                     | a height without a width",
                "a.png | --x fe_h --y age --slices fe_h                     | belong together",
                "a.png | --x fe_h --y age --contours 1.5                    | does not lie between 0 and 1",
                "a.png | --x fe_h --y age --colours jet                     | is not a map of colours",
                "a.png | --x fe_h --y age --cell 0.1,0.2,0.3                | Give one or two",
                "a.png | --x fe_h --y age --where age                       | is not a condition",
                "a.png | --x fe_h --y age --where age>1e9                   | no star is left"
            })
    void mistakesAreTold(String out, String options, String told) throws IOException {
        Object[] words = ("plot|" + table() + "|" + folder.resolve(out) + "|" + options.replace(" ", "|")).split("\\|");
        Outcome outcome = Outcome.of(words);
        assertThat(outcome.code()).isNotZero();
        assertThat(outcome.err()).contains(told);
        assertThat(folder.resolve(out)).doesNotExist();
    }
}
