package org.cellarius.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RichTextTest {

    @Test
    void indicesAreSmallerAndOffTheBaseline() {
        var runs = RichText.of("*{R}_{g}^{2} (kpc)", 10).runs();
        assertThat(runs).extracting(RichText.Run::text).containsExactly("R", "g", "2", " (kpc)");
        assertThat(runs.get(0).face()).isEqualTo(Typeface.OBLIQUE);
        assertThat(runs.get(1).risePt()).isNegative();
        assertThat(runs.get(1).sizePt()).isEqualTo(7);
        assertThat(runs.get(2).risePt()).isPositive();
    }

    @Test
    void aNegativePowerHasAMinusSignNotAHyphen() {
        assertThat(RichText.of("km s^{-1}", 8).runs().get(1).text()).isEqualTo("\u22121");
    }

    @Test
    void boldStaysOnTheBaselineInFullSize() {
        assertThat(RichText.of("!{(a)} x", 8).runs().getFirst())
                .isEqualTo(new RichText.Run("(a)", Typeface.BOLD, 8, 0));
    }

    @Test
    void openMarkupIsShownAsItStands() {
        assertThat(RichText.of("a_{b", 8).runs()).extracting(RichText.Run::text).containsExactly("a_{b");
    }

    @Test
    void aCharacterThatTheFontLacksIsReplacedVisibly() {
        assertThat(RichText.of("\u4E2D", 8).runs().getFirst().text()).isEqualTo("\uFFFD");
    }

    @Test
    void widthsAreThoseOfTheFont() {
        // DejaVu Sans 2.37, table hmtx: 'R' advances 1423 of 2048 units.
        assertThat(RichText.of("R", 2048).widthPt()).isCloseTo(1423, within(1e-9));
        assertThat(RichText.of("RR", 8).widthPt()).isCloseTo(2 * 1423 * 8 / 2048.0, within(1e-9));
    }
}
