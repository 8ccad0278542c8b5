package org.cellarius.galaxy.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.cellarius.galaxy.Columns;
import org.cellarius.galaxy.GoldenTable;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.galaxy.potential.Potentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables against the direct form. */
class InterpolatedActionTest {

    /** AGAMA's tables: J_R 9e-4 (median) and 9e-3 (95 per cent), J_z 3.3e-3 and 4e-2, of disc stars like these. */
    @ParameterizedTest
    @ValueSource(strings = {"McMillan17", "MWPotential2014"})
    void tablesAreCloserToTheDirectFormThanAgamas(String name) {
        GoldenTable table = GoldenTable.read("agama-mcmillan17-orbits.csv");
        double[] kind = table.column("kind");
        int[] disc = IntStream.range(0, kind.length).filter(i -> kind[i] < 2).toArray();
        Potential potential = Potentials.named(name);
        Columns direct = Columns.of(new StaeckelKernel(potential), states(table));
        Columns quick = Columns.of(interpolated(potential), states(table));
        assertThat(quick.status()).isEqualTo(direct.status());
        String[] columns = {"j_r", "j_z", "zmax", "r3d_peri", "r3d_apo", "r_peri", "r_apo", "ecc"};
        double[] medians = {9e-4, 1e-3, 1e-3, 2e-4, 1e-4, 2e-4, 1e-4, 5e-4};
        double[] high = {9e-3, 2e-2, 2e-2, 2e-3, 1e-3, 2e-3, 1e-3, 5e-3};
        for (int c = 0; c < columns.length; c++) {
            Misfits misfits = Misfits.of(
                    Misfits.pick(quick.column(columns[c]), disc), Misfits.pick(direct.column(columns[c]), disc));
            assertThat(misfits.median()).as(columns[c]).isLessThan(medians[c]);
            assertThat(misfits.percentile(95)).as(columns[c]).isLessThan(high[c]);
        }
    }

    /** Beyond the tables the direct form is taken. */
    @Test
    void starsBeyondTheTablesAreExact() {
        double[][] states = {{8, 8, 900, 0.001}, {0, 1, 10, 0}, {10, 10, 1, 3}, {0, 40, 0, 2}, {200, 0, 30, 5}};
        Columns direct = Columns.of(new StaeckelKernel(Potentials.MCMILLAN_17), states);
        Columns quick = Columns.of(interpolated(Potentials.MCMILLAN_17), states);
        for (int i = 1; i < 4; i++) {
            assertThat(quick.column("j_r")[i]).isEqualTo(direct.column("j_r")[i]);
            assertThat(quick.column("j_z")[i]).isEqualTo(direct.column("j_z")[i]);
        }
        assertThat(quick.column("j_z")[0]).isZero();
    }

    @Test
    void tablesAreMadeForOneFormOfTheApproximationOnly() {
        assertThatThrownBy(() -> new StaeckelKernel(
                        Potentials.MW_POTENTIAL_2014,
                        new StaeckelChoice(
                                new FocalDistance.Fixed(3.6),
                                FudgeReference.STAR,
                                ActionForm.INTERPOLATED,
                                ActionColumns.ACTIONS)))
                .hasMessageContaining("interpolated actions need the focal distances 'shell-orbits'");
    }

    private static StaeckelKernel interpolated(Potential potential) {
        return new StaeckelKernel(
                potential,
                new StaeckelChoice(
                        new FocalDistance.ShellOrbits(),
                        FudgeReference.STAR,
                        ActionForm.INTERPOLATED,
                        ActionColumns.ACTIONS));
    }

    private static double[][] states(GoldenTable t) {
        return new double[][] {t.column("R"), t.column("z"), t.column("vR"), t.column("vz"), t.column("vphi")};
    }
}
