package org.cellarius.galaxy.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountIntervalTest {

    /** Half the quantiles of chi-square with 2n and 2n + 2 degrees of freedom, by scipy 1.10.1 (chi2.ppf, chi2.isf). */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 1.8410216450092638",
        "1, 0.17275377902344988, 3.299526559115856",
        "2, 0.7081854398189711, 4.637859623455245",
        "3, 1.3672953138904334, 5.918185832883398",
        "5, 2.8403088555932197, 8.38247265214689",
        "10, 6.891305560638356, 14.266949761009393",
        "30, 24.553477544563936, 36.538046372667935",
        "100, 90.0167451771134, 111.03336094114968",
        "1000, 968.3825014065658, 1032.633323474849",
        "20000, 19858.579822645894, 20142.42371361401",
    })
    void gehrelsLimitsAreExact(long n, double low, double high) {
        assertThat(CountInterval.GEHRELS1986.low(n)).isEqualTo(low, within(1e-10 * n + 1e-13));
        assertThat(CountInterval.GEHRELS1986.high(n)).isEqualTo(high, within(1e-10 * high));
    }

    /** Gehrels (1986), tables 1 and 2, at one sigma. */
    @ParameterizedTest
    @CsvSource({"0, 0, 1.841", "1, 0.173, 3.300", "4, 2.086, 7.163", "10, 6.891, 14.27"})
    void andThoseOfThePaper(long n, double low, double high) {
        assertThat(CountInterval.GEHRELS1986.low(n)).isEqualTo(low, within(5e-4));
        assertThat(CountInterval.GEHRELS1986.high(n)).isEqualTo(high, within(5e-3));
    }

    @Test
    void rootsOfNoneSayNothing() {
        assertThat(CountInterval.SQRT_N.low(9)).isEqualTo(6);
        assertThat(CountInterval.SQRT_N.high(9)).isEqualTo(12);
        assertThat(CountInterval.SQRT_N.high(0)).isZero();
    }
}
