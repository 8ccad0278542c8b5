package org.cellarius.galaxy.density;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.frame.GalacticDirection;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.mock.GalaxyRecipe;
import org.cellarius.galaxy.mock.MockColumn;
import org.cellarius.galaxy.mock.MockSurveyKernel;
import org.cellarius.galaxy.mock.SurveyDesign;
import org.cellarius.galaxy.mock.SurveySample;
import org.cellarius.galaxy.mock.SurveyWindow;
import org.cellarius.galaxy.population.HealpixCells;
import org.cellarius.galaxy.random.CounterRandom;
import org.cellarius.galaxy.selection.CountedCells;
import org.cellarius.galaxy.selection.CountedCells.Axis;
import org.cellarius.galaxy.selection.CountedCells.Row;
import org.cellarius.galaxy.selection.SelectionKernel;
import org.cellarius.galaxy.selection.SelectionKernel.Named;
import org.cellarius.galaxy.selection.SkyPixels;
import org.junit.jupiter.api.Test;

/**
 * A mono-age population of a mock Galaxy. The survey of Imig et al. (2023), but of all giants within 4 kpc, tells the density; of it a survey takes stars by sky, magnitude and colour, and only its counts are
 * known. Under the selection made of them scale length and height are those of all giants; without it they are not.
 */
class DensityOfMockTest {

    private static final int STARS = 36_000;
    private static final double REACH_KPC = 4;
    private static final List<MockColumn> COLUMNS = List.of(
            MockColumn.RA,
            MockColumn.DEC,
            MockColumn.G_MAG,
            MockColumn.BP_RP,
            MockColumn.R,
            MockColumn.Z,
            MockColumn.AGE,
            MockColumn.POPULATION,
            MockColumn.DISTANCE);
    private static final List<Axis> AXES = List.of(new Axis("g", 0, 20, 1), new Axis("bp_rp", 0.4, 3.4, 1));

    /** Dust of the mock: a layer 120 pc high with 0.6 mag/kpc in G; colours are told without it. */
    private static final Extinction DUST = new Extinction.Layer(new double[] {0.6, 0}, 0.12);

    private static SurveyDesign whole() {
        SurveyDesign imig = SurveyDesign.byName("imig2023").orElseThrow();
        SurveySample giants = imig.samples().getFirst();
        return new SurveyDesign(
                "imig2023",
                imig.sun(),
                imig.potential(),
                List.of(new SurveySample(
                        1, giants.tracer(), new SurveyWindow(-90, 90, 0, 20, REACH_KPC, -50, 50), giants.errors())));
    }

    private static double[][] galaxy(SurveyDesign design) {
        var kernel = new MockSurveyKernel(GalaxyRecipe.STANDARD, design, 11, STARS, COLUMNS);
        double[][] out = new double[COLUMNS.size()][STARS];
        kernel.apply(
                STARS,
                new double[][] {IntStream.range(0, STARS).asDoubleStream().toArray()},
                out,
                new StarStatus[STARS]);
        return out;
    }

    private static double[][] some(double[][] all, int[] rows) {
        double[][] some = new double[all.length][];
        for (int k = 0; k < all.length; k++) {
            double[] column = all[k];
            some[k] = IntStream.of(rows).mapToDouble(i -> column[i]).toArray();
        }
        return some;
    }

    /** The share of a cell of the sky: low near the plane, and lower towards the centre. */
    private static double taste(int pixel) {
        double[] at = new HealpixCells(0).middle(pixel);
        GalacticDirection galactic = GalacticDirection.ofIcrs(at[0], at[1]);
        double inward = Math.cos(Math.toRadians(galactic.longitudeDeg()));
        return (Math.abs(galactic.latitudeDeg()) < 25 ? 0.35 : 1) * (1 - 0.4 * inward) / 1.2;
    }

