package org.cellarius.galaxy.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.galaxy.action.StaeckelKernel;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.PhaseSpaceKernel;
import org.cellarius.galaxy.kernel.DrawMath;
import org.cellarius.galaxy.mock.MockColumn.Of;
import org.cellarius.galaxy.orbit.OrbitPlan;
import org.cellarius.galaxy.orbit.StellarOrbits;
import org.cellarius.galaxy.random.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MockSurveyKernelTest {

    private static final int STARS = 4000;

    /** Columns of some observations by name. */
    private record Drawn(List<MockColumn> columns, double[][] values) {
        double[] of(MockColumn column) {
            return values[columns.indexOf(column)];
        }

        /** Of the stars that fulfil a condition. */
        double[] of(MockColumn column, MockColumn by, double value) {
            double[] all = of(column);
            double[] key = of(by);
            return IntStream.range(0, all.length)
                    .filter(i -> key[i] == value)
                    .mapToDouble(i -> all[i])
                    .toArray();
        }
    }

    private static Drawn draw(
            SurveyDesign design, GalaxyRecipe recipe, long seed, int from, int rows, List<MockColumn> columns) {
        return draw(new MockSurveyKernel(recipe, design, seed, STARS, columns), from, rows, columns);
    }

    private static Drawn draw(MockSurveyKernel kernel, int from, int rows, List<MockColumn> columns) {
        double[][] in = new double[1][rows];
        for (int i = 0; i < rows; i++) {
            in[0][i] = from + i;
        }
        double[][] out = new double[columns.size()][rows];
        kernel.apply(rows, in, out, new StarStatus[rows]);
        return new Drawn(columns, out);
    }

    private static Drawn draw(SurveyDesign design) {
        return draw(design, GalaxyRecipe.STANDARD, 7, 0, STARS, List.of(MockColumn.values()));
    }

    private static Stream<SurveyDesign> designs() {
        return SurveyDesign.all().stream();
    }

    private static double quantile(double[] values, double fraction) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) (fraction * (sorted.length - 1))];
    }

    private static double[][] run(ColumnKernel kernel, double[]... in) {
        int rows = in[0].length;
        double[][] out = new double[kernel.outputs().size()][rows];
        kernel.apply(rows, in, out, new StarStatus[rows]);
        return out;
    }

    private static double[] column(ColumnKernel kernel, double[][] out, String name) {
        return out[kernel.outputs().stream().map(c -> c.name()).toList().indexOf(name)];
    }

    /** The star's orbit, followed in the survey's potential from what an observer without errors sees, has the guiding radius and the height of the truth. */
    @ParameterizedTest
    @MethodSource("designs")
    void orbitsOfTheStarsAreThoseOfTheTruth(SurveyDesign design) {
        int rows = 120;
        Drawn d = draw(design, GalaxyRecipe.STANDARD, 7, 0, rows, List.of(MockColumn.values()));
        var phaseSpace = new PhaseSpaceKernel(new GalactocentricFrame(design.sun()), PhaseSpaceKernel.Motions.KNOWN);
        double[][] place = run(
                phaseSpace,
                d.of(MockColumn.RA),
                d.of(MockColumn.DEC),
                d.of(MockColumn.DISTANCE),
                d.of(MockColumn.PMRA),
                d.of(MockColumn.PMDEC),
                d.of(MockColumn.RADIAL_VELOCITY));
        var orbits = new StellarOrbits(design.potential(), OrbitPlan.standard());
        double[][] orbit = run(
                orbits,
                orbits.inputs().stream()
                        .map(name -> column(phaseSpace, place, name))
                        .toArray(double[][]::new));
        double[] rg = column(orbits, orbit, "rg");
        double[] zmax = column(orbits, orbit, "zmax");
        double[] misses = new double[rows];
        for (int i = 0; i < rows; i++) {
            assertThat(rg[i]).isCloseTo(d.of(MockColumn.RG)[i], within(2e-4 * rg[i]));
            misses[i] = Math.abs(zmax[i] / d.of(MockColumn.ZMAX)[i] - 1);
        }
        // The edge of the Staeckel box against the greatest height within 10 Gyr: a few per cent at most.
        assertThat(quantile(misses, 0.5)).isLessThan(0.01);
        assertThat(quantile(misses, 0.95)).isLessThan(0.07);
    }

    /** The vertical action that was drawn is the one of the star's place and velocity. */
    @Test
    void verticalActionsAreThoseDrawn() {
        SurveyDesign design = SurveyDesign.byName("vickers2021").orElseThrow();
        Drawn d = draw(design);
        var boxes = new StaeckelKernel(design.potential());
        double[][] box = run(
                boxes,
                d.of(MockColumn.R),
                d.of(MockColumn.Z),
                d.of(MockColumn.V_R),
                d.of(MockColumn.V_Z),
                d.of(MockColumn.V_PHI));
        double[] found = column(boxes, box, "j_z");
        double[] low = d.of(MockColumn.POPULATION);
        double[] miss = IntStream.range(0, STARS)
                .filter(i -> low[i] == 0)
                .mapToDouble(i -> found[i] / d.of(MockColumn.J_Z)[i] - 1)
                .toArray();
        assertThat(quantile(miss, 0.5)).isCloseTo(0, within(0.03));
        assertThat(quantile(miss, 0.84) - quantile(miss, 0.16)).isLessThan(0.3);
    }

    /** A star is the same whatever is drawn beside it: alone, in another order, in a longer block. */
    @ParameterizedTest
    @MethodSource("designs")
    void starsDoNotHangOnTheirNeighbours(SurveyDesign design) {
        List<MockColumn> columns = List.of(MockColumn.values());
        var kernel = new MockSurveyKernel(GalaxyRecipe.STANDARD, design, 7, STARS, columns);
        Drawn all = draw(kernel, 0, STARS, columns);
        for (int star : new int[] {0, 1, 777, STARS - 1}) {
            Drawn alone = draw(kernel, star, 1, columns);
            for (MockColumn column : MockColumn.values()) {
                assertThat(alone.of(column)[0]).as(column.word()).isEqualTo(all.of(column)[star]);
            }
        }
    }

    /** Ages drawn together are those drawn one by one. */
    @Test
    void agesOfManyStarsAreThoseOfEach() {
        LowAlphaDisc disc = LowAlphaDisc.STANDARD;
        int n = 1000;
        double[] youngest = new double[n];
        double[] oldest = new double[n];
        double[] uniform = new double[n];
        for (int i = 0; i < n; i++) {
            youngest[i] = 0.005 * (i % 200);
            oldest[i] = 0.3 + 0.013 * i;
            uniform[i] = (i * 7919 % n + 0.5) / n;
        }
        double[] found = new double[n];
        disc.agesGyr(n, DrawMath.best(), youngest, oldest, uniform, found);
        for (int i = 0; i < n; i++) {
            assertThat(found[i])
                    .isCloseTo(
                            disc.ageGyr(youngest[i], Math.min(oldest[i], disc.oldestGyr()), uniform[i]), within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("designs")
    void starsLieWithinTheWindowsOfTheirSamples(SurveyDesign design) {
        Drawn d = draw(design);
        for (int i = 0; i < STARS; i++) {
            SurveyWindow window =
                    design.samples().get((int) d.of(MockColumn.SAMPLE)[i]).window();
            assertThat(d.of(MockColumn.DEC)[i]).isBetween(window.southernmostDeg(), window.northernmostDeg());
            assertThat(d.of(MockColumn.R)[i]).isBetween(window.innermostKpc(), window.outermostKpc());
            assertThat(d.of(MockColumn.DISTANCE)[i]).isBetween(0.0, window.farthestKpc());
            assertThat(d.of(MockColumn.G_MAG)[i]).isBetween(window.brightest(), window.faintest());
            assertThat(Math.hypot(d.of(MockColumn.X)[i], d.of(MockColumn.Y)[i]))
                    .isCloseTo(d.of(MockColumn.R)[i], within(1e-9));
        }
        for (int s = 0; s < design.samples().size(); s++) {
            assertThat(d.of(MockColumn.STAR, MockColumn.SAMPLE, s).length / (double) STARS)
                    .isCloseTo(design.samples().get(s).share(), within(0.03));
        }
    }

    /** [Fe/H] less the gas of its birth has the scatter of the gas; guiding radii have wandered as far as was asked. */
    @Test
    void chemistryAndMigrationAreThoseOfTheRecipe() {
        GalaxyRecipe recipe = GalaxyRecipe.STANDARD.axisymmetric();
        SurveyDesign design = SurveyDesign.byName("imig2023").orElseThrow();
        Drawn d = draw(design, recipe, 3, 0, STARS, List.of(MockColumn.values()));
        double sum = 0;
        double squares = 0;
        int n = 0;
        double wandered = 0;
        int far = 0;
        for (int i = 0; i < STARS; i++) {
            if (d.of(MockColumn.POPULATION)[i] != 0) {
                continue;
            }
            double age = d.of(MockColumn.AGE)[i];
            double birth = d.of(MockColumn.R_BIRTH)[i];
            double rest = d.of(MockColumn.FE_H)[i] - recipe.lowAlpha().feHDex(birth, age);
            sum += rest;
            squares += rest * rest;
            n++;
            if (birth > 8) {
                // Born so far out hardly any star is turned back at the centre.
                wandered += Math.pow(
                        (d.of(MockColumn.RG)[i] - birth) / recipe.lowAlpha().migrationKpc(age), 2);
                far++;
            }
        }
        double scatter = recipe.lowAlpha().feHScatterDex();
        assertThat(sum / n).isCloseTo(0, within(4 * scatter / Math.sqrt(n)));
        assertThat(Math.sqrt(squares / n)).isCloseTo(scatter, within(4 * scatter / Math.sqrt(2.0 * n)));
        // What the survey sees is not a fair sample of what wandered: it favours stars that came inwards.
        assertThat(far).isGreaterThan(100);
        assertThat(Math.sqrt(wandered / far)).isBetween(0.7, 1.6);
    }

    /** Radii of birth as they are drawn, before anybody looks: mean 2 R_d, and older stars were born further in. */
    @Test
    void theDiscGrowsFromInsideOut() {
        LowAlphaDisc disc = LowAlphaDisc.STANDARD;
        var random = new CounterRandom(5);
        for (double age : new double[] {0, 5, 10}) {
            double mean = IntStream.range(0, 40_000)
                    .mapToDouble(i -> disc.birthRadiusKpc(age, random.of(i), 0))
                    .average()
                    .orElseThrow();
            double expected = 2 * disc.scaleLengthKpc(age);
            assertThat(mean).isCloseTo(expected, within(4 * expected / Math.sqrt(2 * 40_000)));
        }
        assertThat(disc.scaleLengthKpc(10)).isLessThan(disc.scaleLengthKpc(0));
    }

    /** Pulls of what is measured are standard normal; intervals hold 68 per cent. */
    @ParameterizedTest
    @MethodSource("designs")
    void errorsAreWhatTheySay(SurveyDesign design) {
        Drawn d = draw(design);
        pull(d, MockColumn.PARALLAX_OBS, MockColumn.PARALLAX, MockColumn.PARALLAX_ERROR);
        pull(d, MockColumn.PMRA_OBS, MockColumn.PMRA, MockColumn.PMRA_ERROR);
        pull(d, MockColumn.PMDEC_OBS, MockColumn.PMDEC, MockColumn.PMDEC_ERROR);
        pull(d, MockColumn.RADIAL_VELOCITY_OBS, MockColumn.RADIAL_VELOCITY, MockColumn.RADIAL_VELOCITY_ERROR);
        pull(d, MockColumn.ALPHA_FE_OBS, MockColumn.ALPHA_FE, MockColumn.ALPHA_FE_ERROR);
        covers(d, MockColumn.DISTANCE_LO, MockColumn.DISTANCE, MockColumn.DISTANCE_HI);
        covers(d, MockColumn.AGE_LO, MockColumn.AGE, MockColumn.AGE_HI);
    }

    private static void pull(Drawn d, MockColumn measured, MockColumn truth, MockColumn error) {
        double[] pulls = IntStream.range(0, STARS)
                .mapToDouble(i -> (d.of(measured)[i] - d.of(truth)[i]) / d.of(error)[i])
                .toArray();
        double mean = Arrays.stream(pulls).average().orElseThrow();
        double variance =
                Arrays.stream(pulls).map(p -> (p - mean) * (p - mean)).average().orElseThrow();
        assertThat(mean).as(measured.word()).isCloseTo(0, within(4 / Math.sqrt(STARS)));
        assertThat(variance).as(measured.word()).isCloseTo(1, within(4 * Math.sqrt(2.0 / STARS)));
    }

    private static void covers(Drawn d, MockColumn low, MockColumn truth, MockColumn high) {
        long inside = IntStream.range(0, STARS)
                .filter(i -> d.of(low)[i] <= d.of(truth)[i] && d.of(truth)[i] <= d.of(high)[i])
                .count();
        // Ages have two widths: the interval about the measured one misses the truth a little more often.
        assertThat(inside / (double) STARS).as(truth.word()).isCloseTo(0.683, within(0.035));
    }

    /** Proper motions err together as their correlations say. */
    @Test
    void astrometricErrorsAreCorrelated() {
        Drawn d = draw(SurveyDesign.byName("vickers2021").orElseThrow());
        correlated(
                d,
                MockColumn.PARALLAX_OBS,
                MockColumn.PARALLAX,
                MockColumn.PMRA_OBS,
                MockColumn.PMRA,
                MockColumn.PARALLAX_PMRA_CORR);
        correlated(
                d,
                MockColumn.PARALLAX_OBS,
                MockColumn.PARALLAX,
                MockColumn.PMDEC_OBS,
                MockColumn.PMDEC,
                MockColumn.PARALLAX_PMDEC_CORR);
        correlated(
                d,
                MockColumn.PMRA_OBS,
                MockColumn.PMRA,
                MockColumn.PMDEC_OBS,
                MockColumn.PMDEC,
                MockColumn.PMRA_PMDEC_CORR);
    }

    /** The slope of the products of pulls with the stated correlation is one. */
    private static void correlated(
            Drawn d, MockColumn a, MockColumn trueA, MockColumn b, MockColumn trueB, MockColumn by) {
        double up = 0;
        double down = 0;
        for (int i = 0; i < STARS; i++) {
            double error = d.of(MockColumn.PARALLAX_ERROR)[i];
            double scaleA = a == MockColumn.PARALLAX_OBS ? error : 1.03 * error;
            double product = (d.of(a)[i] - d.of(trueA)[i]) / scaleA * (d.of(b)[i] - d.of(trueB)[i]) / (1.03 * error);
            up += product * d.of(by)[i];
            down += d.of(by)[i] * d.of(by)[i];
        }
        assertThat(up / down).isCloseTo(1, within(4 * 1.1 / Math.sqrt(down)));
    }

    /** The twin without a pattern has the same stars; the others' [Fe/H] differs by the pattern at their places alone. */
    @Test
    void theTwinDiffersInMetallicityAlone() {
        SurveyDesign design = SurveyDesign.byName("hawkins2023").orElseThrow();
        List<MockColumn> truth = MockColumn.truth();
        Drawn with = draw(design, GalaxyRecipe.STANDARD, 11, 0, 1000, truth);
        Drawn without = draw(design, GalaxyRecipe.STANDARD.axisymmetric(), 11, 0, 1000, truth);
        var pattern = GalaxyRecipe.STANDARD.pattern();
        for (int i = 0; i < 1000; i++) {
            for (MockColumn column : truth) {
                if (column != MockColumn.FE_H) {
                    assertThat(with.of(column)[i]).as(column.word()).isEqualTo(without.of(column)[i]);
                }
            }
            double added = with.of(MockColumn.FE_H)[i] - without.of(MockColumn.FE_H)[i];
            assertThat(added)
                    .isCloseTo(pattern.addedDex(with.of(MockColumn.X)[i], with.of(MockColumn.Y)[i]), within(1e-12));
        }
    }

    @Test
    void crestsTrailRotation() {
        var spiral = AzimuthalPattern.SpiralAndBar.STANDARD;
        double phi = Math.toRadians(spiral.phaseDeg());
        double r = spiral.referenceKpc();
        assertThat(spiral.addedDex(r * Math.cos(phi), r * Math.sin(phi))).isCloseTo(0.05, within(1e-12));
        // Rotation carries phi down; further out a trailing crest lags behind, at larger phi.
        double out = 1.1 * r;
        double lag = Math.log(1.1) / Math.tan(Math.toRadians(12));
        assertThat(spiral.addedDex(out * Math.cos(phi + lag), out * Math.sin(phi + lag)))
                .isCloseTo(0.05, within(1e-12));
        assertThat(lag).isPositive();
        // The near end of the bar lies at positive longitude, where y is positive.
        double angle = Math.toRadians(25);
        assertThat(spiral.addedDex(-4.9 * Math.cos(angle), 4.9 * Math.sin(angle)))
                .isEqualTo(0.1);
        assertThat(spiral.addedDex(-4.9 * Math.cos(angle), -4.9 * Math.sin(angle)))
                .isNotEqualTo(0.1);
    }

    /** Each star is a function of seed and number: neither the block nor the columns asked for change it. */
    @Test
    void starsDependOnSeedAndNumberAlone() {
        SurveyDesign design = SurveyDesign.byName("chen2025").orElseThrow();
        Drawn all = draw(design, GalaxyRecipe.STANDARD, 9, 0, 300, List.of(MockColumn.values()));
        Drawn some = draw(design, GalaxyRecipe.STANDARD, 9, 100, 50, List.of(MockColumn.AGE, MockColumn.V_PHI_OBS));
        for (int i = 0; i < 50; i++) {
            assertThat(some.of(MockColumn.AGE)[i]).isEqualTo(all.of(MockColumn.AGE)[100 + i]);
            assertThat(some.of(MockColumn.V_PHI_OBS)[i]).isEqualTo(all.of(MockColumn.V_PHI_OBS)[100 + i]);
        }
        Drawn other = draw(design, GalaxyRecipe.STANDARD, 10, 0, 50, List.of(MockColumn.AGE));
        assertThat(other.of(MockColumn.AGE)[0]).isNotEqualTo(all.of(MockColumn.AGE)[0]);
    }

    /** A second visit sees the same star with other errors, and not as well. */
    @Test
    void secondVisitsMeasureAnew() {
        SurveyDesign design = SurveyDesign.byName("imig2023").orElseThrow();
        var kernel = new MockSurveyKernel(GalaxyRecipe.STANDARD, design, 4, STARS, List.of(MockColumn.values()));
        assertThat(MockSurveyKernel.observations(STARS)).isEqualTo(STARS + STARS / 40);
        double[][] out = new double[MockColumn.values().length][2];
        kernel.apply(2, new double[][] {{40, STARS + 1}}, out, new StarStatus[2]);
        var d = new Drawn(List.of(MockColumn.values()), out);
        assertThat(d.of(MockColumn.STAR)).containsExactly(40, 40);
        assertThat(d.of(MockColumn.VISIT)).containsExactly(0, 1);
        for (MockColumn c : MockColumn.values()) {
            if (c.of() == Of.TRUTH || c.of() == Of.ASTROMETRY) {
                assertThat(d.of(c)[0]).as(c.word()).isEqualTo(d.of(c)[1]);
            }
        }
        assertThat(d.of(MockColumn.FE_H_OBS)[0]).isNotEqualTo(d.of(MockColumn.FE_H_OBS)[1]);
    }

    @Test
    void wrongSettingsAreRefused() {
        assertThatThrownBy(() -> new MockSurveyKernel(
                        GalaxyRecipe.STANDARD, SurveyDesign.all().getFirst(), 1, 0, List.of(MockColumn.AGE)))
                .hasMessageContaining("0 mock stars");
        assertThatThrownBy(() -> new SurveyWindow(10, -10, 0, 20, 5, 9, 17)).hasMessageContaining("rising limits");
        assertThatThrownBy(() -> new AzimuthalPattern.SpiralAndBar(0.1, 0, 12, 0, 8, 0, 0, 1, 0))
                .hasMessageContaining("one arm");
    }
}
