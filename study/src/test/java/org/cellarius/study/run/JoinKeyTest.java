package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.cellarius.catalogue.InputError;
import org.cellarius.study.result.RunResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys as files have them: texts with blanks, numbers as texts, identifiers of 19 digits, floating-point columns. */
class JoinKeyTest {

    /** Two identifiers of Gaia that no 64-bit floating-point number tells apart, and a small one. */
    private static final String LONG_KEYS =
            "id,x,y\n4295806720000000001,1,1\n4295806720000000002,2,3\n42,3,2\n43,4,5\n";

    @TempDir
    Path folder;

    private MiniStudy mini;

    @BeforeEach
    void fourStars() {
        mini = new MiniStudy(folder).file("stars.csv", LONG_KEYS);
    }

    private RunResult joined(String key) {
        return mini.study("""
                study: mini
                catalogues:
                  survey:
                    file: stars.csv
                    columns: {id: id, x: {from: x, unit: kpc}, y: {from: y, unit: kpc}}
                    join: {file: spectra.csv, on: id, columns: {id: %s, fe_h: {from: fe, unit: dex}}}
                %s""".formatted(key, MiniStudy.LINE)).run();
    }

    private List<List<String>> found() {
        return mini.stars("SELECT x, fe_h FROM stars");
    }

    @Test
    void numbersInOneFileAndTextInTheOtherAreComparedDigitByDigit() {
        mini.file("spectra.csv", "id,fe\n 4295806720000000002 ,0.2\nnone,0.9\n+42,0.3\n43.5,0.8\n0043,0.4\n");
        RunResult result = joined("id");
        assertThat(found()).containsExactly(List.of("2.0", "0.2"), List.of("3.0", "0.3"), List.of("4.0", "0.4"));
        assertThat(MiniStudy.flow(result))
                .contains(
                        "join survey: with spectra.csv on id (as whole numbers: integers in the catalogue, text in the file) | 4 3 1");
    }

    @Test
    void textsAreComparedWithoutBlanksAroundThem() {
        mini.file("stars.csv", "id,x,y\n\"2M1 \",1,1\n 2M2,2,3\n2M3,3,2\n\"  \",4,5\n")
                .file("spectra.csv", "id,fe\n2M2\t,0.2\n\"2M1   \",0.1\n2m3,0.3\n\" \",0.4\n");
        joined("id");
        assertThat(found()).containsExactly(List.of("1.0", "0.1"), List.of("2.0", "0.2"));
    }

    @Test
    void aKeyIsRepeatedAlsoIfOnlyBlanksTellItsRowsApart() {
        mini.file("stars.csv", "id,x,y\na,1,1\nb,2,3\nc,3,2\n")
                .file("spectra.csv", "id,fe\nc,0\n\"b \",0.2\na,0.1\n b,0.3\na,0\n");
        assertThatThrownBy(() -> joined("id"))
                .isInstanceOf(InputError.class)
                .hasMessageContaining(
                        "'id' is repeated in spectra.csv: 5 values, 3 different ones; the first that is repeated is b (2 rows)");
    }

    @Test
    void wholeFloatingPointNumbersAreIntegers() {
        mini.file("spectra.csv", "id,fe\n42.0,0.3\n43.5,0.4\n");
        joined("id");
        assertThat(found()).containsExactly(List.of("3.0", "0.3"));
    }

    @Test
    void identifiersWhoseLastDigitsAreLostAreRefused() {
        mini.file("spectra.csv", "id,fe\n4295806720000000002.0,0.3\n43.5,0.4\n");
        assertThatThrownBy(() -> joined("id"))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("above 2^53, whose last digits are lost");
    }
}
