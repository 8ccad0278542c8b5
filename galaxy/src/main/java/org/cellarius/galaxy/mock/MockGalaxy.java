package org.cellarius.galaxy.mock;

import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.frame.GalactocentricFrame;
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

    private final GalaxyRecipe recipe;
    private final List<MockPopulation> populations;
    private final SurveyDesign design;
    private final CounterRandom random;
    private final GalactocentricFrame frame;
    private final VerticalOscillations vertical;
    private final double[] epicycleFrequency = new double[RADII + 1];
    private final double[] circularSpeed = new double[RADII + 1];

    MockGalaxy(GalaxyRecipe recipe, SurveyDesign design, CounterRandom random) {
        this.recipe = recipe;
        this.populations = recipe.populations();
        this.design = design;
        this.random = random;
        this.frame = new GalactocentricFrame(design.sun());
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
        throw new IllegalStateException(
                "of " + TRIES + " stars the survey '" + design.name() + "' sees none in sample " + number);
    }

    private Optional<MockStar> attempt(
            CounterRandom.OfStar random, int number, SurveySample sample, int draw, double[] zAndVz) {
        SurveyWindow window = sample.window();
        double kindOf = random.uniform(draw);
        double youngest = sample.tracer().youngestGyr();
        double oldest = sample.tracer().oldestGyr(kindOf);
        int which = population(random.uniform(draw + 1), oldest);
        MockPopulation population = populations.get(which);
        double age = population.ageGyr(youngest, Math.min(oldest, population.oldestGyr()), random.uniform(draw + 2));
        double birth = population.birthRadiusKpc(age, random, draw + 3);
        double guiding = guidingKpc(random, draw, birth, population.migrationKpc(age));
        double eccentricity = population.eccentricityScale(age) * Math.sqrt(-2 * Math.log(random.uniform(draw + 5)));
        double theta = 2 * Math.PI * random.uniform(draw + 6);
        if (eccentricity > LARGEST_ECCENTRICITY) {
            return Optional.empty();
        }
        double radius = guiding * (1 + eccentricity * Math.cos(theta));
        if (!(radius >= Math.max(SMALLEST_RADIUS_KPC, window.innermostKpc()) && radius <= window.outermostKpc())) {
            return Optional.empty();
        }
        // Azimuths that the survey cannot reach are not drawn; radii with a narrow range of them count the less.
        double half = window.halfAzimuth(radius, frame.sun().r0Kpc());
        if (random.uniform(draw + 7) * widest(window) >= half) {
            return Optional.empty();
        }
        double phi = Math.PI + half * (2 * random.uniform(draw + 8) - 1);
        double action = -population.meanVerticalActionKpcKms(age) * Math.log(random.uniform(draw + 9));
        vertical.place(radius, action, 2 * Math.PI * random.uniform(draw + 10), zAndVz);
        double feH = population.feHDex(birth, age)
                + population.feHScatterDex() * random.normal(draw)
                + recipe.pattern().addedDex(radius * Math.cos(phi), radius * Math.sin(phi));
        Tracer.Kind kind = sample.tracer().kind(age, feH, kindOf, random, draw + 11);
        double vPhi = guiding * between(circularSpeed, guiding) / radius;
        double vR = -between(epicycleFrequency, guiding) * guiding * eccentricity * Math.sin(theta);
        var seen = frame.icrsOf(MockStar.state(radius, phi, zAndVz[0], vR, vPhi, zAndVz[1]));
        double distance = seen.distanceKpc();
        double magnitude = kind.absoluteG()
                + 5 * Math.log10(distance)
                + 10
                + extinction(zAndVz[0] - frame.sun().zKpc(), distance);
        boolean inside = distance <= window.farthestKpc()
                && seen.decDeg() >= window.southernmostDeg()
                && seen.decDeg() <= window.northernmostDeg()
                && magnitude >= window.brightest()
                && magnitude <= window.faintest();
        if (!inside) {
            return Optional.empty();
        }
        double alphaFe = population.alphaFeDex(feH, age) + population.alphaFeScatterDex() * random.normal(draw + 1);
        return Optional.of(new MockStar(
                number, which, age, birth, guiding, action, radius, phi, zAndVz[0], vR, vPhi, zAndVz[1], feH, alphaFe,
                kind, seen, magnitude));
    }

    private int population(double uniform, double oldestGyr) {
        if (uniform < recipe.highAlphaShare() && oldestGyr > recipe.highAlpha().youngestGyr()) {
            return 1;
        }
        return uniform > 1 - recipe.haloShare() && oldestGyr >= recipe.halo().oldestGyr() ? 2 : 0;
    }

    private double guidingKpc(CounterRandom.OfStar random, int draw, double birthKpc, double migrationKpc) {
        for (int k = 0; ; k++) {
            double guiding = birthKpc + migrationKpc * random.normal(500_000_000 + draw + k);
            if (guiding > 0) {
                return guiding;
            }
        }
    }

    private double widest(SurveyWindow window) {
        double r0 = frame.sun().r0Kpc();
        double d = window.farthestKpc();
        // The cone of directions to all points within d of the Sun.
        return d >= r0 || window.halfAzimuth(Math.max(1e-3, window.innermostKpc()), r0) >= Math.PI
                ? Math.PI
                : Math.asin(d / r0);
    }

    /** Along a line of sight through an exponential layer of dust. */
    private static double extinction(double heightKpc, double distanceKpc) {
        double scales = Math.abs(heightKpc) / DUST_HEIGHT_KPC;
        double mean = scales < 1e-6 ? 1 : -Math.expm1(-scales) / scales;
        return EXTINCTION_MAG_PER_KPC * distanceKpc * mean;
    }
}
