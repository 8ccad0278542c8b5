package org.cellarius.galaxy.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.cellarius.galaxy.density.DiscProfile.Vertical;
import org.cellarius.galaxy.frame.Sun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sums for stars, and points for cells, against visiting every star and every node. */
class StarSumsTest {

    private static final int STARS = 20_000;

    @ParameterizedTest
    @CsvSource({
        "EXPONENTIAL, -0.2, 0.7, 8.7, 0.3, 0.1, 1e-11",
        "EXPONENTIAL, 3, -1, 4.2, 0.02, 0.8, 1e-9",
        "EXPONENTIAL, 0.4, 0.4, 30, 1, -0.5, 1e-10",
        "SECH2, -0.2, 0.7, 8.7, 0.3, 0.1, 1e-9",
        "SECH2, 0.4, 0.4, 8, 0.1, -0.2, 1e-7",
        "SECH2, 0.4, 0.4, 2, 2, 0.3, 1e-9"
    })
    void sumsAreThoseOfAllStars(
            Vertical vertical, double inner, double outer, double edge, double height, double flare, double accuracy) {
        var random = new SplittableRandom(3);
        double[] r = random.doubles(STARS, 3.1, 14.6).toArray();
        double[] z = random.doubles(STARS).map(u -> -0.35 * Math.log(u)).toArray();
        for (int i = 0; i < STARS; i += 2) {
            z[i] = -z[i];
        }
        var profile = new DiscProfile(inner, outer, edge, height, flare, 8.2, vertical);
        double sum = 0;
        double size = 0;
        for (int i = 0; i < STARS; i++) {
            double one = profile.lnDensity(r[i], z[i]);
            sum += one;
            size += Math.abs(one);
        }
        assertThat(new StarSums(r, z, 8.2, vertical).lnDensity(profile)).isCloseTo(sum, within(accuracy * size));
    }

    /** ln of the integral enters times the number of stars: for 100,000 of them 1e-5 is one unit, and only what changes along the parameters matters. */
    @ParameterizedTest
    @EnumSource(Vertical.class)
    void cellsHaveTheIntegralOfTheirNodesWhereverTheBreakLies(Vertical vertical) {
        var selection = new SolarVolume(4, 6, 90, 2);
        var list = new NodeList();
        selection.nodes(Sun.IMIG_2023, Selection.FINE, list::add);
        EffectiveVolume nodes = list.volume();
        EffectiveVolume points = selection.cells(Sun.IMIG_2023).points();
        assertThat(points.rKpc().length).isLessThan(7000);
        assertThat(java.util.Arrays.stream(points.weight()).sum())
                .isCloseTo(java.util.Arrays.stream(nodes.weight()).sum(), within(1e-9));
        double first = Double.NaN;
        for (double edge = 8.6; edge < 8.7; edge += 0.023) {
            var profile = new DiscProfile(-0.1, 0.6, edge, 0.3, 0.08, 8.3, vertical);
            double away = points.lnIntegralFast(profile) - nodes.lnIntegral(profile);
            assertThat(away).isCloseTo(0, within(5e-5));
            first = Double.isNaN(first) ? away : first;
            assertThat(away).isCloseTo(first, within(3e-6));
        }
        var profile = new DiscProfile(-0.1, 0.6, 8.8, 0.2, 0.1, 8.3, vertical);
        assertThat(points.lnIntegralFast(profile)).isCloseTo(points.lnIntegral(profile), within(1e-13));
    }
}
