package org.cellarius.galaxy.mock;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cellarius.galaxy.action.ActionForm;
import org.cellarius.galaxy.action.StaeckelChoice;
import org.cellarius.galaxy.action.StaeckelKernel;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.mock.MockColumn.Of;
import org.cellarius.galaxy.random.CounterRandom;
import org.cellarius.galaxy.random.DrawnNumbers;

/**
 * A mock survey as a kernel: number of the observation in, what is wanted of the star out.
 *
 * <p>Observations 0 &hellip; stars&minus;1 are the stars; each later one is a second visit to one star in forty ({@link #observations}). Zmax is the edge of the St&auml;ckel box of the state that
 * was drawn (median error 5e-4, see {@link StaeckelKernel}).
 */
public final class MockSurveyKernel implements ColumnKernel {

    private static final int REPEATED_ONE_IN = 40;
    private static final long MOST_STARS = 2_000_000_000L;
    private static final int ZMAX_OF_BOX = 3;
    /** Observations whose random numbers are drawn together. */
    private static final int BLOCK = 512;

    private final long stars;
    private final List<MockColumn> wanted;
    private final Set<Of> parts;
    private final MockGalaxy galaxy;
    private final MockSpectrum spectrum;
    private final MockAstrometry astrometry;
    private final SurveyDesign design;
    private final StaeckelKernel boxes;

    /**
     * @param recipe the Galaxy
     * @param design who looks at it
     * @param seed of all random numbers
     * @param stars how many different stars are seen
     * @param wanted the columns, in the order in which they come out
     */
    public MockSurveyKernel(GalaxyRecipe recipe, SurveyDesign design, long seed, long stars, List<MockColumn> wanted) {
        this(new RecipeOrigins(recipe), recipe.pattern(), design, seed, stars, wanted);
    }

    /**
     * Stars of a simulation.
     *
     * @param particles where they come from
     * @param recipe how warm their orbits are, and what changes with azimuth
     */
    public MockSurveyKernel(
            MockParticles particles,
            GalaxyRecipe recipe,
            SurveyDesign design,
            long seed,
            long stars,
            List<MockColumn> wanted) {
        this(new ParticleOrigins(particles, recipe.lowAlpha()), recipe.pattern(), design, seed, stars, wanted);
    }

    private MockSurveyKernel(
            StarOrigins origins,
            AzimuthalPattern pattern,
            SurveyDesign design,
            long seed,
            long stars,
            List<MockColumn> wanted) {
        if (stars < 1 || stars > MOST_STARS) {
            throw new IllegalArgumentException(stars + " mock stars: the number must lie between 1 and 2,000,000,000");
        }
        this.stars = stars;
        this.wanted = List.copyOf(wanted);
        this.parts = EnumSet.noneOf(Of.class);
        wanted.forEach(c -> parts.add(c.of()));
        if (parts.contains(Of.PHASE_SPACE)) {
            parts.addAll(List.of(Of.SPECTRUM, Of.ASTROMETRY));
        }
        var random = new CounterRandom(seed).forPurpose("mock " + design.name());
        galaxy = new MockGalaxy(origins, pattern, design, random);
        spectrum = new MockSpectrum(design, random);
        astrometry = new MockAstrometry(random);
        this.design = design;
        boxes = new StaeckelKernel(design.potential(), StaeckelChoice.standard().with(ActionForm.INTERPOLATED));
    }

    /** Rows of a survey of that many stars: every star once, one in forty a second time. */
    public static long observations(long stars) {
        return stars + stars / REPEATED_ONE_IN;
    }

    @Override
    public List<String> inputs() {
        return List.of("observation");
    }

