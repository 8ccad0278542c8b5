package org.cellarius.galaxy.mock;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.cellarius.galaxy.frame.CartesianState;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.IcrsStar;
import org.cellarius.galaxy.mock.StarOrigins.Chemistry;
import org.cellarius.galaxy.mock.StarOrigins.Origin;
import org.cellarius.galaxy.potential.CircularOrbits;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.galaxy.random.CounterRandom;

/**
 * Draws the stars that a survey sees of a Galaxy. Star by star, each a pure function of the seed and its number: its sample, population, age, radius of birth, guiding radius after
 * migration, eccentricity and vertical action, phases, place and velocity; what the survey does not see is drawn again. Guiding radii stay positive: the wandering is drawn
 * again where it ends beyond the centre, as Frankel et al. (2018, eq. 8) normalise it.
 *
 * <p>In the plane R = R_g (1 + e cos &theta;) and v_R = &minus;&kappa; R_g e sin &theta; (Binney and Tremaine 2008, section 3.2.3); v_&phi; = L_z/R with L_z of the circular orbit at
 * R_g, so that R_g is exact. Thread-safe.
 */
final class MockGalaxy {

    /** Epicycles end here: beyond it a star would turn too near the centre. */
    private static final double LARGEST_ECCENTRICITY = 0.5;

    private static final double SMALLEST_RADIUS_KPC = 0.4;

    /** Numbers of one try. */
    private static final int TRY = 24;
    /** Tries after which a survey is said to see nothing. */
    private static final int TRIES = 4_000_000 / TRY;

    /** Extinction in G, mag/kpc in the plane, and scale height of the dust, kpc. */
    private static final double EXTINCTION_MAG_PER_KPC = 0.6;

    private static final double DUST_HEIGHT_KPC = 0.12;

    private static final int RADII = 4096;
    private static final double OUTERMOST_KPC = 60;

    private final StarOrigins origins;
    private final AzimuthalPattern pattern;
    private final SurveyDesign design;
    private final CounterRandom random;
    private final GalactocentricFrame frame;
    private final VerticalOscillations vertical;
    /** The Sun, and the direction from it to the celestial north pole. */
    private final CartesianState sunState;

    private final CartesianState pole;
    /** Of each sample: sines of the limits of declination, and the widest half range of azimuths. */
    private final double[] southernmost;

    private final double[] northernmost;
    private final double[] widest;
    private final double[] epicycleFrequency = new double[RADII + 1];
    private final double[] circularSpeed = new double[RADII + 1];

    MockGalaxy(StarOrigins origins, AzimuthalPattern pattern, SurveyDesign design, CounterRandom random) {
        this.origins = origins;
        this.pattern = pattern;
        this.design = design;
        this.random = random;
        this.frame = new GalactocentricFrame(design.sun());
        CartesianState near = frame.stateOf(new IcrsStar(0, 90, 1, 0, 0, 0));
        CartesianState far = frame.stateOf(new IcrsStar(0, 90, 2, 0, 0, 0));
        this.pole = new CartesianState(
                far.xKpc() - near.xKpc(), far.yKpc() - near.yKpc(), far.zKpc() - near.zKpc(), 0, 0, 0);
        this.sunState = new CartesianState(
                near.xKpc() - pole.xKpc(), near.yKpc() - pole.yKpc(), near.zKpc() - pole.zKpc(), 0, 0, 0);
        southernmost = ofWindows(w -> Math.sin(Math.toRadians(w.southernmostDeg())));
        northernmost = ofWindows(w -> Math.sin(Math.toRadians(w.northernmostDeg())));
        widest = ofWindows(this::widestAzimuth);
        Potential potential = design.potential();
        this.vertical = new VerticalOscillations(potential);
        CircularOrbits orbits = potential.circularOrbits();
        for (int k = 1; k <= RADII; k++) {
            double radiusKpc = OUTERMOST_KPC * k / RADII;
            epicycleFrequency[k] = orbits.epicycleFrequencyKmsPerKpc(radiusKpc);
            circularSpeed[k] = orbits.speedKms(radiusKpc);
        }
        epicycleFrequency[0] = epicycleFrequency[1];
        circularSpeed[0] = circularSpeed[1];
    }

    private static double between(double[] table, double radiusKpc) {
        double place = Math.min(OUTERMOST_KPC, radiusKpc) / OUTERMOST_KPC * RADII;
        int k = (int) Math.min(RADII - 1, place);
        return table[k] + (place - k) * (table[k + 1] - table[k]);
    }

    private int sample(CounterRandom.OfStar random) {
        double u = random.uniform(-1);
        double sum = 0;
        for (int s = 0; s < design.samples().size() - 1; s++) {
            sum += design.samples().get(s).share();
            if (u < sum) {
                return s;
            }
        }
        return design.samples().size() - 1;
    }

