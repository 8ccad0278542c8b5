package org.cellarius.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*{R}_{g} (kpc^{-1})   | Rg (kpc-1)",
                "!{N} of *{Z}          | N of Z",
                "a_b * {c}             | a_b * {c}",
                "*{open                | *{open"
            })
    void isLeftOutOfPlainText(String marked, String plain) {
        assertThat(Markup.plain(marked)).isEqualTo(plain);
    }
}
