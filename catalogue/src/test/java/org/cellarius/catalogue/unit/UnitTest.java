package org.cellarius.catalogue.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.cellarius.catalogue.InputError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UnitTest {
    /** Factors made with astropy 5.2.1, {@code units.Unit(from).to(units.Unit(to))}, printed with repr. */
    @ParameterizedTest
    @CsvSource({
        "kpc, pc, 1000.0",
        "pc, m, 3.085677581491367e+16",
        "pc, au, 206264.80624709636",
        "kpc, km, 3.085677581491367e+16",
        "mas/yr, deg/s, 8.802246615008041e-15",
        "mas/yr, rad/s, 1.5362818500441604e-16",
        "km/s, pc/Myr, 1.022712165045695",
        "km/s, kpc/Gyr, 1.022712165045695",
        "kpc km/s, pc2/yr, 0.001022712165045695",
        "km2 s-2, m2/s2, 1000000.0",
        "Gyr, s, 3.15576e+16",
        "yr, d, 365.25",
        "deg, rad, 0.017453292519943295",
        "arcsec, deg, 0.0002777777777777778",
        "uas, mas, 0.001",
        "lyr, pc, 0.30660139378555057",
        "AU, pc, 4.84813681109536e-06",
        "solRad, km, 695700.0",
        "solMass, kg, 1.988409870698051e+30",
        "Angstrom, um, 0.0001",
        "um, km, 1e-9",
        "solMass/pc3, kg/m3, 6.767905323247329e-20",
        "km/s/kpc, Gyr-1, 1.0227121650456952",
        "uHz, d-1, 0.0864",
        "mmag, mag, 0.001",
        "h, d, 0.041666666666666664",
        "min, s, 60.0",
        "mas, arcmin, 1.6666666666666667e-05",
        "jupiterMass, solMass, 0.0009545942339693249",
        "jupiterRad, solRad, 0.10276268506540176",
        "g, kg, 0.001",
        "%, 1, 0.01"
    })
    void factorsAreThoseOfAstropy(String from, String to, double expected) {
        // A handful of multiplications, each good to half a unit in the last place.
        assertThat(Unit.parse(from).factorTo(Unit.parse(to))).isCloseTo(expected, within(4e-15 * expected));
    }

    @ParameterizedTest
    @CsvSource({
        "km/s, km/s",
        "km s-1, km/s",
        "km s^-1, km/s",
        "km s^{-1}, km/s",
        "km.s**-1, km/s",
        "km s**(-1), km/s",
        "km / s, km/s",
        "kms, km/s",
        "kms-1, km/s",
        "s-1 km, km/s",
        "mas.yr**-1, mas/yr",
        "mas/yr, mas/yr",
        "mas / yr, mas/yr",
        "masyr, mas/yr",
        "km / (kpc s), km/kpc/s",
        "km/s/kpc, km/s/kpc",
        "kpc km/s, kpc km/s",
        "km kpc s-1, km kpc/s",
        "'''electron''.s**-1', count/s",
        "degrees, deg",
        "Msun, solMass",
        "M_sun, solMass",
        "M☉, solMass",
        "Mo, solMass",
        "Lsun, solLum",
        "Msun/pc3, solMass/pc3",
        "um**-1, um-1",
        "1/yr, yr-1",
        "mas**-2, mas-2",
        "µas, uas",
        "'''dex''', dex",
        "[-], dex",
        "[Sun], dex",
        "log(Sun), dex",
        "[cm/s2], log(cm/s2)",
        "log(cm.s**-2), log(cm/s2)",
        "dex(cm / s2), log(cm/s2)",
        "log10(yr), log(yr)",
        "mag(AB), mag",
        "km km, km2"
    })
    void spellingsFoundInCataloguesReadAsOneUnit(String written, String canonical) {
        assertThat(Unit.parse(written).canonicalText()).isEqualTo(canonical);
        assertThat(Unit.parse(canonical)).as("what is written out is read back").isEqualTo(Unit.parse(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1", "-", "--", "---"})
    void manySignsMeanAPureNumber(String written) {
        assertThat(Unit.parse(written).canonicalText()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h:m:s", "hourangle", "d:m:s"})
    void sexagesimalTextIsRefusedWithARemedy(String written) {
        assertThatThrownBy(() -> Unit.parse(written))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("sexagesimal")
                .hasMessageContaining("decimal degrees");
    }

    @Test
    void anUnknownUnitSuggestsTheNearest() {
        assertThatThrownBy(() -> Unit.parse("arcsecs")).hasMessageContaining("Did you mean 'arcsec'?");
        assertThatThrownBy(() -> Unit.parse("furlong/yr"))
                .hasMessageContaining("unknown unit 'furlong/yr'")
                .hasMessageContaining("'furlong' in it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "km/s kpc",
                "km//s",
                "/s",
                "km/",
                "(km",
                "km)",
                "km**",
                "km^",
                "s2.5",
                "10",
                "km 3 s",
                "s99",
                "[[km]]",
                "log(",
                ")(",
                "log(log(yr))",
                "Fe/H",
                "((((((((((((km))))))))))))",
                "A",
                "2000.0"
            })
    void whatIsNoUnitOrCanBeReadInTwoWaysIsRefused(String written) {
        assertThatThrownBy(() -> Unit.parse(written)).isInstanceOf(InputError.class);
        assertThat(Unit.tryParse(written)).isEmpty();
    }

    @Test
    void unitsOfDifferentQuantitiesDoNotConvertAndBothAreNamed() {
        assertThatThrownBy(() -> Unit.parse("mas").factorTo(Unit.parse("kpc")))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("'mas'")
                .hasMessageContaining("'kpc'");
        assertThatThrownBy(() -> Unit.parse("dex").factorTo(Unit.parse("mag"))).isInstanceOf(InputError.class);
        assertThatThrownBy(() -> Unit.parse("").factorTo(Unit.parse("dex"))).hasMessageContaining("pure number");
    }

    @Test
    void aLogarithmConvertsToItselfAlone() {
        assertThat(Unit.parse("log(yr)").factorTo(Unit.parse("log10(yr)"))).isEqualTo(1);
        assertThatThrownBy(() -> Unit.parse("log(yr)").factorTo(Unit.parse("log(Gyr)")))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("shift");
        assertThatThrownBy(() -> Unit.parse("log(yr)").factorTo(Unit.parse("Gyr")))
                .isInstanceOf(InputError.class);
        assertThat(Unit.parse("log(yr)").convertsTo(Unit.parse("yr"))).isFalse();
    }

    @Test
    void aSurfaceGravityInDexIsInCentimetresPerSecondSquared() {
        assertThat(Unit.parse("dex").factorTo(Unit.parse("log(cm.s**-2)"))).isEqualTo(1);
        assertThat(Unit.parse("log(cm.s**-2)").convertsTo(Unit.parse("dex"))).isFalse();
    }
}