    MockStar star(long star) {
        CounterRandom.OfStar numbers = random.of(star);
        int number = sample(numbers);
        SurveySample sample = design.samples().get(number);
        double[] zAndVz = new double[2];
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<MockStar> seen = attempt(numbers, number, sample, attempt * TRY, zAndVz);
            if (seen.isPresent()) {
                return seen.get();
            }
        }
        throw new NothingSeen(design, number, TRIES);
    }

    private Optional<MockStar> attempt(
            CounterRandom.OfStar random, int number, SurveySample sample, int draw, double[] zAndVz) {
        SurveyWindow window = sample.window();
        double kindOf = random.uniform(draw);
        double youngest = sample.tracer().youngestGyr();
        double oldest = sample.tracer().oldestGyr(kindOf);
        Optional<Origin> from = origins.origin(random, draw + 1, youngest, oldest);
        if (from.isEmpty()) {
            return Optional.empty();
        }
        Origin origin = from.get();
        double guiding = origin.guidingKpc();
        double eccentricity = origin.eccentricityScale() * Math.sqrt(-2 * Math.log(random.uniform(draw + 5)));
        double theta = 2 * Math.PI * random.uniform(draw + 6);
        if (eccentricity > LARGEST_ECCENTRICITY) {
            return Optional.empty();
        }
        double radius = guiding * (1 + eccentricity * Math.cos(theta));
        if (!(radius >= Math.max(SMALLEST_RADIUS_KPC, window.innermostKpc()) && radius <= window.outermostKpc())) {
            return Optional.empty();
        }
        // Azimuths that no star of the survey can have are not drawn.
        double phi = Math.PI + widest[number] * (2 * random.uniform(draw + 8) - 1);
        double x = radius * Math.cos(phi);
        double y = radius * Math.sin(phi);
        double dx = x - sunState.xKpc();
        double reach = window.farthestKpc();
        if (dx * dx + y * y > reach * reach) {
            return Optional.empty();
        }
        double action = -origin.meanActionKpcKms() * Math.log(random.uniform(draw + 9));
        vertical.place(radius, action, 2 * Math.PI * random.uniform(draw + 10), zAndVz);
        double distance = sunToStarKpc(x, y, zAndVz[0]);
        double sinDec = sinDeclination(x, y, zAndVz[0], distance);
        if (distance > window.farthestKpc() || sinDec < southernmost[number] || sinDec > northernmost[number]) {
            return Optional.empty();
        }
        Chemistry chemistry = origins.chemistry(origin, random, draw);
        // What changes with azimuth does not decide who is seen: the twin without it has the same stars.
        Tracer.Kind kind = sample.tracer().kind(origin.ageGyr(), chemistry.feHDex(), kindOf, random, draw + 11);
        double magnitude = kind.absoluteG()
                + 5 * Math.log10(distance)
                + 10
                + extinction(zAndVz[0] - frame.sun().zKpc(), distance);
        if (!(magnitude >= window.brightest() && magnitude <= window.faintest())) {
            return Optional.empty();
        }
        double vPhi = guiding * between(circularSpeed, guiding) / radius;
        double vR = -between(epicycleFrequency, guiding) * guiding * eccentricity * Math.sin(theta);
        return Optional.of(new MockStar(
                number,
                origin.population(),
                origin.ageGyr(),
                origin.birthKpc(),
                guiding,
                action,
                radius,
                phi,
                zAndVz[0],
                vR,
                vPhi,
                zAndVz[1],
                chemistry.feHDex() + pattern.addedDex(x, y),
                chemistry.alphaFeDex(),
                kind,
                frame.icrsOf(MockStar.state(radius, phi, zAndVz[0], vR, vPhi, zAndVz[1])),
                magnitude));
    }

    private double[] ofWindows(ToDoubleFunction<SurveyWindow> number) {
        return design.samples().stream()
                .mapToDouble(s -> number.applyAsDouble(s.window()))
                .toArray();
    }

    private double sunToStarKpc(double x, double y, double z) {
        double dx = x - sunState.xKpc();
        double dz = z - sunState.zKpc();
        return Math.sqrt(dx * dx + y * y + dz * dz);
    }

    private double sinDeclination(double x, double y, double z, double distance) {
        return ((x - sunState.xKpc()) * pole.xKpc() + y * pole.yKpc() + (z - sunState.zKpc()) * pole.zKpc()) / distance;
    }

    /** Half of the range of azimuths about the Sun that a star within reach can have, radians. */
    private double widestAzimuth(SurveyWindow window) {
        double r0 = frame.sun().r0Kpc();
        double d = window.farthestKpc();
        double inner = window.innermostKpc();
        if (d >= r0 + inner) {
            return Math.PI;
        }
        // The tangent from the centre to the circle of reach, or where it leaves the innermost radius.
        double tangent = r0 * r0 - d * d;
        if (tangent >= inner * inner) {
            return Math.asin(d / r0);
        }
        return Math.acos((inner * inner + r0 * r0 - d * d) / (2 * inner * r0));
    }

    /** Along a line of sight through an exponential layer of dust. */
    private static double extinction(double heightKpc, double distanceKpc) {
        double scales = Math.abs(heightKpc) / DUST_HEIGHT_KPC;
        double mean = scales < 1e-3 ? 1 - scales / 2 : (1 - Math.exp(-scales)) / scales;
        return EXTINCTION_MAG_PER_KPC * distanceKpc * mean;
    }
}
