package org.cellarius.catalogue.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NameWithUnitTest {
    @ParameterizedTest
    @CsvSource({
        "ra[deg], ra, deg",
        "ra (deg), ra, deg",
        "dist[kpc], dist, kpc",
        "pmRA(mas/yr), pmRA, mas/yr",
        "Teff (K), Teff, K",
        "feh[dex], feh, dex",
        "[Fe/H] (dex), [Fe/H], dex",
        "efeh[dex], efeh, dex",
        "logg (log(cm/s2)), logg, log(cm/s2)",
        "age[], age, ''"
    })
    void aBracketThatIsAUnitIsPartedOff(String written, String name, String unit) {
        assertThat(NameWithUnit.of(written)).isEqualTo(new NameWithUnit(name, unit));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Fe/H]",
                "e_[Fe/H]",
                "[Fe/H]50",
                "e_[Fe/H]ANN",
                "X_H[0]",
                "X_H[1]",
                "PARAMFLAG[8]",
                "log(age/yr)",
                "log(yr)",
                "logL/Lo",
                "M/Mo(ini)",
                "RA(2000.0)",
                "Mode(s)",
                "apogee[0,1]",
                "A(Mo)",
                "E(B-V)",
                "ra",
                "()",
                "[]",
                "(deg)",
                "a]"
            })
    void everyOtherBracketBelongsToTheName(String written) {
        assertThat(NameWithUnit.of(written)).isEqualTo(new NameWithUnit(written, ""));
    }
}
