package org.cellarius.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lightness is checked as CIE L*, not in the space in which the colours were mixed. */
class ColourMapTest {

    private static double lightness(Color colour) {
        double y = 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
        return y > 216.0 / 24389 ? 116 * Math.cbrt(y) - 16 : y * 24389.0 / 27;
    }

    private static double linear(int value) {
        double v = value / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    private static Color entry(ColourMap map, int i) {
        return map.colour((i + 0.5) / ColourMap.SIZE);
    }

    @ParameterizedTest
    @EnumSource(names = {"VIRIDIS", "CIVIDIS"})
    void lightnessNeverFallsAlongASequentialMap(ColourMap map) {
        for (int i = 1; i < ColourMap.SIZE; i++) {
            // 8-bit rounding of one channel is worth up to a third of a unit of L*.
            assertThat(lightness(entry(map, i))).as("entry %d", i).isGreaterThan(lightness(entry(map, i - 1)) - 0.35);
        }
        for (int i = 8; i < ColourMap.SIZE; i++) {
            assertThat(lightness(entry(map, i))).isGreaterThan(lightness(entry(map, i - 8)));
        }
    }

    @Test
    void greysGetDarkerTowardsMoreStars() {
        for (int i = 8; i < ColourMap.SIZE; i++) {
            assertThat(lightness(entry(ColourMap.GREYS, i))).isLessThan(lightness(entry(ColourMap.GREYS, i - 8)));
        }
    }

    @Test
    void theDivergingMapIsEquallyLightOnBothSidesAndLightestInTheMiddle() {
        for (int i = 0; i < 128; i++) {
            double blue = lightness(entry(ColourMap.BLUE_ORANGE, i));
            double orange = lightness(entry(ColourMap.BLUE_ORANGE, 255 - i));
            // Oklab and CIE lightness differ by a few units for saturated colours.
            assertThat(blue).as("entry %d", i).isCloseTo(orange, within(5.0));
            if (i >= 8) {
                assertThat(blue).isGreaterThan(lightness(entry(ColourMap.BLUE_ORANGE, i - 8)));
                assertThat(orange).isGreaterThan(lightness(entry(ColourMap.BLUE_ORANGE, 255 - i + 8)));
            }
        }
        Color middle = ColourMap.BLUE_ORANGE.colour(0.5);
        assertThat(Math.abs(middle.getRed() - middle.getBlue())).isLessThan(8);
        assertThat(lightness(middle)).isGreaterThan(94);
    }

    @Test
    void viridisHasItsPublishedColours() {
        // matplotlib 3.9, _cm_listed.py: entries 0, 85, 170 and 255 of viridis.
        assertClose(ColourMap.VIRIDIS.colour(0), 0x440154);
        assertClose(entry(ColourMap.VIRIDIS, 85), 0x31688E);
        assertClose(entry(ColourMap.VIRIDIS, 170), 0x35B779);
        assertClose(ColourMap.VIRIDIS.colour(1), 0xFDE725);
    }

    private static void assertClose(Color colour, int rgb) {
        Color expected = new Color(rgb);
        assertThat(Math.abs(colour.getRed() - expected.getRed())).isLessThanOrEqualTo(2);
        assertThat(Math.abs(colour.getGreen() - expected.getGreen())).isLessThanOrEqualTo(2);
        assertThat(Math.abs(colour.getBlue() - expected.getBlue())).isLessThanOrEqualTo(2);
    }

    @Test
    void valuesOutsideAScaleTakeTheNearerEnd() {
        ColourScale scale = new ColourScale(ColourMap.VIRIDIS, "v", "km s^{-1}", -10, 10);
        assertThat(scale.colour(-1e9)).isEqualTo(ColourMap.VIRIDIS.colour(0));
        assertThat(scale.colour(1e9)).isEqualTo(ColourMap.VIRIDIS.colour(1));
    }
}
