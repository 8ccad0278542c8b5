package org.cellarius.catalogue.isochrone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Real files; skipped where they do not lie beside the checkout. */
class RealIsochronesTest {

    private static IsochroneTable read(String folder) {
        Path path = Path.of(System.getProperty("cellarius.root", ".."))
                .resolve("../shared/data/isochrones")
                .resolve(folder);
        assumeTrue(Files.exists(path), "published isochrones lie beside the checkout on some machines only");
        return IsochroneFiles.read(path);
    }

    private static int points(IsochroneTable table) {
        return table.isochrones().stream()
                .mapToInt(rows -> rows.columns().getFirst().length)
                .sum();
    }

    /** Rows and labels as awk counts them in the files: 65,328, of them 8,837 of label 0 at the beginning of an isochrone. */
    @Test
    void parsecOfGaia() {
        IsochroneTable table = read("parsec12s-gaiaedr3");
        assertThat(table.family()).isEqualTo("PARSEC v1.2S, CMD 3.6");
        assertThat(table.photometry())
                .hasValueSatisfying(system -> assertThat(system).startsWith("Gaia EDR3"));
        assertThat(table.isochrones()).hasSize(4 * 63);
        assertThat(points(table)).isEqualTo(65328 - 8837);
        assertThat(table.isochrones().getLast().ageGyr()).isCloseTo(Math.pow(10, 1.1), within(1e-7));
    }

    /** Of isochrones older than 2 Gyr the shape tells the phases that the labels tell. */
    @Test
    void theShapeTellsThePhasesOfTheLabels() {
        IsochroneTable table = read("parsec12s-gaiaedr3");
        int light = table.columns().indexOf("log_l");
        int teff = table.columns().indexOf("teff");
        int logG = table.columns().indexOf("logg");
        int phase = table.columns().indexOf("phase");
        int compared = 0;
        for (IsochroneRows rows : table.isochrones()) {
            if (rows.ageGyr() > 2) {
                compared++;
                double[] mass = rows.columns().getFirst();
                List<double[]> points = IntStream.range(0, mass.length)
                        .mapToObj(i -> new double[] {
                            rows.columns().get(light)[i],
                            Math.log10(rows.columns().get(teff)[i]),
                            rows.columns().get(logG)[i]
                        })
                        .toList();
                double[] found = new ParsecShape(0, 1, 2).phases(points);
                double[] labels = rows.columns().get(phase);
                assertThat(mass[first(found, 2)]).isCloseTo(mass[first(labels, 2)], withinPercentage(4));
                assertThat(mass[first(found, 3)]).isCloseTo(mass[first(labels, 3)], withinPercentage(0.3));
                assertThat(first(found, 4)).isEqualTo(first(labels, 4));
            }
        }
        assertThat(compared).isEqualTo(4 * 16);
    }

    private static int first(double[] phases, double least) {
        return IntStream.range(0, phases.length)
                .filter(i -> phases[i] >= least)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void parsecOfVersionTwo() {
        IsochroneTable table = read("parsec12s-ubvrijhk");
        assertThat(table.isochrones()).hasSize(7 * 83);
        assertThat(table.isochrones())
                .extracting(IsochroneRows::feH)
                .contains(-1.492, -0.443, -0.153, 0.024, 0.154, 0.259, 0.336);
    }

    /** 33 rows of label 9 end the isochrones of the file; 14,443 rows in all. */
    @Test
    void parsecWithPulses() {
        IsochroneTable table = read("parsec12s-colibri-gaiaedr3");
        assertThat(table.isochrones()).hasSize(3 * 11);
        assertThat(table.columns()).contains("Gmag").doesNotContain("X", "Z", "pmode");
        int light = table.columns().indexOf("log_l");
        assertThat(table.isochrones())
                .allSatisfy(rows -> assertThat(rows.columns().get(light)).doesNotContain(-9.999));
    }

    /** The turn-off has number 360 at all ages of the files, from 30 Myr to 3.2 Gyr: numbers of points are states of evolution. */
    @Test
    void basti() {
        IsochroneTable table = read("basti-iac-gaiadr3");
        assertThat(table.isochrones()).hasSize(8);
        var turnOffs = new ArrayList<Double>();
        for (IsochroneRows rows : table.isochrones()) {
            double[] teff = rows.columns().get(table.columns().indexOf("teff"));
            double[] logg = rows.columns().get(table.columns().indexOf("logg"));
            int hottest = 0;
            for (int i = 0; i < teff.length; i++) {
                hottest = logg[i] > 3.3 && teff[i] > teff[hottest] ? i : hottest;
            }
            turnOffs.add(rows.columns().get(table.columns().indexOf("eep"))[hottest]);
        }
        assertThat(turnOffs).hasSize(8).containsOnly(360.0);
    }
}
