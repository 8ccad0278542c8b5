package org.cellarius.galaxy.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.cellarius.galaxy.Columns;
import org.cellarius.galaxy.GoldenTable;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.galaxy.potential.Potentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against galpy's and AGAMA's St&auml;ckel approximations. */
class GoldenActionTest {

    /**
     * Limits and actions at galpy's fixed focal distance. The limits agree to rounding (galpy's root finder: 2e-3 in Zmax for stars
     * that almost pass the pole); galpy's ten nodes are 1e-3 off in J, and with ten nodes we agree to 1e-6.
     */
    @ParameterizedTest
    @CsvSource({"mwpotential2014,8,220", "mwpotential2014_827_236,8.27,236"})
    void agreesWithGalpyWhereThePotentialIsTheSame(String name, double r0, double v0) {
        GoldenTable table = GoldenTable.read("orbits_" + name + ".csv");
        Potential potential = Potentials.MW_POTENTIAL_2014.rescaledTo(r0, v0);
        Columns mine = likeGalpy(potential, table, 0.45 * r0);
        assertThat(Misfits.of(mine.column("r3d_peri"), table.column("stfix_rperi"))
                        .percentile(99))
                .isLessThan(1e-9);
        assertThat(Misfits.of(mine.column("r3d_apo"), table.column("stfix_rap")).greatest())
                .isLessThan(1e-8);
        assertThat(Misfits.of(mine.column("zmax"), table.column("stfix_zmax")).percentile(97))
                .isLessThan(1e-8);
        assertThat(Misfits.of(mine.column("ecc"), table.column("stfix_ecc")).percentile(97))
                .isLessThan(1e-8);
        assertThat(Misfits.of(mine.column("j_r"), table.column("stfix_Jr")).greatest())
                .isLessThan(2e-3);
        assertThat(Misfits.of(mine.column("j_z"), table.column("stfix_Jz")).greatest())
                .isLessThan(1.2e-3);
        double[][] ten = tenNodes(potential, table, mine, 0.45 * r0);
        assertThat(Misfits.of(ten[0], table.column("stfix_Jr")).percentile(97)).isLessThan(1e-6);
        assertThat(Misfits.of(ten[1], table.column("stfix_Jz")).percentile(97)).isLessThan(1e-6);
    }

    /** galpy expands McMillan's potential: 1e-3 in the force. */
    @Test
    void agreesWithGalpyInMcMillansPotentialAsItsExpansionAllows() {
        GoldenTable table = GoldenTable.read("orbits_mcmillan17.csv");
        Columns mine = likeGalpy(Potentials.MCMILLAN_17_ROUNDED, table, 0.45 * 8.21);
        assertThat(Misfits.of(mine.column("j_r"), table.column("stfix_Jr")).median())
                .isLessThan(1e-3);
        assertThat(Misfits.of(mine.column("j_z"), table.column("stfix_Jz")).median())
                .isLessThan(3e-4);
        assertThat(Misfits.of(mine.column("zmax"), table.column("stfix_zmax")).greatest())
                .isLessThan(2e-3);
        assertThat(Misfits.of(mine.column("r3d_apo"), table.column("stfix_rap")).greatest())
                .isLessThan(4e-4);
    }

    /** Where &Delta;&sup2; is negative galpy takes 1e-6 kpc and we take 0. */
    @ParameterizedTest
    @CsvSource({"mwpotential2014,8,220", "mwpotential2014_827_236,8.27,236"})
    void focalDistanceAtTheStarIsGalpys(String name, double r0, double v0) {
        GoldenTable table = GoldenTable.read("orbits_" + name + ".csv");
        var kernel = new StaeckelKernel(
                Potentials.MW_POTENTIAL_2014.rescaledTo(r0, v0),
                new StaeckelChoice(
                        new FocalDistance.AtStar(), FudgeReference.PLANE, ActionForm.DIRECT, ActionColumns.ACTIONS));
        Columns mine = Columns.of(kernel, galpyStates(table));
        assertThat(Misfits.of(mine.column("focal_distance"), table.column("stest_delta"))
                        .percentile(97))
                .isLessThan(1e-8);
        assertThat(Misfits.of(mine.column("zmax"), table.column("stest_zmax")).percentile(97))
                .isLessThan(1e-7);
        assertThat(Misfits.of(mine.column("j_z"), table.column("stest_Jz")).greatest())
                .isLessThan(1.2e-3);
    }

