package org.cellarius.catalogue.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NumberBytesTest {
    private static double value(String word) {
        byte[] bytes = ("x" + word + "y").getBytes(StandardCharsets.UTF_8);
        return NumberBytes.value(bytes, 1, bytes.length - 1);
    }

    @Test
    void randomNumbersAreThoseOfJavasParserToTheLastBit() {
        var random = new SplittableRandom(5);
        for (int i = 0; i < 200_000; i++) {
            double x = Double.longBitsToDouble(random.nextLong());
            String word = switch (i % 4) {
                case 0 -> Double.toString(random.nextDouble(-360, 360));
                case 1 -> String.format(Locale.ROOT, "%." + random.nextInt(1, 20) + "f", random.nextDouble(-1e4, 1e4));
                case 2 -> Long.toString(random.nextLong());
                default -> Double.isFinite(x) ? Double.toString(x) : "1e-5";
            };
            assertThat(value(word)).as(word).isEqualTo(Double.parseDouble(word));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "+1.5",
                ".5",
                "5.",
                " 12 ",
                "00012.50",
                "9007199254740993",
                "1e22",
                "1E-30",
                "123456789012345678901"
            })
    void formsOfNumbers(String word) {
        assertThat(value(word)).isEqualTo(Double.parseDouble(word.strip()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "-", "+", ".", "-.", "1.2.3", "12a", "0x1p3", "NaN", "inf", "1d5", "5f", "1 2", "--5", "١"
            })
    void whatIsNoNumberIsNaN(String word) {
        assertThat(value(word)).isNaN();
    }
}
