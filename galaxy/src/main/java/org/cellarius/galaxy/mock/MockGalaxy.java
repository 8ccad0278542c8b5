package org.cellarius.galaxy.mock;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.mock.StarOrigins.Chemistry;
import org.cellarius.galaxy.potential.CircularOrbits;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.galaxy.random.CounterRandom;

/**
 * Draws the stars that a survey sees of a Galaxy, many side by side, each a pure function of the seed and its number: its sample, population, age, radius of birth, guiding radius after
 * migration, eccentricity and vertical action, phases, place and velocity; what the survey does not see is drawn again.
 *
 * <p>In the plane R = R_g (1 + e cos &theta;) and v_R = &minus;&kappa; R_g e sin &theta; (Binney and Tremaine 2008, section 3.2.3); v_&phi; = L_z/R with L_z of the circular orbit at
 * R_g, so that R_g is exact. Thread-safe.
 */
final class MockGalaxy {

    /** Epicycles end here: beyond it a star would turn too near the centre. */
    private static final double LARGEST_ECCENTRICITY = 0.5;

    private static final double SMALLEST_RADIUS_KPC = 0.4;

    /** Extinction in G, mag/kpc in the plane, and scale height of the dust, kpc. */
    private static final double EXTINCTION_MAG_PER_KPC = 0.6;

    private static final double DUST_HEIGHT_KPC = 0.12;

    /** Five magnitudes for each decade of distance. */
    private static final double MAGNITUDES_PER_LN = 5 / Math.log(10);

    private static final int RADII = 4096;
    private static final double OUTERMOST_KPC = 60;

    private final StarOrigins origins;
    private final DoubleBinaryOperator addedDex;
    private final SurveyDesign design;
    private final CounterRandom random;
    private final GalactocentricFrame frame;
    private final VerticalOscillations vertical;
    private final Observer observer;
    /** Of each sample, as arrays because every try reads them: ages in Gyr that its kind of star has, the oldest on a line in the uniform number where it is one. */
    private final Tracer[] tracers;

    private final double[] youngest;
    private final boolean[] onLine;
    private final double[] oldestAtZero;
    private final double[] oldestPerOne;
    /** Limits of radius and distance, kpc. */
    private final double[] innermost;

    private final double[] outermost;
    private final double[] farthest;
    /** Sines of the limits of declination, and the widest half range of azimuths, radians. */
    private final double[] southernmost;

    private final double[] northernmost;
    private final double[] widest;
    private final double[] epicycleFrequency = new double[RADII + 1];
    private final double[] circularSpeed = new double[RADII + 1];

