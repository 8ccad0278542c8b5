package org.cellarius.measure.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void aValueHasTheDigitsOfItsErrors() {
        assertThat(Numbers.withErrors(-0.060211, 0.00113, 0.0304))
                .isEqualTo("−0.0602 ± 0.0011 (stat.) ± 0.0304 (syst.)");
        assertThat(Numbers.withErrors(-0.060211, 0.0113, 0)).isEqualTo("−0.060 ± 0.011 (stat.) ± 0.000 (syst.)");
        assertThat(Numbers.withErrors(1.23456, Double.NaN, 0.25)).isEqualTo("1.23 ± 0.25 (syst.)");
        assertThat(Numbers.withError(0.239698, 0.0071)).isEqualTo("0.2397 ± 0.0071");
    }

    @Test
    void aNumberWithoutAnErrorHasThreeDigits() {
        assertThat(key(0.239698, Double.NaN)).isEqualTo("0.24 dex");
        assertThat(key(0.23456789, Double.NaN)).isEqualTo("0.235 dex");
        assertThat(key(1, 0)).isEqualTo("1 dex");
        assertThat(key(-0.0741234, 0.012)).isEqualTo("−0.074 ± 0.012 dex");
    }

    private static String key(double value, double error) {
        return new KeyNumber("mdf", "", OptionalLong.of(5), "sd", value, error, Double.NaN, "dex", "OK", "").text();
    }

    @Test
    void verySmallErrorsCostNoDigitsOfTheValue() {
        assertThat(Numbers.withError(-0.123456789012, 2e-10)).isEqualTo("−1.2345678901e−01 ± 2.0e−10");
        assertThat(Numbers.withError(1e-12, 1e-13)).isEqualTo("1.00e−12 ± 1.0e−13");
        assertThat(Numbers.withError(1e-14, 1e-11)).isEqualTo("1.0e−14 ± 1.0e−11");
        assertThat(Numbers.withError(0.5, 1e-30)).isEqualTo("5.000000000000000e−01 ± 1.0e−30");
    }
}
