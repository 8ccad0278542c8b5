package org.cellarius.catalogue.survey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaiaReleaseTest {

    /** Names that published tables have. */
    @ParameterizedTest
    @CsvSource({
        "GAIAEDR3_SOURCE_ID, EDR3",
        "dr3_source_id, DR3",
        "dr2_source_id, DR2",
        "gaia_dr2_source_id, DR2",
        "gaiadr3_source_id, DR3",
        "gaia_dr3_source_id, DR3",
        "GaiaEDR3, EDR3",
        "Gaia_DR_2, DR2",
        "source_id_dr4, DR4",
        "GAIA_SOURCE_ID, none",
        "source_id, none",
        "GaiaDR31, none",
        "dr2_number, none",
        "obsid, none",
    })
    void aColumnsNameTells(String column, String release) {
        assertThat(GaiaRelease.toldBy(column).map(Enum::name).orElse("none")).isEqualTo(release);
    }

    @Test
    void onlyEdr3AndDr3AreOneListOfSources() {
        for (GaiaRelease a : GaiaRelease.all()) {
            for (GaiaRelease b : GaiaRelease.all()) {
                boolean same =
                        a == b || (a.title() + b.title()).replace("EDR", "DR").equals("Gaia DR3Gaia DR3");
                assertThat(a.sharesIdentifiersWith(b)).as(a + " " + b).isEqualTo(same && a != GaiaRelease.UNTOLD);
            }
        }
    }
}
