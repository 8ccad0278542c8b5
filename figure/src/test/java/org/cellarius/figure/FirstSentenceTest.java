package org.cellarius.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstSentenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Line through medians (Long et al. 2025). Grey: stars. | Line through medians (Long et al. 2025).   | Grey: stars.",
                "Spread (Imig et al. 2023, eqs. 2 and 3). Bars.        | Spread (Imig et al. 2023, eqs. 2 and 3). | Bars.",
                "Bins of 0.5 kpc. Line.                                | Bins of 0.5 kpc.                         | Line.",
                "One sentence.                                         | One sentence.                            | ''"
            })
    void endsAtItsFullStop(String caption, String first, String rest) {
        FirstSentence cut = FirstSentence.of(caption);
        assertThat(cut.text()).isEqualTo(first);
        assertThat(cut.rest()).isEqualTo(rest);
        assertThat(cut.then("")).isEqualTo(caption);
        assertThat(cut.then("Stars: all.")).startsWith(first + " Stars: all.").endsWith(rest);
    }
}
