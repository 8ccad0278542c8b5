package org.cellarius.galaxy.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.cellarius.galaxy.density.DiscProfile.Vertical;
import org.cellarius.galaxy.density.LinesOfSight.Stretch;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.posterior.Computation;
import org.cellarius.galaxy.posterior.ImportanceSampler;
import org.cellarius.galaxy.posterior.Marginals;
import org.cellarius.galaxy.posterior.Prior;
import org.junit.jupiter.api.Test;

/** Stars drawn from a profile under a selection, and the profile found again. */
class DensityPosteriorTest {

    private static final Sun SUN = Sun.IMIG_2023;
    private static final SolarVolume SEEN = new SolarVolume(4, 6, 90, 2);

    private static final int MOCKS = 200;

    private record Drawn(double[] r, double[] z) {}

    /** Stars of a profile within the volume, by rejection. */
    private static Drawn drawn(DiscProfile profile, int count, long seed) {
        var random = new SplittableRandom(seed);
        double[] r = new double[count];
        double[] z = new double[count];
        double ceiling = -1e9;
        for (double at = 4; at < 12.5; at += 0.01) {
            ceiling = Math.max(ceiling, profile.lnDensity(at, 0));
        }
        for (int i = 0; i < count; ) {
            double x = -SUN.r0Kpc() + 4 * (2 * random.nextDouble() - 1);
            double y = 4 * (2 * random.nextDouble() - 1);
            double up = 2 * (2 * random.nextDouble() - 1);
            double radius = Math.hypot(x, y);
            if (Math.log(random.nextDouble()) < profile.lnDensity(radius, up) - ceiling && SEEN.holds(SUN, x, y, up)) {
                r[i] = radius;
                z[i++] = up;
            }
        }
        return new Drawn(r, z);
    }

    private static Marginals found(DensityModel model, Drawn stars, EffectiveVolume volume, long seed) {
        return ImportanceSampler.sample(
                        new DensityPosterior(model, stars.r(), stars.z(), volume),
                        new Computation.Importance(2000, seed))
                .orElseThrow();
    }

    /** Where the likelihood of three parameters is highest, and the errors that its curvature gives: Newton's method on differences. */
    private static double[][] highest(DensityPosterior posterior, double[] from) {
        double[] at = from.clone();
        double[] step = posterior.widths();
        double[][] m = new double[3][4];
        for (int round = 0; round < 25; round++) {
            double here = posterior.lnLikelihood(at);
            for (int i = 0; i < 3; i++) {
                double up = moved(posterior, at, step, i, 0.1, i, 0);
                double down = moved(posterior, at, step, i, -0.1, i, 0);
                m[i][3] = (up - down) / 0.2;
                m[i][i] = (2 * here - up - down) / 0.01;
                for (int j = 0; j < i; j++) {
                    m[i][j] = -(moved(posterior, at, step, i, 0.1, j, 0.1)
                                    - moved(posterior, at, step, i, 0.1, j, -0.1)
                                    - moved(posterior, at, step, i, -0.1, j, 0.1)
                                    + moved(posterior, at, step, i, -0.1, j, -0.1))
                            / 0.04;
                    m[j][i] = m[i][j];
                }
            }
            double det = determinant(m, -1);
            double largest = 0;
            for (int k = 0; k < 3; k++) {
                double move = Math.clamp(determinant(m, k) / det, -2, 2);
                at[k] += step[k] * move;
                largest = Math.max(largest, Math.abs(move));
            }
            if (largest < 1e-3) {
                break;
            }
        }
        double det = determinant(m, -1);
        double[] error = {
            step[0] * Math.sqrt((m[1][1] * m[2][2] - m[1][2] * m[1][2]) / det),
            step[1] * Math.sqrt((m[0][0] * m[2][2] - m[0][2] * m[0][2]) / det),
            step[2] * Math.sqrt((m[0][0] * m[1][1] - m[0][1] * m[0][1]) / det)
        };
        return new double[][] {at, error};
    }

    private static double moved(
            DensityPosterior posterior, double[] at, double[] step, int i, double byI, int j, double byJ) {
        double[] there = at.clone();
        there[i] += byI * step[i];
        there[j] += byJ * step[j];
        return posterior.lnLikelihood(there);
    }

