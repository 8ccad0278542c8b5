package org.cellarius.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestWordTest {
    @ParameterizedTest
    @CsvSource({"'', '', 0", "a, '', 1", "kitten, sitting, 3", "ab, ba, 1", "ca, abc, 3", "feh, fe_h, 1"})
    void slipsAreCountedAsDamerauDid(String a, String b, int slips) {
        assertThat(NearestWord.slips(a, b)).isEqualTo(slips);
        assertThat(NearestWord.slips(b, a)).as("the count is symmetric").isEqualTo(slips);
    }

    @Test
    void theNearestWordWinsAndCaseDoesNotCount() {
        List<String> words = List.of("distance", "distance_error", "FE_H", "mg_fe");
        assertThat(NearestWord.in(words, "distnace")).contains("distance");
        assertThat(NearestWord.in(words, "feh")).contains("FE_H");
        assertThat(NearestWord.in(words, "Fe_H")).contains("FE_H");
    }

    @Test
    void aWordFarFromAllFindsNone() {
        assertThat(NearestWord.in(List.of("distance", "age"), "temperature")).isEmpty();
        assertThat(NearestWord.in(List.of("ra", "dec"), "xyz")).isEmpty();
        assertThat(NearestWord.in(List.of(), "age")).isEmpty();
    }
}
