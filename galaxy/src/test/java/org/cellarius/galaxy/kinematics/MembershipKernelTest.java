package org.cellarius.galaxy.kinematics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.cellarius.galaxy.Columns;
import org.cellarius.galaxy.GoldenTable;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.HeliocentricKernel;
import org.cellarius.galaxy.frame.PhaseSpaceKernel;
import org.cellarius.galaxy.frame.PhaseSpaceKernel.Motions;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.kinematics.KinematicMembership.Toomre;
import org.cellarius.galaxy.potential.Potentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembershipKernelTest {

    private static final GoldenTable SCIPY = GoldenTable.read("membership.csv");

    @ParameterizedTest
    @ValueSource(strings = {"bensby2003", "bensby2005frac", "robin2003"})
    void probabilitiesEqualScipyToTenDigitsInTheFarTailToo(String set) {
        var members = members(VelocityEllipsoids.byName(set).orElseThrow());
        assertRelative(members.column("p_thin"), SCIPY.column(set + "_P_thin"));
        assertRelative(members.column("p_thick"), SCIPY.column(set + "_P_thick"));
        assertRelative(members.column("p_halo"), SCIPY.column(set + "_P_halo"));
        assertRelative(members.column("ln_td_d"), SCIPY.column(set + "_ln_TD_D"));
        for (int i = 0; i < members.status().length; i++) {
            double sum = members.column("p_thin")[i] + members.column("p_thick")[i] + members.column("p_halo")[i];
            assertThat(sum).isCloseTo(1, within(4e-16));
            assertThat(members.status()[i]).isEqualTo(StarStatus.OK);
        }
    }

    private static void assertRelative(double[] ours, double[] theirs) {
        assertThat(ours).hasSameSizeAs(theirs);
        for (int i = 0; i < ours.length; i++) {
            assertThat(ours[i]).as("star %d", i).isCloseTo(theirs[i], within(1e-10 * Math.abs(theirs[i])));
        }
    }

    @Test
    void logarithmsStayFiniteWhereDensitiesUnderflow() {
        double[][] fast = {{5000, 1e150}, {-5000, 0}, {5000, 0}};
        var members = Columns.of(new MembershipKernel(VelocityEllipsoids.ROBIN_2003), fast);
        assertThat(members.column("ln_td_d")[0]).isFinite();
        assertThat(members.column("p_halo")).containsExactly(1, 1);
        assertThat(members.column("p_thin")[1]).isZero();
    }

    @Test
    void oddsOfAStarOnTheMeanOfBothDiscsAreThoseOfSharesAndVolumes() {
        var set = VelocityEllipsoids.BENSBY_2003.withAsymmetricDrifts(0, 0, 0);
        var members = Columns.of(new MembershipKernel(set), new double[][] {{0}, {0}, {0}});
        double odds = 0.06 / 0.94 * (35 * 20 * 16) / (67.0 * 38 * 35);
        assertThat(members.column("ln_td_d")[0]).isCloseTo(Math.log(odds), within(1e-14));
        assertThat(set.name()).contains("bensby2003").contains("0.0");
    }

    @Test
    void missingVelocitiesGetAStatus() {
        double nan = Double.NaN;
        double[][] in = {{nan, 1}, {0, 1}, {0, Double.POSITIVE_INFINITY}};
        var members = Columns.of(new MembershipKernel(VelocityEllipsoids.BENSBY_2003), in);
        assertThat(members.status()).containsOnly(StarStatus.NO_VELOCITY);
        assertThat(members.column("p_halo")).containsOnly(nan);
        assertThat(Columns.of(new ToomreKernel(), in).status()).containsOnly(StarStatus.NO_VELOCITY);
    }

    @Test
    void toomreAxesAreSpeeds() {
        var axes = Columns.of(new ToomreKernel(), new double[][] {{3}, {12}, {4}});
        assertThat(axes.column("v_tot")[0]).isCloseTo(13, within(1e-14));
        assertThat(axes.column("v_toomre")[0]).isCloseTo(5, within(1e-14));
    }

    @Test
    void haloStarsReachTheLimitAndStarsWithoutNumbersAreNeither() {
        double nan = Double.NaN;
        var byProbability = Columns.of(new HaloKernel(HaloCut.HAWKINS_2023), new double[] {0.01, 0.0099, nan});
        assertThat(byProbability.column("halo")).containsExactly(1, 0, nan);
        assertThat(byProbability.status()).containsExactly(StarStatus.OK, StarStatus.OK, StarStatus.NO_VELOCITY);
        var bySpeed = new HaloKernel(new HaloCut.TotalSpeed(200));
        assertThat(bySpeed.inputs()).containsExactly("v_tot");
        assertThat(Columns.of(bySpeed, new double[] {220, 180}).column("halo")).containsExactly(1, 0);
        assertThatThrownBy(() -> new HaloCut.Probability(1.5)).hasMessageContaining("1.5");
        assertThatThrownBy(() -> new HaloCut.TotalSpeed(0)).hasMessageContaining("km/s");
    }

    @Test
    void nearTheSunLocalVelocitiesAreThoseRelativeToTheLsr() {
        // At 1 pc towards the centre: the axes differ by its angle, the frame's tilt and its 0.5 arcsec of definition.
        double[][] star = {{266.4051}, {-28.936175}, {0.001}, {2000}, {-3000}, {25}};
        var frame = new GalactocentricFrame(Sun.VICKERS_2021);
        var space = Columns.of(new PhaseSpaceKernel(frame, Motions.KNOWN), star);
        var local = Columns.of(
                new LocalVelocityKernel(rKpc -> 236),
                space.column("r"),
                space.column("v_r"),
                space.column("v_phi"),
                space.column("v_z"));
        var lsr = Columns.of(HeliocentricKernel.relativeToLsr(Sun.VICKERS_2021), star);
        for (String c : new String[] {"u_lsr", "v_lsr", "w_lsr"}) {
            assertThat(local.column(c)[0]).as(c).isCloseTo(lsr.column(c)[0], within(1e-3));
        }
    }

    @Test
    void onACircularOrbitAnywhereAStarIsAtRest() {
        double nan = Double.NaN;
        var local = Columns.of(
                new LocalVelocityKernel(rKpc -> 30 * rKpc),
                new double[] {4, 7, nan, 4},
                new double[] {0, 5, 0, 0},
                new double[] {120, 210, 120, nan},
                new double[] {0, -3, 0, 0});
        assertThat(local.column("u_lsr")).containsExactly(0, -5, nan, nan);
        assertThat(local.column("v_lsr")).containsExactly(0, 0, nan, nan);
        assertThat(local.column("w_lsr")).containsExactly(0, -3, nan, nan);
        assertThat(local.status())
                .containsExactly(StarStatus.OK, StarStatus.OK, StarStatus.NO_POSITION, StarStatus.NO_VELOCITY);
    }

    @Test
    void whatIsToldIsTheSameAloneAndTogether() {
        double[][] in = {SCIPY.column("U_lsr"), SCIPY.column("V_lsr"), SCIPY.column("W_lsr")};
        var atTheSun = new VelocityReference.LocalStandardOfRest();
        for (HaloCut cut : new HaloCut[] {HaloCut.HAWKINS_2023, new HaloCut.TotalSpeed(180)}) {
            var together =
                    new KinematicMembership(VelocityEllipsoids.ROBIN_2003, atTheSun, Toomre.WRITTEN, Optional.of(cut));
            var all = Columns.of(together.kernel(), in);
            assertThat(all.column("p_halo"))
                    .isEqualTo(members(VelocityEllipsoids.ROBIN_2003).column("p_halo"));
            assertThat(all.column("v_tot"))
                    .isEqualTo(Columns.of(new ToomreKernel(), in).column("v_tot"));
            double[] halo = all.column("halo");
            for (int i = 0; i < halo.length; i++) {
                double number = all.column(cut.column())[i];
                assertThat(halo[i]).isEqualTo(number >= cut.least() ? 1 : 0);
            }
            assertThat(halo).contains(0, 1);
        }
        var alone = new KinematicMembership(VelocityEllipsoids.ROBIN_2003, atTheSun, Toomre.LEFT_OUT, Optional.empty());
        assertThat(alone.kernel().outputs()).hasSize(4);
    }

    @Test
    void relativeToCircularOrbitsASlowStarFarInIsAThickDiscStarAsItWouldBeHere() {
        var potential = Potentials.all().stream()
                .filter(p -> p.name().equals("MWPotential2014"))
                .findFirst()
                .orElseThrow();
        var relative = new VelocityReference.CircularOrbit(potential);
        var kernel = new KinematicMembership(
                        VelocityEllipsoids.BENSBY_2003, relative, Toomre.LEFT_OUT, Optional.empty())
                .kernel();
        double[] radiiKpc = {4, 8, 15};
        double[] rotation = new double[3];
        for (int i = 0; i < 3; i++) {
            rotation[i] = potential.circularOrbits().speedKms(radiiKpc[i]) - 60;
        }
        var far = Columns.of(kernel, radiiKpc, new double[] {-40, -40, -40}, rotation, new double[] {50, 50, 50});
        var here = Columns.of(new MembershipKernel(VelocityEllipsoids.BENSBY_2003), new double[][] {{40}, {-60}, {50}});
        for (double p : far.column("p_thick")) {
            assertThat(p).isCloseTo(here.column("p_thick")[0], within(1e-9)).isGreaterThan(0.5);
        }
        assertThat(relative.words()).contains("MWPotential2014").contains("220.0 km/s");
    }

    @Test
    void impossibleEllipsoidsAreRefused() {
        assertThatThrownBy(() -> new VelocityEllipsoid(0, -15, 35, 20, 16)).hasMessageContaining("share");
        assertThatThrownBy(() -> new VelocityEllipsoid(1, -15, 35, -20, 16)).hasMessageContaining("dispersion in V");
        assertThatThrownBy(() -> new VelocityEllipsoid(1, Double.NaN, 35, 20, 16))
                .hasMessageContaining("drift");
        assertThat(VelocityEllipsoids.byName("ramirez2013")).isEmpty();
    }

    private static Columns members(VelocityEllipsoids set) {
        return Columns.of(
                new MembershipKernel(set), SCIPY.column("U_lsr"), SCIPY.column("V_lsr"), SCIPY.column("W_lsr"));
    }
}
