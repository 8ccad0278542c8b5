package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.cellarius.study.result.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The robustness matrix of a product whose table has one row and no slices. */
class VaryOneRowTest {

    @TempDir
    Path folder;

    private static String stars() {
        var random = new Random(3);
        var text = new StringBuilder("age,fe,rg\n");
        for (int i = 0; i < 400; i++) {
            double age = 10 * random.nextDouble();
            double birth = -2.5 * Math.log(random.nextDouble() * random.nextDouble());
            double guiding = Math.abs(birth + 3 * Math.sqrt(age / 8) * random.nextGaussian());
            double feH = 0.03 - 0.03 * age - 0.07 * (birth - 8.2) + 0.06 * random.nextGaussian();
            text.append(String.format(Locale.ROOT, "%.5f,%.5f,%.4f%n", age, feH, guiding));
        }
        return text.toString();
    }

    @Test
    void theAlternativesOfTheStrengthOfMigrationAreDrawn() {
        RunResult result = new MiniStudy(folder)
                .file("stars.csv", stars())
                .study(MiniStudy.of(
                        "{age: {from: age, unit: Gyr}, fe_h: {from: fe, unit: dex}, rg: {from: rg, unit: kpc}}", """
                        products:
                          wandering: {kind: migration, value: fe_h, age: age, radius: rg, scale-length: 2.5 kpc,
                            scale-length-loss: 0 1/Gyr, enrichment: linear, reference-radius: 8.2 kpc}
                        vary:
                          quantity: migration
                          products: [wandering]
                          settings:
                            length: {set: products/wandering/scale-length, to: [2.2 kpc, 2.8 kpc]}
                        """))
                .replace();
        double[] found = MiniStudy.column(MiniStudy.table(result, "robustness-alternatives"), "migration");
        assertThat(found).hasSize(2).doesNotHaveDuplicates();
        assertThat(folder.resolve("out/figures/robustness-wandering.png")).exists();
    }
}
