package org.cellarius.measure.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cellarius.galaxy.posterior.Marginals;
import org.cellarius.galaxy.posterior.Parameter;
import org.cellarius.galaxy.posterior.Prior;
import org.junit.jupiter.api.Test;

class PriorEdgesTest {

    private static List<String> notes(String name, Prior prior, double mean, double sd) {
        var found = new Marginals(
                new double[] {mean},
                new double[][] {{sd * sd}},
                List.of(),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                "",
                Marginals.Trust.CONVERGED);
        return new PriorEdges(List.of(new Parameter(name, prior)), found, 28).notes();
    }

    @Test
    void aNumberWithinTwoErrorsOfAnEdgeIsTold() {
        var prior = new Prior.Uniform(-0.1, 0.9 / 28);
        assertThat(notes("scale_length_loss", prior, 0.0315, 0.0005))
                .containsExactly(
                        "scale_length_loss (0.03150 ± 0.00050 1/Gyr) lies at the edge of its prior: 0.0321429 1/Gyr, where the disc of the oldest age (28 Gyr) has a tenth of its size; look at the oldest ages.");
        assertThat(notes("scale_length_loss", prior, 0.0315, 0.0003)).isEmpty();
        assertThat(notes("heating", new Prior.Uniform(0.01, 1000), 0.011, 0.001))
                .containsExactly("heating (0.0110 ± 0.0010 kpc km/s) lies at the edge of its prior: 0.01 kpc km/s.");
    }

    @Test
    void theScatterHasTwoEdges() {
        var prior = new Prior.RootUniform(0.5);
        assertThat(notes("scatter", prior, 0.01, 0.02))
                .singleElement()
                .asString()
                .contains("prior: 0 dex");
        assertThat(notes("scatter", prior, 0.49, 0.02))
                .singleElement()
                .asString()
                .contains("prior: 0.5 dex");
        assertThat(notes("scatter", prior, 0.05, 0.02)).isEmpty();
    }
}
