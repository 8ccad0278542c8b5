package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.cellarius.figure.ErrorBars;
import org.cellarius.figure.Layer;
import org.cellarius.figure.Points;
import org.cellarius.measure.product.Illustration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Series that are laid over each other have bars while these hide nothing, and typical errors in the caption above that. */
class ManyStarsTogetherTest {

    @TempDir
    Path folder;

    /** Young stars have errors of 0.02 dex, old ones of 0.5. */
    private Illustration together(int stars) {
        var random = new Random(3);
        var text = new StringBuilder("r,feh,efeh,age\n");
        for (int i = 0; i < stars; i++) {
            double r = 6 + 6 * random.nextDouble();
            double y = 0.5 - 0.06 * r + 0.08 * random.nextGaussian();
            text.append(r + "," + y + "," + (i % 2 == 0 ? 0.02 : 0.5) + "," + (i % 2 == 0 ? 2 : 6) + "\n");
        }
        return new MiniStudy(folder)
                .file("stars.csv", text.toString())
                .study(MiniStudy.of(
                        "{r: {from: r, unit: kpc}, fe_h: {from: feh, unit: dex}, fe_h_error: {from: efeh, unit: dex}, age: {from: age, unit: Gyr}}",
                        """
                        populations: {young: age < 4, old: age >= 4}
                        products:
                          both: {kind: gradient, x: r, y: fe_h, y-error: fe_h_error, method: wls, populations: [young, old], figures: together}
                        """))
                .replace()
                .products()
                .getFirst()
                .illustrations()
                .getFirst();
    }

    private static long layers(Illustration of, Class<? extends Layer> kind) {
        return of.figure().panels().getFirst().layers().stream()
                .filter(kind::isInstance)
                .count();
    }

    @Test
    void uptoAThousandStarsHaveTheirBars() {
        Illustration few = together(1000);
        assertThat(layers(few, ErrorBars.class)).isEqualTo(2);
        assertThat(layers(few, Points.class)).isZero();
        assertThat(few.caption()).contains("Points: stars;").doesNotContain("median errors");
    }

    @Test
    void moreAreDotsAndTheCaptionTellsTheirErrors() {
        Illustration many = together(1002);
        assertThat(layers(many, ErrorBars.class)).isZero();
        assertThat(layers(many, Points.class)).isEqualTo(2);
        assertThat(many.caption())
                .contains("without error bars; median errors: young 0.02 dex in [Fe/H]; old 0.5 dex in [Fe/H]");
        // The axes need no room for bars that are not drawn, down to -0.8.
        assertThat(many.figure().panels().getFirst().y().min()).isGreaterThan(-0.6);
    }

    /** The highest star is below a legend of two lines. */
    @Test
    void theLegendHasRoomAboveTheStars() {
        Illustration many = together(1002);
        var panel = many.figure().panels().getFirst();
        double highest = panel.layers().stream()
                .filter(Points.class::isInstance)
                .flatMapToDouble(l -> java.util.Arrays.stream(((Points) l).y()))
                .max()
                .orElseThrow();
        assertThat((panel.y().max() - highest) / (panel.y().max() - panel.y().min()))
                .isGreaterThan(0.08);
    }
}
