package org.cellarius.measure.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RemarksTest {

    private final Remarks remarks = new Remarks();

    @Test
    void whatIsTrueOfSeveralSlicesIsSaidOnceAndNamesThem() {
        remarks.add("", "0 ≤ |Z| < 1 kpc", "the stars scatter more than their errors say (reduced chi2 12): quote it");
        remarks.add("", "1 ≤ |Z| < 2 kpc", "one star decides the slope (x = 60): without it the slope is -0.06");
        remarks.add("", "1 ≤ |Z| < 2 kpc", "the stars scatter more than their errors say (reduced chi2 2.4): quote it");
        assertThat(remarks.sentences())
                .containsExactly(
                        "The slices 0 ≤ |Z| < 1 kpc (reduced chi2 12); 1 ≤ |Z| < 2 kpc (reduced chi2 2.4): the stars scatter more than their errors say: quote it.",
                        "The slice 1 ≤ |Z| < 2 kpc: one star decides the slope (x = 60): without it the slope is -0.06.");
    }

    @Test
    void populationsAreNamedWithTheirSlices() {
        remarks.add("young", "", "the stars scatter more than their errors say (reduced chi2 9): quote it");
        remarks.add("old", "", "the stars scatter more than their errors say (reduced chi2 4): quote it");
        remarks.add("young, plain", "1 ≤ Age < 2 Gyr", "12 stars are few for six parameters");
        remarks.add("old, plain", "1 ≤ Age < 2 Gyr", "9 stars are few for six parameters");
        assertThat(remarks.sentences())
                .containsExactly(
                        "young (reduced chi2 9); old (reduced chi2 4): the stars scatter more than their errors say: quote it.",
                        "young, plain, 1 ≤ Age < 2 Gyr (12 stars); old, plain, 1 ≤ Age < 2 Gyr (9 stars): the stars are few for six parameters.");
    }

    @Test
    void whatDiffersOtherwiseStaysApart() {
        remarks.add("a", "", "one star decides the slope (x = 60)");
        remarks.add("b", "", "one star decides the slope (x = 61)");
        remarks.add("b", "", "the stars scatter more than their errors say (reduced chi2 9): quote it");
        assertThat(remarks.sentences())
                .containsExactly(
                        "a: the sample: one star decides the slope (x = 60).",
                        "b: the sample: one star decides the slope (x = 61).",
                        "b: the sample: the stars scatter more than their errors say (reduced chi2 9): quote it.");
    }
}
