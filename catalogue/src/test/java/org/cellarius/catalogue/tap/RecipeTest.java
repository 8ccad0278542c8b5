package org.cellarius.catalogue.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.cellarius.catalogue.InputError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every query that comes with the program says what it is, and asks for columns that the archive has. */
class RecipeTest {

    /** Names in Gaia's archive (data model of Gaia DR3: gaia_source, astrophysical_parameters; Bailer-Jones et al. 2021). */
    private static final Set<String> KNOWN = Set.of(
            ("source_id ref_epoch ra ra_error dec dec_error parallax parallax_error parallax_over_error pmra pmra_error pmdec pmdec_error "
                            + "ra_dec_corr ra_parallax_corr ra_pmra_corr ra_pmdec_corr dec_parallax_corr dec_pmra_corr dec_pmdec_corr "
                            + "parallax_pmra_corr parallax_pmdec_corr pmra_pmdec_corr radial_velocity radial_velocity_error "
                            + "phot_g_mean_mag phot_bp_mean_mag phot_rp_mean_mag bp_rp nu_eff_used_in_astrometry pseudocolour "
                            + "astrometric_params_solved ruwe teff_gspspec teff_gspspec_lower teff_gspspec_upper "
                            + "logg_gspspec logg_gspspec_lower logg_gspspec_upper mh_gspspec mh_gspspec_lower mh_gspspec_upper "
                            + "alphafe_gspspec flags_gspspec r_med_geo r_lo_geo r_hi_geo r_med_photogeo r_lo_photogeo r_hi_photogeo flag "
                            + "name stars separation_arcsec gaiadr3 gaiaedr3 gaia_source astrophysical_parameters external gaiaedr3_distance "
                            + "tap_upload g d s a select from where join left on as and is not null contains point circle distance icrs like")
                    .split(" ", -1));

    @ParameterizedTest
    @MethodSource("org.cellarius.catalogue.tap.Recipe#all")
    void aRecipeSaysWhatItIsAndWhereItIsFrom(Recipe recipe) {
        assertThat(recipe.title()).isNotEmpty();
        assertThat(recipe.paper()).isNotEmpty();
        assertThat(recipe.head("selects")).isNotEmpty();
        assertThat(recipe.head("source")).isNotEmpty();
        assertThat(TapService.of(recipe.service()).name()).isEqualTo("gaia");
        assertThat(recipe.values().keySet()).containsExactlyInAnyOrderElementsOf(recipe.places());
        if (!recipe.paper().equals("general") && !recipe.name().startsWith("bailer")) {
            assertThat(recipe.head("source")).contains("RECONSTRUCTION");
        }
    }

    @ParameterizedTest
    @MethodSource("org.cellarius.catalogue.tap.Recipe#all")
    void aRecipeNamesNothingThatTheArchiveDoesNotHave(Recipe recipe) {
        String plain = recipe.adql(Map.of()).replaceAll("'0+%'", "");
        assertThat(plain).startsWith("SELECT").doesNotContain("${", "--");
        Pattern.compile("[A-Za-z_][A-Za-z0-9_]*")
                .matcher(plain)
                .results()
                .forEach(word -> assertThat(KNOWN).contains(word.group().toLowerCase(java.util.Locale.ROOT)));
    }

    @Test
    void valuesAreNumbersOrNames() {
        Recipe cone = Recipe.of("gaia-cone");
        assertThat(cone.adql(Map.of("dec", "-1.5e1"))).contains("56.75, -1.5e1, 1.0");
        assertThatThrownBy(() -> cone.adql(Map.of("dec", "1; DROP"))).isInstanceOf(InputError.class);
        assertThatThrownBy(() -> cone.adql(Map.of("depth", "1")))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("no value 'depth'");
    }
}