    /** Of three columns, one of them replaced by the fourth. */
    private static double determinant(double[][] m, int replaced) {
        double[][] a = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                a[i][j] = m[i][j == replaced ? 3 : j];
            }
        }
        return a[0][0] * (a[1][1] * a[2][2] - a[1][2] * a[2][1])
                - a[0][1] * (a[1][0] * a[2][2] - a[1][2] * a[2][0])
                + a[0][2] * (a[1][0] * a[2][1] - a[1][1] * a[2][0]);
    }

    @Test
    void parametersLieWithinTheirErrorsAsOftenAsTheyShould() {
        var truth = new DiscProfile(0.35, 0.35, SUN.r0Kpc(), 0.35, 0.08, SUN.r0Kpc(), Vertical.EXPONENTIAL);
        double[] values = {0.35, 0.35, 0.08};
        var model = new DensityModel(Optional.empty(), true, SUN.r0Kpc(), Vertical.EXPONENTIAL);
        EffectiveVolume volume = SEEN.volume(SUN);
        int inside = 0;
        for (int mock = 0; mock < MOCKS; mock++) {
            Drawn stars = drawn(truth, 500, 100 + mock);
            double[][] found = highest(new DensityPosterior(model, stars.r(), stars.z(), volume), values);
            for (int k = 0; k < 3; k++) {
                inside += Math.abs(found[0][k] - values[k]) < found[1][k] ? 1 : 0;
            }
        }
        assertThat(inside / (3.0 * MOCKS)).isCloseTo(0.68, within(0.03));
    }

    @Test
    void aBrokenFlaringDiscIsFoundInFields() {
        var truth = new DiscProfile(-0.15, 0.7, 8.6, 0.3, 0.1, SUN.r0Kpc(), Vertical.SECH2);
        double[] values = {-0.15, 0.7, 8.6, 0.3, 0.1};
        var fields = new ArrayList<Stretch>();
        for (int l = 0; l < 360; l += 60) {
            fields.add(new Stretch(l, 3, 7, 0.2, 4, 0.2));
            fields.add(new Stretch(l + 20, -8, 7, 0.2, 4, 0.6));
        }
        var model = new DensityModel(Optional.of(new Prior.Uniform(6, 11)), true, SUN.r0Kpc(), Vertical.SECH2);
        Drawn stars = drawnInFields(truth, fields, 1500, 5);
        Marginals found = found(model, stars, new LinesOfSight(fields).volume(SUN), 1);
        assertThat(found.trust()).isEqualTo(Marginals.Trust.CONVERGED);
        for (int k = 0; k < 5; k++) {
            double sd = Math.sqrt(found.covariance()[k][k]);
            assertThat(found.means()[k]).isCloseTo(values[k], within(3 * sd));
        }
    }

    /** About the Sun, with sharp edges of the selection: drawn with the break held, layer by layer. */
    @Test
    void aBrokenFlaringDiscIsFoundAboutTheSun() {
        var truth = new DiscProfile(-0.1, 0.6, 9, 0.3, 0.08, SUN.r0Kpc(), Vertical.EXPONENTIAL);
        double[] values = {-0.1, 0.6, 9, 0.3, 0.08};
        var model = new DensityModel(Optional.of(new Prior.Uniform(6, 11)), true, SUN.r0Kpc(), Vertical.EXPONENTIAL);
        Marginals found = found(model, drawn(truth, 1200, 6), SEEN.volume(SUN), 1);
        assertThat(found.trust()).isEqualTo(Marginals.Trust.CONVERGED);
        for (int k = 0; k < 5; k++) {
            double sd = Math.sqrt(found.covariance()[k][k]);
            assertThat(found.means()[k]).isCloseTo(values[k], within(3 * sd));
        }
    }

    /** Wherever such a break is, the density within the volume is one exponential: nothing tells the break and what lies beyond. */
    @Test
    void aBreakOutsideTheVolumeHasNoTestOfTheFit() {
        var truth = new DiscProfile(0.35, 0.35, SUN.r0Kpc(), 0.3, 0, SUN.r0Kpc(), Vertical.EXPONENTIAL);
        Drawn stars = drawn(truth, 600, 7);
        EffectiveVolume volume = SEEN.cells(SUN).points();
        var far = new DensityModel(Optional.of(new Prior.Uniform(30, 40)), true, SUN.r0Kpc(), Vertical.EXPONENTIAL);
        assertThat(CountTest.of(far, stars.r(), stars.z(), volume, new double[] {0.35, 1, 35, 0.3, 0}))
                .isEmpty();
        var none = new DensityModel(Optional.empty(), true, SUN.r0Kpc(), Vertical.EXPONENTIAL);
        assertThat(CountTest.of(none, stars.r(), stars.z(), volume, new double[] {0.35, 0.3, 0}))
                .isPresent();
    }

    /** Against the maximum of the likelihood under either volume; and where a break may lie anywhere no change is larger than its range. */
    @Test
    void theChangeOfACoarserVolumeIsThatOfWhatIsFound() {
        var truth = new DiscProfile(0.35, 0.35, SUN.r0Kpc(), 0.3, 0, SUN.r0Kpc(), Vertical.EXPONENTIAL);
        Drawn stars = drawn(truth, 1200, 8);
        EffectiveVolume fine = SEEN.cells(SUN).points();
        EffectiveVolume coarse = new SolarVolume(4, 5.7, 90, 2).cells(SUN).points();
        var model = new DensityModel(Optional.empty(), false, SUN.r0Kpc(), Vertical.EXPONENTIAL);
        double[] near = {0.35, 0.3};
        var right = HighestLikelihood.of(new DensityPosterior(model, stars.r(), stars.z(), fine), model, fine, near)
                .orElseThrow();
        var other = HighestLikelihood.of(new DensityPosterior(model, stars.r(), stars.z(), coarse), model, coarse, near)
                .orElseThrow();
        double moved = 0;
        for (int k = 0; k < 2; k++) {
            moved = Math.max(
                    moved, Math.abs(other.values()[k] - right.values()[k]) / Math.sqrt(right.covariance()[k][k]));
        }
        assertThat(moved).isGreaterThan(0.2);
        assertThat(new VolumeAccuracy(coarse, fine).largestChange(model, 1200, found(model, stars, fine, 1)))
                .isCloseTo(moved, within(0.15 * moved));
        assertThat(new VolumeAccuracy(fine, fine).largestChange(model, 1200, found(model, stars, fine, 1)))
                .isZero();
        var broken = new DensityModel(Optional.of(new Prior.Uniform(3, 16)), true, SUN.r0Kpc(), Vertical.EXPONENTIAL);
        assertThat(new VolumeAccuracy(coarse, fine).largestChange(broken, 1200, found(broken, stars, fine, 1)))
                .isLessThan(2 * moved);
    }

    private static Drawn drawnInFields(DiscProfile profile, List<Stretch> fields, int count, long seed) {
        var random = new SplittableRandom(seed);
        double[] r = new double[count];
        double[] z = new double[count];
        var frame = new GalactocentricFrame(SUN);
        double ceiling = profile.lnDensity(profile.breakKpc(), 0) + 1;
        for (int i = 0; i < count; ) {
            Stretch s = fields.get(random.nextInt(fields.size()));
            double d = Math.cbrt(Math.pow(s.fromKpc(), 3)
                    + random.nextDouble() * (Math.pow(s.toKpc(), 3) - Math.pow(s.fromKpc(), 3)));
            // The direction of the field, by the frame's own geometry: from the Sun along (l, b).
            double tilt = Math.asin(SUN.zKpc() / SUN.r0Kpc());
            double b = Math.toRadians(s.bDeg());
            double l = Math.toRadians(s.lDeg());
            double x = d * Math.cos(b) * Math.cos(l) - SUN.r0Kpc();
            double y = d * Math.cos(b) * Math.sin(l);
            double up = d * Math.sin(b);
            double turned = x * Math.cos(tilt) + up * Math.sin(tilt);
            double height = up * Math.cos(tilt) - x * Math.sin(tilt);
            double radius = Math.hypot(turned, y);
            if (random.nextDouble() < s.fraction() * Math.exp(profile.lnDensity(radius, height) - ceiling)) {
                assertThat(frame.icrsOf(turned, y, height)[2]).isCloseTo(d, within(1e-9));
                r[i] = radius;
                z[i++] = height;
            }
        }
        return new Drawn(r, z);
    }

    @Test
    void aWrongSelectionShowsItsBias() {
        var truth = new DiscProfile(0.35, 0.35, SUN.r0Kpc(), 0.3, 0, SUN.r0Kpc(), Vertical.EXPONENTIAL);
        var model = new DensityModel(Optional.empty(), false, SUN.r0Kpc(), Vertical.EXPONENTIAL);
        Drawn stars = drawn(truth, 600, 6);
        double[] near = {0.35, 0.3};
        EffectiveVolume volume = SEEN.volume(SUN);
        var right = HighestLikelihood.of(new DensityPosterior(model, stars.r(), stars.z(), volume), model, volume, near)
                .orElseThrow();
        assertThat(right.values()[1]).isCloseTo(0.3, within(3 * Math.sqrt(right.covariance()[1][1])));
        // Low latitudes taken for seen: the disc looks thicker by far more than its error.
        EffectiveVolume whole = new SolarVolume(4, 0, 90, 2).volume(SUN);
        var wrong = HighestLikelihood.of(new DensityPosterior(model, stars.r(), stars.z(), whole), model, whole, near)
                .orElseThrow();
        assertThat(wrong.values()[1] - 0.3).isGreaterThan(4 * Math.sqrt(wrong.covariance()[1][1]));
    }
}
