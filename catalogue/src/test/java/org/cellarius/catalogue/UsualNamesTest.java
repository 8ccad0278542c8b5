package org.cellarius.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.UsualNames.Recognised;
import org.junit.jupiter.api.Test;

/** Columns are recognised as their catalogues mean them; what could be anything is left alone. */
final class UsualNamesTest {

    private static ColumnDescription number(String name) {
        return new ColumnDescription(name, ColumnType.DOUBLE, "", "");
    }

    private static ColumnDescription number(String name, String unit) {
        return new ColumnDescription(name, ColumnType.DOUBLE, unit, "");
    }

    private static Map<String, String> recognised(ColumnDescription... columns) {
        Map<String, String> found = new LinkedHashMap<>();
        UsualNames.of(List.of(columns)).forEach(r -> found.put(r.canonical(), r.column()));
        return found;
    }

    @Test
    void everyUsualNameIsOfAKnownColumnAndStandsForOneOnly() {
        for (String canonical : CanonicalColumns.names()) {
            assertThat(recognised(new ColumnDescription(
                            canonical,
                            canonical.equals("source_id") ? ColumnType.LONG : ColumnType.DOUBLE,
                            CanonicalColumns.unitOf(canonical).orElseThrow().canonicalText(),
                            "")))
                    .as(canonical)
                    .satisfiesAnyOf(
                            f -> assertThat(f).isEmpty(),
                            f -> assertThat(f).containsExactly(Map.entry(canonical, canonical)));
        }
    }

    @Test
    void clustersOfVizierAreRecognised() {
        assertThat(recognised(
                        number("RA_ICRS", "deg"),
                        number("DE_ICRS", "deg"),
                        number("GLON", "deg"),
                        number("plx", "mas"),
                        number("e_plx", "mas"),
                        number("pmRA*", "mas/yr"),
                        number("pmDE", "mas/yr"),
                        number("RV", "km/s"),
                        number("e_RV", "km/s"),
                        number("[Fe/H]"),
                        number("e_[Fe/H]"),
                        number("distPc"),
                        number("AgeGyr")))
                .containsEntry("ra", "RA_ICRS")
                .containsEntry("dec", "DE_ICRS")
                .containsEntry("parallax", "plx")
                .containsEntry("parallax_error", "e_plx")
                .containsEntry("pmra", "pmRA*")
                .containsEntry("pmdec", "pmDE")
                .containsEntry("radial_velocity_error", "e_RV")
                .containsEntry("fe_h", "[Fe/H]")
                .containsEntry("fe_h_error", "e_[Fe/H]")
                .containsEntry("distance", "distPc")
                .containsEntry("age", "AgeGyr");
    }

    @Test
    void aUnitInTheNameIsTold() {
        assertThat(UsualNames.of(List.of(number("r_med_geo"))))
                .containsExactly(new Recognised("distance", "r_med_geo", Optional.of("pc")));
        assertThat(UsualNames.of(List.of(number("dist_pc"), number("age_myr"), number("RAdeg"))))
                .containsExactly(
                        new Recognised("ra", "RAdeg", Optional.of("deg")),
                        new Recognised("distance", "dist_pc", Optional.of("pc")),
                        new Recognised("age", "age_myr", Optional.of("Myr")));
    }

    @Test
    void aUnitThatDoesNotFitIsAnotherQuantity() {
        assertThat(recognised(number("r", "mag"), number("d", "deg"), number("age", "kpc"), number("z", "km/s")))
                .isEmpty();
        assertThat(recognised(number("r", "kpc"))).containsEntry("r", "r");
    }

    @Test
    void brightnessesAndTextsAreNoRadii() {
        assertThat(recognised(number("g"), number("r"), number("i"), number("z")))
                .isEmpty();
        assertThat(recognised(new ColumnDescription("RAJ2000", ColumnType.TEXT, "h:m:s", "")))
                .isEmpty();
    }

    @Test
    void theBetterNameWinsAndEachColumnIsTakenOnce() {
        assertThat(recognised(number("RAJ2000"), number("RA_ICRS")))
                .containsEntry("ra", "RA_ICRS")
                .hasSize(1);
        assertThat(recognised(number("rgc"))).containsExactly(Map.entry("r", "rgc"));
    }

    @Test
    void aUcdHelpsWhereTheNameDoesNot() {
        assertThat(recognised(
                        new ColumnDescription("col1", ColumnType.DOUBLE, "deg", "", "pos.eq.ra;meta.main"),
                        new ColumnDescription("col2", ColumnType.DOUBLE, "deg", "", "pos.eq.dec"),
                        new ColumnDescription("col3", ColumnType.DOUBLE, "km/s", "", "spect.dopplerVeloc.opt"),
                        new ColumnDescription("col4", ColumnType.DOUBLE, "km/s", "", "stat.error;spect.dopplerVeloc")))
                .containsExactly(
                        Map.entry("ra", "col1"), Map.entry("dec", "col2"), Map.entry("radial_velocity", "col3"));
    }
}
