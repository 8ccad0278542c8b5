package org.cellarius.galaxy.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.galaxy.Columns;
import org.cellarius.galaxy.GoldenTable;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.potential.Isochrone;
import org.cellarius.galaxy.potential.Kepler;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.galaxy.potential.Potentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrbitKernelTest {

    private static final OrbitSpan TEN_GYR = new OrbitSpan(10);
    private static final Potential MW = Potentials.named("MWPotential2014");

    private static Columns derive(Potential potential, OrbitSpan span, OrbitAccuracy accuracy, double[]... in) {
        return Columns.of(new OrbitKernel(potential, span, accuracy, ZmaxDefinition.LARGEST), in);
    }

    /** Extrema over 10 Gyr from galpy's dop853, refined; only rows that a second integrator of galpy's reproduces. */
    @ParameterizedTest
    @CsvSource({"orbits_mwpotential2014.csv, 8, 220", "orbits_mwpotential2014_827_236.csv, 8.27, 236"})
    void orbitsInMwPotential2014EqualGalpys(String file, double r0, double v0) {
        GoldenTable table = GoldenTable.read(file);
        Columns found = derive(MW.rescaledTo(r0, v0), TEN_GYR, OrbitAccuracy.ACCURATE, galpyStarts(table));
        int[] rows = trusted(table, 1e-5);
        assertThat(rows.length).isGreaterThan(table.rows().size() / 2);
        assertAgree(table, found, rows, 1e-4, "zmax", "Rperi_cyl", "Rap_cyl", "rperi_sph", "rap_sph", "Rg");
        double[] drift = found.column("energy_drift");
        assertThat(Arrays.stream(rows).mapToDouble(i -> drift[i]).max().orElseThrow())
                .isLessThan(1e-8);
        double[] lz = table.column("Lz_rot");
        for (int i = 0; i < lz.length; i++) {
            assertThat(found.column("l_z")[i]).isCloseTo(lz[i], within(1e-9 * Math.abs(lz[i]) + 1e-9));
        }
    }

    /** AGAMA's converged expansion, extrema by roots on its dense output; rows that it can reproduce itself. */
    @Test
    void orbitsInMcMillan17EqualAgamasConvergedOnes() {
        GoldenTable table = GoldenTable.read("agama-mcmillan17-orbits.csv");
        double[][] starts = agamaStarts(table);
        double[] flag = table.column("flag");
        Columns found = derive(Potentials.named("McMillan17"), TEN_GYR, OrbitAccuracy.ACCURATE, starts);
        int[] rows = IntStream.range(0, flag.length).filter(i -> flag[i] == 0).toArray();
        String[][] names = {
            {"Zmax_hi", "zmax"},
            {"Rperi_hi", "r_peri"},
            {"Rapo_hi", "r_apo"},
            {"rperi_hi", "r3d_peri"},
            {"rapo_hi", "r3d_apo"},
            {"Rcirc_hi", "rg"},
            {"E_hi", "energy"}
        };
        for (String[] name : names) {
            assertClose(table.column(name[0]), found.column(name[1]), rows, 1e-4, name[1]);
        }
        double[] truth = table.column("Zmax_hi");
        double[] zmax = found.column("zmax");
        double[] errors = Arrays.stream(rows)
                .mapToDouble(i -> Math.abs(zmax[i] / truth[i] - 1))
                .sorted()
                .toArray();
        assertThat(errors[(int) (0.95 * errors.length)]).isLessThan(1e-6);
        for (int i : rows) {
            assertThat(found.column("energy_drift")[i]).as("row %d", i).isLessThan(1e-8);
        }
    }

    /** A tolerance a thousand times too large: two repetitions mend it where the energy is watched. */
    @Test
    void orbitsThatLoseEnergyAreFollowedAgain() {
        GoldenTable table = GoldenTable.read("orbits_mwpotential2014.csv");
        double[][] in = galpyStarts(table);
        int n = 200;
        double[][] some = Arrays.stream(in).map(c -> Arrays.copyOf(c, n)).toArray(double[][]::new);
        assertThat(drifts(some, 1e-5, Double.POSITIVE_INFINITY)[(int) (0.9 * n)])
                .isGreaterThan(1e-8);
        assertThat(drifts(some, 1e-5, 1e-8)[(int) (0.9 * n)]).isLessThan(1e-8);
    }

    private static double[] drifts(double[][] in, double tolerance, double largestDrift) {
        int n = in[0].length;
        var settings = new OrbitSettings(
                TEN_GYR, tolerance, largestDrift, OrbitSettings.PlaneCrossing.PASS, false, OrbitEnding.SPAN);
        OrbitSummaries found = new Orbits(MW, org.cellarius.galaxy.potential.ForceField.of(MW), settings)
                .follow(n, new OrbitStarts(in[0], in[1], in[2], in[3], in[4]), new StarStatus[n]);
        return IntStream.range(0, n).mapToDouble(found::energyDrift).sorted().toArray();
    }

    @Test
    void theFastFormIsGoodToAThousandthForDiscStars() {
        GoldenTable table = GoldenTable.read("agama-mcmillan17-orbits.csv");
        double[] flag = table.column("flag");
        double[] kind = table.column("kind");
        Columns found = derive(Potentials.named("McMillan17"), TEN_GYR, OrbitAccuracy.FAST, agamaStarts(table));
        double[] truth = table.column("Zmax_hi");
        double[] errors = IntStream.range(0, flag.length)
                .filter(i -> flag[i] == 0 && kind[i] < 2)
                .mapToDouble(i -> Math.abs(found.column("zmax")[i] / truth[i] - 1))
                .sorted()
                .toArray();
        assertThat(errors[(int) (0.95 * errors.length)]).isLessThan(1e-3);
    }

    private static double[][] galpyStarts(GoldenTable t) {
        return new double[][] {t.column("R"), t.column("z"), t.column("vR"), t.column("vz"), t.column("vphi_rot")};
    }

    private static double[][] agamaStarts(GoldenTable t) {
        return new double[][] {t.column("R"), t.column("z"), t.column("vR"), t.column("vz"), t.column("vphi")};
    }

    private static int[] trusted(GoldenTable table, double limit) {
        double[] zmax = table.column("repro_zmax_rel");
        double[] peri = table.column("repro_rperi_rel");
        double[] apo = table.column("repro_rap_rel");
        return IntStream.range(0, zmax.length)
                .filter(i -> zmax[i] < limit && peri[i] < limit && apo[i] < limit)
                .toArray();
    }

    private static void assertAgree(GoldenTable table, Columns found, int[] rows, double tolerance, String... names) {
        List<String> ours = List.of("zmax", "r_peri", "r_apo", "r3d_peri", "r3d_apo", "rg");
        for (int k = 0; k < names.length; k++) {
            assertClose(table.column(names[k]), found.column(ours.get(k)), rows, tolerance, names[k]);
        }
    }

    private static void assertClose(double[] truth, double[] found, int[] rows, double tolerance, String name) {
        for (int i : rows) {
            assertThat(found[i])
                    .as("%s of row %d", name, i)
                    .isCloseTo(truth[i], within(tolerance * Math.abs(truth[i])));
        }
    }

    /** Kepler: a(1-e), a(1+e), and an inclined orbit's height a(1+e) sin i when the apocentre is at the highest point. */
    @Test
    void keplersOrbitsAreEllipses() {
        double massMsun = 1e11;
        Potential point = Potential.of("point mass", "Kepler", 8, 230, List.of(new Kepler(massMsun)));
        double gm = -point.potentialKms2(1, 0);
        double a = 8;
        double e = 0.6;
        double apocentre = a * (1 + e);
        double speed = Math.sqrt(gm / a * (1 - e) / (1 + e));
        double inclination = Math.toRadians(35);
        Columns found = derive(
                point,
                TEN_GYR,
                OrbitAccuracy.ACCURATE,
                new double[] {apocentre, apocentre * Math.cos(inclination)},
                new double[] {0, apocentre * Math.sin(inclination)},
                new double[] {0, 0},
                new double[] {speed * Math.sin(inclination), 0},
                new double[] {speed * Math.cos(inclination), speed});
        assertThat(found.status()).containsOnly(StarStatus.OK);
        for (int i = 0; i < 2; i++) {
            assertThat(found.column("r3d_peri")[i]).isCloseTo(a * (1 - e), within(1e-6));
            assertThat(found.column("r3d_apo")[i]).isCloseTo(apocentre, within(1e-6));
            assertThat(found.column("ecc")[i]).isCloseTo(e, within(1e-7));
            assertThat(found.column("energy_drift")[i]).isLessThan(1e-8);
        }
        assertThat(found.column("zmax")[1]).isCloseTo(apocentre * Math.sin(inclination), within(1e-6));
        // Semi-minor axis times the sine: the height of an orbit that is inclined about its major axis.
        assertThat(found.column("zmax")[0]).isCloseTo(a * Math.sqrt(1 - e * e) * Math.sin(inclination), within(1e-6));
    }

    /** The isochrone's radial extrema are roots of a quadratic in s = 1 + sqrt(1 + r^2/b^2) (Binney and Tremaine 2008, eq. 2.49). */
    @Test
    void theIsochronesExtremaAreTheRootsOfItsQuadratic() {
        double b = 3;
        Potential isochrone = Potential.of("isochrone", "Henon 1959", 8, 230, List.of(new Isochrone(2e11, b)));
        double gm = -isochrone.potentialKms2(0, 0) * 2 * b;
        double r = 9;
        double vr = 60;
        double vt = 150;
        Columns found = derive(
                isochrone,
                TEN_GYR,
                OrbitAccuracy.ACCURATE,
                new double[] {r},
                new double[] {0},
                new double[] {vr},
                new double[] {0},
                new double[] {vt});
        double energy = isochrone.potentialKms2(r, 0) + (vr * vr + vt * vt) / 2;
        double l2 = r * vt * r * vt;
        // 2 E s^2 + (2 GM/b - 4 E) s - (4 GM/b + L^2/b^2) = 0
        double p = 2 * gm / b - 4 * energy;
        double q = -(4 * gm / b + l2 / (b * b));
        double root = Math.sqrt(p * p - 8 * energy * q);
        double s1 = (-p + root) / (4 * energy);
        double s2 = (-p - root) / (4 * energy);
        double peri = b * Math.sqrt((Math.min(s1, s2) - 1) * (Math.min(s1, s2) - 1) - 1);
        double apo = b * Math.sqrt((Math.max(s1, s2) - 1) * (Math.max(s1, s2) - 1) - 1);
        assertThat(found.column("r3d_peri")[0]).isCloseTo(peri, within(1e-7));
        assertThat(found.column("r3d_apo")[0]).isCloseTo(apo, within(1e-7));
        assertThat(found.column("zmax")[0]).isZero();
    }

    @Test
    void theSameOrbitInBothCoordinatesAndBothDirectionsOfTime() {
        GoldenTable table = GoldenTable.read("orbits_mwpotential2014.csv");
        double[][] in = galpyStarts(table);
        int[] rows = trusted(table, 1e-7);
        int[] some = Arrays.copyOf(rows, 60);
        var starts = new OrbitStarts(in[0], in[1], in[2], in[3], in[4]);
        OrbitSummaries plane = integrate(Motion.MERIDIONAL, starts, some);
        OrbitSummaries space = integrate(Motion.CARTESIAN, starts, some);
        for (int i : some) {
            assertThat(space.zmax[i]).isCloseTo(plane.zmax[i], within(1e-5 * plane.zmax[i]));
            assertThat(space.rPeri[i]).isCloseTo(plane.rPeri[i], within(1e-5 * plane.rPeri[i]));
            assertThat(space.meanRadius[i]).isCloseTo(plane.meanRadius[i], within(1e-5 * plane.meanRadius[i]));
            assertThat(space.verticalTurns[i]).isCloseTo(plane.verticalTurns[i], within(1));
        }
        // Time backwards is all velocities reversed.
        double[][] reversed = {in[0], in[1], negative(in[2]), negative(in[3]), negative(in[4])};
        Columns past = derive(MW, new OrbitSpan(-10), OrbitAccuracy.ACCURATE, in);
        Columns future = derive(MW, TEN_GYR, OrbitAccuracy.ACCURATE, reversed);
        assertThat(past.column("zmax")).isEqualTo(future.column("zmax"));
        assertThat(past.column("l_z")).isEqualTo(negative(future.column("l_z")));
    }

    private static OrbitSummaries integrate(Motion motion, OrbitStarts starts, int[] members) {
        var out = new OrbitSummaries(starts.radius().length);
        var settings = new OrbitSettings(TEN_GYR, 1e-8, 1, OrbitSettings.PlaneCrossing.PASS, false, OrbitEnding.SPAN);
        new OrbitIntegrator(org.cellarius.galaxy.potential.ForceField.of(MW), motion, settings)
                .follow(starts, members, members.length, out);
        return out;
    }

    private static double[] negative(double[] column) {
        return Arrays.stream(column).map(x -> -x).toArray();
    }

    /** Every star is followed by itself: its neighbours in the block change nothing but the last bits. */
    @Test
    void aStarDoesNotFeelItsNeighbours() {
        GoldenTable table = GoldenTable.read("orbits_mwpotential2014.csv");
        double[][] in = galpyStarts(table);
        Columns together = derive(MW, TEN_GYR, OrbitAccuracy.FAST, in);
        for (int i = 0; i < 40; i++) {
            int row = i * 7;
            double[][] alone = Arrays.stream(in).map(c -> new double[] {c[row]}).toArray(double[][]::new);
            Columns one = derive(MW, TEN_GYR, OrbitAccuracy.FAST, alone);
            assertThat(one.column("zmax")[0]).isEqualTo(together.column("zmax")[row]);
            assertThat(one.column("r_peri")[0]).isEqualTo(together.column("r_peri")[row]);
            assertThat(one.column("energy_drift")[0]).isEqualTo(together.column("energy_drift")[row]);
        }
    }

    @Test
    void theMeanOfTheMaximaIsNoLargerThanTheLargest() {
        GoldenTable table = GoldenTable.read("orbits_mwpotential2014.csv");
        double[][] in = galpyStarts(table);
        Columns largest = derive(MW, TEN_GYR, OrbitAccuracy.FAST, in);
        Columns mean = Columns.of(new OrbitKernel(MW, TEN_GYR, OrbitAccuracy.FAST, ZmaxDefinition.MEAN), in);
        double[] ratio = new double[in[0].length];
        for (int i = 0; i < ratio.length; i++) {
            ratio[i] = mean.column("zmax")[i] / largest.column("zmax")[i];
        }
        assertThat(Arrays.stream(ratio).max().orElseThrow()).isLessThanOrEqualTo(1);
        assertThat(Arrays.stream(ratio).min().orElseThrow()).isBetween(0.1, 0.95);
        assertThatThrownBy(() -> new OrbitKernel(MW, TEN_GYR, OrbitAccuracy.FAST, ZmaxDefinition.EDGE))
                .hasMessageContaining("not found by integration");
    }

    /** A star that never stops a batch: each of these has a status. */
    @ParameterizedTest
    @EnumSource(OrbitAccuracy.class)
    void badStarsHaveAStatus(OrbitAccuracy accuracy) {
        double nan = Double.NaN;
        double[][] in = {
            {nan, 8, 8, 8, 0, 8, 1e4, 8, -1, 0.001, 8, 8, 8},
            {0, nan, 0, 0, 0, 0, 1e4, 1e4, 0, 0, 0, 0, 0},
            {0, 0, nan, 0, 0, 0, 0, 0, 0, 0, 1e5, 0, Double.POSITIVE_INFINITY},
            {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
            {220, 220, 220, 1000, 0, 0, 0.001, 0.1, 220, 1, 220, 0, 200}
        };
        Columns found = derive(Potentials.named("McMillan17"), TEN_GYR, accuracy, in);
        assertThat(found.status()[0]).isEqualTo(StarStatus.NO_POSITION);
        assertThat(found.status()[1]).isEqualTo(StarStatus.NO_POSITION);
        assertThat(found.status()[2]).isEqualTo(StarStatus.NO_VELOCITY);
        assertThat(found.status()[3]).isEqualTo(StarStatus.UNBOUND);
        // At rest in the centre: it stays there.
        assertThat(found.status()[4]).isEqualTo(StarStatus.OK);
        assertThat(found.column("r3d_apo")[4]).isCloseTo(0, within(1e-9));
        // Dropped from rest at 8 kpc: through the centre and back.
        assertThat(found.status()[5]).isEqualTo(StarStatus.OK);
        double exactness = switch (accuracy) {
            case FAST -> 0.1;
            case ACCURATE -> 0.01;
        };
        assertThat(found.column("r_apo")[5]).isCloseTo(8, within(exactness));
        assertThat(found.column("r_peri")[5]).isLessThan(1e-3);
        assertThat(found.column("ecc")[5]).isGreaterThan(0.999);
        assertThat(found.status()[6]).isIn(StarStatus.NOT_CONVERGED, StarStatus.UNBOUND);
        assertThat(found.status()[7]).isIn(StarStatus.NOT_CONVERGED, StarStatus.UNBOUND);
        assertThat(found.status()[8]).isEqualTo(StarStatus.NO_POSITION);
        assertThat(found.status()[10]).isEqualTo(StarStatus.UNBOUND);
        assertThat(found.column("zmax")[10]).isNaN();
        assertThat(found.column("rg")[10]).isBetween(7.0, 9.0);
        assertThat(found.column("energy")[10]).isGreaterThan(0);
        assertThat(found.status()[11]).isEqualTo(StarStatus.OK);
        assertThat(found.status()[12]).isEqualTo(StarStatus.NO_VELOCITY);
    }

    @Test
    void aSpanMustBeATime() {
        assertThatThrownBy(() -> new OrbitSpan(0)).hasMessageContaining("0.0 Gyr");
        assertThatThrownBy(() -> new OrbitSpan(Double.NaN)).hasMessageContaining("Gyr");
        assertThatThrownBy(() -> new OrbitSpan(5000)).hasMessageContaining("within 1000 Gyr");
    }

    /** Where R never turns, one turn of the other coordinates is enough; less is not. */
    @Test
    void circlesAndTheAxisAreOrbitsToo() {
        double[][] in = {{8, 0, 0}, {0, 1, 0}, {0, 0, 0}, {0, 50, 50}, {220, 0, 0}};
        Columns found = derive(MW, TEN_GYR, OrbitAccuracy.FAST, in);
        assertThat(found.status()[0]).isEqualTo(StarStatus.OK);
        assertThat(found.column("r_apo")[0]).isCloseTo(8, within(1e-6));
        assertThat(found.status()[1]).isEqualTo(StarStatus.OK);
        assertThat(found.column("r_apo")[1]).isZero();
        Columns early = derive(MW, new OrbitSpan(0.01), OrbitAccuracy.FAST, in);
        assertThat(early.status()[0]).isEqualTo(StarStatus.NOT_CONVERGED);
    }
}
