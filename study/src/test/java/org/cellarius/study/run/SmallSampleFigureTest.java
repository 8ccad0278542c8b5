package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.cellarius.figure.ErrorBars;
import org.cellarius.figure.Layer;
import org.cellarius.figure.OutsidePoints;
import org.cellarius.figure.Panel;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.ProductResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of few stars show all of them. */
class SmallSampleFigureTest {

    private static final String COLUMNS =
            "{r: {from: r, unit: kpc}, fe_h: {from: feh, unit: dex}, fe_h_error: {from: efeh, unit: dex}}";

    private static final String SECTIONS = """
            products:
              by-errors: {kind: gradient, x: r, y: fe_h, y-error: fe_h_error, method: wls, minimum-count: 3}
              pairs: {kind: gradient, x: r, y: fe_h, method: theil-sen, minimum-count: 3}
              spread: {kind: distribution, value: fe_h, width: 0.1, minimum-count: 2}
              log: {kind: gradient, x: log(r) + LOG10(r), y: fe_h, method: ols, minimum-count: 3, where: r < 1000}
              one: {kind: gradient, x: r, y: fe_h, method: theil-sen, minimum-count: 3, where: r > 1000}
            """;

    private static final int STARS = 300;

    @Test
    void everyStarIsHeldByTheAxesOrPointedTo(@TempDir Path folder) throws Exception {
        var random = new Random(4);
        var text = new StringBuilder("r,feh,efeh\n");
        for (int i = 0; i < STARS; i++) {
            double r = 6 + 6 * random.nextDouble();
            double y = 0.5 - 0.06 * r + 0.08 * random.nextGaussian();
            text.append((i == 7 ? "1e30" : r) + "," + (i == 9 ? -1.2 : y) + ",0.0" + (3 + i % 6) + "\n");
        }
        List<ProductResult> products = new MiniStudy(folder)
                .file("stars.csv", text.toString())
                .study(MiniStudy.of(COLUMNS, SECTIONS))
                .run()
                .products();

        Panel panel = panel(products.getFirst());
        ErrorBars stars = only(panel, ErrorBars.class);
        assertThat(stars.x()).hasSize(STARS);
        assertThat(DoubleStream.of(stars.yPlus()).filter(e -> e >= 0.03 && e < 0.09))
                .hasSize(STARS);
        assertThat(panel.y().min()).isLessThan(-1.2 - 0.03);
        assertThat(panel.x().max()).isBetween(12.0, 13.0);
        assertThat(only(panel, OutsidePoints.class).x()).contains(1e30);
        assertThat(caption(products.getFirst()))
                .contains("stars with their errors")
                .contains("line and band")
                .contains("300 stars in the fit.")
                .contains("1 star lies outside the axes (arrows); it is in the fit.");

        assertThat(caption(products.get(1))).doesNotContain("band").contains("line: fit.");
        assertThat(caption(products.get(1))).contains("blue points");
        assertThat(panel(products.get(3)).x().label()).isEqualTo("log_{10}(r) + log_{10}(r)");
        assertThat(caption(products.get(4))).doesNotContain("blue points");
        assertThat(panel(products.get(2)).y().label()).startsWith("Density of ");
        assertThat(caption(products.get(4))).contains("no line was fitted").doesNotContain("in the fit");
    }

    private static String caption(ProductResult product) {
        return illustration(product).caption();
    }

    private static Panel panel(ProductResult product) {
        return illustration(product).figure().panels().getFirst();
    }

    private static Illustration illustration(ProductResult product) {
        return product.illustrations().getFirst();
    }

    private static <L extends Layer> L only(Panel panel, Class<L> kind) {
        return panel.layers().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }
}