    MockGalaxy(StarOrigins origins, AzimuthalPattern pattern, SurveyDesign design, CounterRandom random) {
        this.origins = origins;
        this.addedDex = pattern.addedDex();
        this.design = design;
        this.random = random;
        this.frame = new GalactocentricFrame(design.sun());
        this.observer = Observer.of(frame);
        tracers = design.samples().stream().map(SurveySample::tracer).toArray(Tracer[]::new);
        youngest = ofTracers(Tracer::youngestGyr);
        oldestAtZero = ofTracers(k -> k.oldestGyr(0));
        oldestPerOne = ofTracers(k -> k.oldestGyr(1) - k.oldestGyr(0));
        onLine = new boolean[tracers.length];
        for (int s = 0; s < tracers.length; s++) {
            onLine[s] = tracers[s].oldestOnLine();
        }
        innermost = ofWindows(w -> Math.max(SMALLEST_RADIUS_KPC, w.innermostKpc()));
        outermost = ofWindows(SurveyWindow::outermostKpc);
        farthest = ofWindows(SurveyWindow::farthestKpc);
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

    /** Draws the stars of these numbers. */
    MockStar[] stars(long[] numbers) {
        var flight = new StarsInFlight(design, random, numbers);
        var tries = new Tries(StarsInFlight.MOST);
        while (flight.some()) {
            flight.tryAll(tries);
            origins(tries);
            radii(tries);
            azimuths(tries);
            heights(tries);
            look(tries, flight);
            flight.follow();
        }
        return flight.found();
    }

    private void origins(Tries t) {
        t.uniform(0, t.kind);
        for (int i = 0; i < t.count; i++) {
            int s = t.sample[i];
            t.youngest[i] = youngest[s];
            t.oldest[i] = onLine[s] ? oldestAtZero[s] + oldestPerOne[s] * t.kind[i] : tracers[s].oldestGyr(t.kind[i]);
        }
        origins.origins(t, t.youngest, t.oldest);
    }

    /** Where the star is on its epicycle: the survey's limits of radius drop most tries. */
    private void radii(Tries t) {
        t.uniform(5, t.u);
        t.math.logarithms(t.count, t.u, t.u);
        t.uniform(6, t.v);
        t.math.circlePoints(t.count, t.v, t.cosTheta, t.sinTheta);
        for (int i = 0; i < t.count; i++) {
            double eccentricity = t.eccentricity[i] * Math.sqrt(-2 * t.u[i]);
            double radius = t.guidingKpc[i] * (1 + eccentricity * t.cosTheta[i]);
            t.eccentricity[i] = eccentricity;
            t.radiusKpc[i] = radius;
            t.passes[i] = eccentricity <= LARGEST_ECCENTRICITY
                    && radius >= innermost[t.sample[i]]
                    && radius <= outermost[t.sample[i]];
        }
        t.keepThosePassing();
    }

    /** Azimuths that no star of the survey can have are not drawn. */
    private void azimuths(Tries t) {
        t.uniform(8, t.u);
        for (int i = 0; i < t.count; i++) {
            t.phiRad[i] = Math.PI + widest[t.sample[i]] * (2 * t.u[i] - 1);
            t.u[i] = t.phiRad[i] / (2 * Math.PI);
        }
        t.math.circlePoints(t.count, t.u, t.xKpc, t.yKpc);
        for (int i = 0; i < t.count; i++) {
            t.xKpc[i] *= t.radiusKpc[i];
            t.yKpc[i] *= t.radiusKpc[i];
            double dx = t.xKpc[i] - observer.sun().xKpc();
            double reach = farthest[t.sample[i]];
            t.passes[i] = dx * dx + t.yKpc[i] * t.yKpc[i] <= reach * reach;
        }
        t.keepThosePassing();
    }

    private void heights(Tries t) {
        t.uniform(9, t.u);
        t.math.logarithms(t.count, t.u, t.u);
        t.uniform(10, t.v);
        t.math.logarithms(t.count, t.radiusKpc, t.w);
        for (int i = 0; i < t.count; i++) {
            t.actionKpcKms[i] = -t.meanActionKpcKms[i] * t.u[i];
            vertical.place(t.w[i], t.v[i], i, t);
            t.distanceKpc[i] = observer.distanceKpc(t.xKpc[i], t.yKpc[i], t.zKpc[i]);
            double sinDec = observer.sinDeclination(t.xKpc[i], t.yKpc[i], t.zKpc[i], t.distanceKpc[i]);
            int s = t.sample[i];
            t.passes[i] = t.distanceKpc[i] <= farthest[s] && sinDec >= southernmost[s] && sinDec <= northernmost[s];
        }
        t.keepThosePassing();
    }

    /** What the stars are, and whether they are bright enough. */
    private void look(Tries t, StarsInFlight flight) {
        t.normal(0, t.first);
        t.normal(1, t.second);
        t.normal(11, t.u);
        t.normal(12, t.v);
        t.uniform(11, t.w);
        t.math.logarithms(t.count, t.distanceKpc, t.lnDistance);
        for (int i = 0; i < t.count; i++) {
            if (!flight.waits(t.place[i])) {
                continue;
            }
            SurveySample sample = design.samples().get(t.sample[i]);
            Chemistry chemistry = origins.chemistry(t, i, t.first[i], t.second[i]);
            // What changes with azimuth does not decide who is seen: the twin without it has the same stars.
            Tracer.Kind kind = sample.tracer().kind(t.ageGyr[i], chemistry.feHDex(), t.kind[i], t.w[i], t.u[i], t.v[i]);
            double extinction = extinction(t.zKpc[i] - frame.sun().zKpc(), t.distanceKpc[i]);
            double magnitude = kind.absoluteG() + MAGNITUDES_PER_LN * t.lnDistance[i] + 10 + extinction;
            if (magnitude >= sample.window().brightest()
                    && magnitude <= sample.window().faintest()) {
                flight.land(t.place[i], star(t, i, chemistry, kind, magnitude, extinction));
            }
        }
    }

    private MockStar star(Tries t, int i, Chemistry chemistry, Tracer.Kind kind, double magnitude, double extinction) {
        double guiding = t.guidingKpc[i];
        double vPhi = guiding * between(circularSpeed, guiding) / t.radiusKpc[i];
        double vR = -between(epicycleFrequency, guiding) * guiding * t.eccentricity[i] * t.sinTheta[i];
        return new MockStar(
                t.sample[i],
                t.population[i],
                t.ageGyr[i],
                t.birthKpc[i],
                guiding,
                t.actionKpcKms[i],
                t.radiusKpc[i],
                t.phiRad[i],
                t.xKpc[i],
                t.yKpc[i],
                t.zKpc[i],
                vR,
                vPhi,
                t.vZKms[i],
                chemistry.feHDex() + addedDex.applyAsDouble(t.xKpc[i], t.yKpc[i]),
                chemistry.alphaFeDex(),
                kind,
                frame.icrsOf(MockStar.state(t.xKpc[i], t.yKpc[i], t.zKpc[i], vR, vPhi, t.vZKms[i])),
                magnitude,
                extinction);
    }

    private double[] ofTracers(ToDoubleFunction<Tracer> number) {
        return Arrays.stream(tracers).mapToDouble(number).toArray();
    }

    private double[] ofWindows(ToDoubleFunction<SurveyWindow> number) {
        return design.samples().stream()
                .mapToDouble(s -> number.applyAsDouble(s.window()))
                .toArray();
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