    /** AGAMA's table was made with its default expansion: 1e-4 in the force. */
    @Test
    void agreesWithAgamaAtItsOwnFocalDistances() {
        GoldenTable table = GoldenTable.read("agama-mcmillan17-orbits.csv");
        double[][] states = agamaStates(table);
        double[] focal = table.column("fudge_delta_kpc");
        double[][] mine = new double[2][focal.length];
        var stars = StarByStar.in(Potentials.MCMILLAN_17);
        for (int i = 0; i < focal.length; i++) {
            StaeckelStars found = stars.actions(focal[i], states, i);
            mine[0][i] = found.jr[0];
            mine[1][i] = found.jz[0];
        }
        assertThat(Misfits.of(mine[0], table.column("Jr_fudge")).median()).isLessThan(4e-4);
        assertThat(Misfits.of(mine[0], table.column("Jr_fudge")).greatest()).isLessThan(1e-2);
        assertThat(Misfits.of(mine[1], table.column("Jz_fudge")).median()).isLessThan(2e-4);
        assertThat(Misfits.of(mine[1], table.column("Jz_fudge")).greatest()).isLessThan(1e-3);
    }

    /** The focal distances themselves, where AGAMA's default expansion is good: beyond the centre and inside 15 kpc. */
    @Test
    void shellOrbitsGiveAgamasFocalDistances() {
        GoldenTable table = GoldenTable.read("agama-mcmillan17-orbits.csv");
        double[] kind = table.column("kind");
        int[] disc = IntStream.range(0, kind.length).filter(i -> kind[i] < 2).toArray();
        Columns mine = Columns.of(new StaeckelKernel(Potentials.MCMILLAN_17), agamaStates(table));
        double[] focal = Misfits.pick(table.column("fudge_delta_kpc"), disc);
        Misfits misfits = Misfits.of(Misfits.pick(mine.column("focal_distance"), disc), focal);
        assertThat(misfits.median()).isLessThan(1.5e-2);
        assertThat(misfits.percentile(95)).isLessThan(0.1);
    }

    private static Columns likeGalpy(Potential potential, GoldenTable table, double focalKpc) {
        var kernel = new StaeckelKernel(
                potential,
                new StaeckelChoice(
                        new FocalDistance.Fixed(focalKpc),
                        FudgeReference.PLANE,
                        ActionForm.DIRECT,
                        ActionColumns.ACTIONS));
        return Columns.of(kernel, galpyStates(table));
    }

    private static double[][] tenNodes(Potential potential, GoldenTable table, Columns mine, double focalKpc) {
        double[][] states = galpyStates(table);
        int n = states[0].length;
        double[][] actions = new double[2][n];
        for (int i = 0; i < n; i++) {
            double[] star = {states[0][i], states[1][i], states[2][i], states[3][i], states[4][i]};
            var rule = new GalpyQuadrature(potential, focalKpc, star);
            double outer = mine.column("r_apo")[i];
            actions[0][i] = rule.radialAction(mine.column("r3d_peri")[i], outer);
            actions[1][i] = rule.verticalAction(mine.column("zmax")[i] / Math.hypot(outer, focalKpc));
        }
        return actions;
    }

    private static double[][] galpyStates(GoldenTable t) {
        return new double[][] {t.column("R"), t.column("z"), t.column("vR"), t.column("vz"), t.column("vphi_rot")};
    }

    private static double[][] agamaStates(GoldenTable t) {
        return new double[][] {t.column("R"), t.column("z"), t.column("vR"), t.column("vz"), t.column("vphi")};
    }
}