    private static HighestLikelihood fitted(double[][] stars, EffectiveVolume volume, double referenceKpc) {
        var model = new DensityModel(Optional.empty(), true, referenceKpc, DiscProfile.Vertical.SECH2);
        var posterior = new DensityPosterior(model, stars[4], stars[5], volume);
        return HighestLikelihood.of(posterior, model, volume, new double[] {0.3, 0.3, 0.05})
                .orElseThrow();
    }

    /** Of a parameter, in errors of the one with fewer stars. */
    private static double apart(HighestLikelihood few, HighestLikelihood all, int parameter) {
        return (few.values()[parameter] - all.values()[parameter]) / Math.sqrt(few.covariance()[parameter][parameter]);
    }

    @Test
    void lengthAndHeightOfAnAgeAreFoundUnderTheSelectionOnly() {
        SurveyDesign design = whole();
        Sun sun = design.sun();
        double[][] all = galaxy(design);
        var sky = new SkyPixels.Icrs(new HealpixCells(0));
        double[] here = IntStream.range(0, sky.count())
                .mapToDouble(DensityOfMockTest::taste)
                .toArray();
        var random = new CounterRandom(5).forPurpose("taken");
        boolean[] own = new boolean[STARS];
        Map<List<Integer>, long[]> counts = new HashMap<>();
        for (int i = 0; i < STARS; i++) {
            int pixel = sky.of(all[0][i], all[1][i]);
            int g = (int) all[2][i];
            int colour = (int) (all[3][i] - 0.4);
            double share = here[pixel] * Math.pow(0.8, Math.max(0, g - 9)) * (colour == 0 ? 1 : 0.8);
            own[i] = random.uniform(i, 0) < share;
            long[] nk = counts.computeIfAbsent(List.of(pixel, g, colour), k -> new long[2]);
            nk[0]++;
            nk[1] += own[i] ? 1 : 0;
        }
        var rows = new ArrayList<Row>();
        counts.forEach((cell, nk) -> rows.add(new Row(cell.get(0), cell.subList(1, 3), nk[0], nk[1])));
        var cells = new CountedCells(sky, AXES, rows);
        double[][] probability = new double[2][STARS];
        new SelectionKernel(List.of(new Named("sub", cells)))
                .apply(STARS, new double[][] {all[0], all[1], all[2], all[3]}, probability, new StarStatus[STARS]);
        int[] population = IntStream.range(0, STARS)
                .filter(i -> all[6][i] > 3 && all[6][i] < 6 && all[7][i] == 0)
                .toArray();
        int[] taken = IntStream.of(population).filter(i -> own[i]).toArray();
        // The luminosity function is that of all stars of the population, as isochrones would tell it.
        double[][] traced = some(all, population);
        double[][] absolute = {new double[population.length], traced[3]};
        for (int i = 0; i < population.length; i++) {
            absolute[0][i] = traced[2][i]
                    - 5 * Math.log10(traced[8][i])
                    - 10
                    - DUST.mag(0, traced[8][i], traced[5][i] - sun.zKpc());
        }
        var survey = new SurveySelection(
                List.of(cells), Tracers.of(absolute, new boolean[] {true, false}), DUST, 0, REACH_KPC, 4);
        double r0 = sun.r0Kpc();
        EffectiveVolume sphere =
                new SolarVolume(REACH_KPC, 0, 90, 50).cells(sun).points();
        HighestLikelihood truth = fitted(traced, sphere, r0);
        HighestLikelihood found = fitted(some(all, taken), survey.cells(sun).points(), r0);
        HighestLikelihood unaware = fitted(some(all, taken), sphere, r0);
        assertThat(taken.length).isBetween(population.length / 8, population.length / 2);
        for (int parameter : new int[] {0, 1}) {
            assertThat(apart(found, truth, parameter)).isBetween(-3.0, 3.0);
            assertThat(Math.abs(apart(unaware, truth, parameter))).isGreaterThan(4);
        }
    }
}
