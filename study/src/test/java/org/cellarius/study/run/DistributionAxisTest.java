package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cellarius.figure.Axis;
import org.cellarius.measure.product.Illustration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The caption of a distribution tells how many stars its axis does not hold. */
class DistributionAxisTest {

    @TempDir
    Path folder;

    /** 1,000 stars from 0 to 0.999, two halves by age, and some far off: each {@code age,fe_h}. */
    private Illustration distribution(String settings, String... farOff) {
        return distributionOf("fe_h", settings, farOff);
    }

    private Illustration distributionOf(String value, String settings, String... farOff) {
        var text = new StringBuilder("age,feh\n");
        for (int i = 0; i < 1000; i++) {
            text.append(i % 2 == 0 ? 2 : 6).append(",").append(i / 1000.0).append("\n");
        }
        for (String star : farOff) {
            text.append(star).append("\n");
        }
        return new MiniStudy(folder)
                .file("stars.csv", text.toString())
                .study(MiniStudy.of(
                        "{age: {from: age, unit: Gyr}, fe_h: {from: feh, unit: dex}}",
                        "populations: {young: age < 4, old: age >= 4}\nproducts:\n  mdf: {kind: distribution, value: "
                                + value + ", width: 0.1, minimum-count: 20" + settings + "}\n"))
                .replace()
                .products()
                .getFirst()
                .illustrations()
                .getFirst();
    }

    @Test
    void starsBeyondTheAxisAreCounted() {
        Illustration all = distribution("", "2,-9", "6,30", "2,", "2,NaN");
        Axis axis = all.figure().panels().getFirst().x();
        // The axis holds all but the farthest 0.4 per cent at either end, and some room.
        assertThat(axis.min()).isBetween(-0.1, 0.0);
        assertThat(axis.max()).isBetween(1.0, 1.1);
        assertThat(all.caption()).endsWith("2 stars lie outside the axis.");
        assertThat(distribution("").caption()).doesNotContain("outside");
        assertThat(distribution("", "2,-9").caption()).endsWith(" 1 star lies outside the axis.");
    }

    @Test
    void withinARangeOfTheStudyToo() {
        // 0.2 and 0.7 belong to the axis.
        assertThat(distributionOf("{of: fe_h, range: [0.2, 0.7]}", "").caption())
                .endsWith("499 stars lie outside the axis.");
    }

    @Test
    void onlySlicesThatAreDrawnCount() {
        // Ages from 8 on have too few stars.
        assertThat(distribution(", slices: {of: age, edges: [0, 4, 8, 20]}", "9,-9", "9,-8", "2,40")
                        .caption())
                .endsWith(" 1 star lies outside the axis.");
    }

    @Test
    void populationsAreToldApart() {
        assertThat(distribution(", populations: [young, old]", "2,-9", "6,30", "6,31")
                        .caption())
                .endsWith(" young: 1 star lies outside the axis. old: 2 stars lie outside the axis.");
    }
}
