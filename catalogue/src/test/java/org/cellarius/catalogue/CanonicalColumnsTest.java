package org.cellarius.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CanonicalColumnsTest {
    @ParameterizedTest
    @CsvSource({
        "ra, deg",
        "ra_error, mas",
        "parallax_error, mas",
        "pmra, mas/yr",
        "radial_velocity, km/s",
        "distance_lo, kpc",
        "distance_hi, kpc",
        "age, Gyr",
        "fe_h_error, dex",
        "teff, K",
        "l_z, kpc km/s",
        "energy, km2/s2",
        "logg, log(cm/s2)",
        "ecc, ''",
        "ra_dec_corr, ''"
    })
    void everyCanonicalColumnHasItsUnit(String name, String unit) {
        assertThat(CanonicalColumns.unitOf(name).orElseThrow().canonicalText()).isEqualTo(unit);
    }

    @Test
    void allNamesOfTheStarTableAreThere() {
        assertThat(CanonicalColumns.names())
                .contains(
                        "source_id",
                        "ra",
                        "dec",
                        "parallax",
                        "pmra",
                        "pmdec",
                        "radial_velocity",
                        "distance",
                        "teff",
                        "logg",
                        "fe_h",
                        "alpha_fe",
                        "mg_fe",
                        "age",
                        "x",
                        "y",
                        "z",
                        "vx",
                        "vy",
                        "vz",
                        "r",
                        "phi",
                        "v_r",
                        "v_phi",
                        "v_z",
                        "rg",
                        "zmax",
                        "r_peri",
                        "r_apo",
                        "ecc",
                        "j_r",
                        "l_z",
                        "j_z",
                        "energy")
                .doesNotHaveDuplicates();
        assertThat(CanonicalColumns.unitOf("no_such_column")).isEmpty();
        assertThat(CanonicalColumns.unitOf("source_id_error"))
                .as("an identifier has no error")
                .isEmpty();
    }

    @Test
    void aSlipOfThePenFindsTheNearestNames() {
        assertThat(CanonicalColumns.nearest("paralax")).startsWith("parallax");
        assertThat(CanonicalColumns.nearest("radialvelocity")).startsWith("radial_velocity");
        assertThat(CanonicalColumns.nearest("quite something else")).isEmpty();
    }
}