    @Override
    public List<OutputColumn> outputs() {
        return wanted.stream().map(MockColumn::output).toList();
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        double[][] state = new double[5][rows];
        long[] numbers = new long[rows];
        int[] visit = new int[rows];
        for (int i = 0; i < rows; i++) {
            long observation = (long) in[0][i];
            visit[i] = observation < stars ? 0 : 1;
            numbers[i] = visit[i] == 0 ? observation : (observation - stars) * REPEATED_ONE_IN;
        }
        MockStar[] found = galaxy.stars(numbers);
        var columns = wanted.toArray(MockColumn[]::new);
        var row = new MockRow();
        var place = new MockPlace(design);
        DrawnNumbers ofSpectra = MockSpectrum.numbers(BLOCK);
        DrawnNumbers ofAstrometry = MockAstrometry.numbers(BLOCK);
        for (int from = 0; from < rows; from += BLOCK) {
            int n = Math.min(BLOCK, rows - from);
            if (parts.contains(Of.SPECTRUM)) {
                spectrum.draw(ofSpectra, n, from, numbers, visit);
            }
            if (parts.contains(Of.ASTROMETRY)) {
                astrometry.draw(ofAstrometry, n, from, numbers, visit);
            }
            for (int i = from; i < from + n; i++) {
                row.set(MockColumn.OBSERVATION, in[0][i]);
                row.set(MockColumn.STAR, (double) numbers[i]);
                row.set(MockColumn.VISIT, visit[i]);
                observe(found[i], visit[i], ofSpectra.of(i - from), ofAstrometry.of(i - from), row);
                if (parts.contains(Of.PHASE_SPACE)) {
                    place.measure(found[i], row);
                }
                for (int k = 0; k < columns.length; k++) {
                    out[k][i] = row.get(columns[k]);
                }
                remember(found[i], state, i);
                status[i] = StarStatus.OK;
            }
        }
        int zmax = wanted.indexOf(MockColumn.ZMAX);
        if (zmax >= 0) {
            double[][] box = new double[boxes.outputs().size()][rows];
            boxes.apply(rows, state, box, new StarStatus[rows]);
            System.arraycopy(box[ZMAX_OF_BOX], 0, out[zmax], 0, rows);
        }
    }

    private void observe(MockStar star, int visit, DrawnNumbers ofSpectrum, DrawnNumbers ofAstrometry, MockRow row) {
        truth(star, row);
        if (parts.contains(Of.SPECTRUM)) {
            spectrum.measure(ofSpectrum, visit, star, row);
        }
        if (parts.contains(Of.ASTROMETRY)) {
            astrometry.measure(ofAstrometry, star, row);
        }
    }

    /** What the Staeckel boxes read: r z v_r v_z v_phi. */
    private static void remember(MockStar s, double[][] state, int i) {
        state[0][i] = s.radiusKpc();
        state[1][i] = s.zKpc();
        state[2][i] = s.vRKms();
        state[3][i] = s.vZKms();
        state[4][i] = s.vPhiKms();
    }

    private static void truth(MockStar s, MockRow row) {
        row.set(MockColumn.SAMPLE, s.sample());
        row.set(MockColumn.POPULATION, s.population());
        row.set(MockColumn.AGE, s.ageGyr());
        row.set(MockColumn.R_BIRTH, s.birthKpc());
        row.set(MockColumn.RG, s.guidingKpc());
        row.set(MockColumn.J_Z, s.verticalActionKpcKms());
        row.set(MockColumn.L_Z, s.radiusKpc() * s.vPhiKms());
        row.set(MockColumn.R, s.radiusKpc());
        row.set(MockColumn.PHI, Math.toDegrees(s.phiRad()));
        row.set(MockColumn.X, s.xKpc());
        row.set(MockColumn.Y, s.yKpc());
        row.set(MockColumn.Z, s.zKpc());
        row.set(MockColumn.V_R, s.vRKms());
        row.set(MockColumn.V_PHI, s.vPhiKms());
        row.set(MockColumn.V_Z, s.vZKms());
        row.set(MockColumn.FE_H, s.feHDex());
        row.set(MockColumn.ALPHA_FE, s.alphaFeDex());
        row.set(MockColumn.TEFF, s.kind().teffK());
        row.set(MockColumn.LOGG, s.kind().loggDex());
        row.set(MockColumn.MASS, s.kind().massMsun());
        row.set(MockColumn.RA, s.seen().raDeg());
        row.set(MockColumn.DEC, s.seen().decDeg());
        row.set(MockColumn.DISTANCE, s.seen().distanceKpc());
        row.set(MockColumn.PARALLAX, 1 / s.seen().distanceKpc());
        row.set(MockColumn.PMRA, s.seen().pmraMasPerYear());
        row.set(MockColumn.PMDEC, s.seen().pmdecMasPerYear());
        row.set(MockColumn.RADIAL_VELOCITY, s.seen().radialVelocityKms());
        row.set(MockColumn.G_MAG, s.gMag());
        row.set(MockColumn.BP_RP, s.bpRp());
        row.set(MockColumn.H_MAG, s.hMag());
        row.set(MockColumn.A_G, s.extinctionGMag());
    }
}
