package org.cellarius.galaxy.mock;

import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.random.CounterRandom;

/**
 * A seeded survey of a disc of known chemistry (see the package description), as a kernel: observation number in, row out.
 *
 * <p>Observations 0 &hellip; stars&minus;1 are the stars; each later one repeats a star ({@link #observations()} in all)
 * 0.1 arcsec away and with a lower signal-to-noise ratio.
 */
public final class DiscMock implements ColumnKernel {

    /** Distance error as a fraction of the distance. */
    public static final double DISTANCE_ERROR_FRACTION = 0.03;
    /** Error of an age, Gyr. */
    public static final double AGE_ERROR_GYR = 0.2;
    /** The filler that surveys write for a missing number. */
    public static final double FILLER = -9999;
    /** Value of the flag bit of a failed spectrum. */
    public static final int BAD_SPECTRUM_FLAG = 4;

    private static final double REACH_KPC = 4;
    private static final double SCALE_LENGTH_KPC = 2.6;
    private static final double THIN_HEIGHT_KPC = 0.3;
    private static final double THICK_HEIGHT_KPC = 0.9;
    private static final double THICK_FRACTION = 0.12;
    private static final double HIGHEST_KPC = 3;
    private static final double OLDEST_GYR = 12;
    private static final double ARCSEC_DEG = 1 / 3600.0;
    private static final int REPEATED_ONE_IN = 25;
    /** Rejection tries per star; each uses three draws from here on. */
    private static final int FIRST_TRY = 1000;

    private final CounterRandom random;
    private final long stars;
    private final DiscTruth truth;
    private final GalactocentricFrame frame;

    /** A survey of that many different stars, seen from the given Sun. */
    public DiscMock(long seed, long stars, DiscTruth truth, Sun sun) {
        if (stars < 1 || stars > 2_000_000_000L) {
            throw new IllegalArgumentException(stars + " mock stars: the number must lie between 1 and 2,000,000,000");
        }
        this.random = new CounterRandom(seed);
        this.stars = stars;
        this.truth = truth;
        this.frame = new GalactocentricFrame(sun);
    }

    /** Rows of the survey: every star once, one in 25 a second time. */
    public long observations() {
        return stars + stars / REPEATED_ONE_IN;
    }

    @Override
    public List<String> inputs() {
        return List.of("observation");
    }

    @Override
    public List<OutputColumn> outputs() {
        return List.of(
                new OutputColumn("star", "", "number of the star"),
                new OutputColumn("ra", "deg", "right ascension, ICRS"),
                new OutputColumn("dec", "deg", "declination, ICRS"),
                new OutputColumn("distance", "kpc", "distance; -9999 where none could be measured"),
                new OutputColumn("distance_error", "kpc", "its error"),
                new OutputColumn("fe_h", "dex", "[Fe/H]; -9999 where none could be measured"),
                new OutputColumn("fe_h_error", "dex", "its error"),
                new OutputColumn("age", "Gyr", "age; -9999 where none could be measured"),
                new OutputColumn("age_error", "Gyr", "its error"),
                new OutputColumn("snr", "", "signal-to-noise ratio"),
                new OutputColumn("flag", "", "bit 4: the spectrum failed"));
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        for (int i = 0; i < rows; i++) {
            observe((long) in[0][i], i, out);
            status[i] = StarStatus.OK;
        }
    }

    private void observe(long observation, int row, double[][] out) {
        boolean repeat = observation >= stars;
        long star = repeat ? (observation - stars) * REPEATED_ONE_IN : observation;
        int visit = repeat ? 1 : 0;

        double[] place = place(star);
        double rKpc = Math.hypot(place[0], place[1]);
        double ageGyr = 0.3 + (OLDEST_GYR - 0.3) * random.uniform(star, 0);
        double feHDex = truth.feHAtSunDex()
                + truth.radialSlopeDexPerKpc() * (rKpc - frame.sun().r0Kpc())
                + truth.verticalSlopeDexPerKpc() * Math.abs(place[2])
                + truth.ageSlopeDexPerGyr() * (ageGyr - 5)
                + truth.scatterDex() * random.normal(star, 0);

        double[] icrs = frame.icrsOf(place[0], place[1], place[2]);
        int draw = 10 + 20 * visit;
        double snr = (repeat ? 0.6 : 1) * (20 + 180 * random.uniform(star, 1));
        double feHErrorDex = 0.02 + 0.06 * random.uniform(star, draw);
        double distanceErrorKpc = DISTANCE_ERROR_FRACTION * icrs[2];
        boolean failed = random.uniform(star, draw + 1) < 0.02;

        out[0][row] = star;
        out[1][row] = icrs[0];
        out[2][row] = icrs[1] + (repeat ? 0.1 * ARCSEC_DEG * (icrs[1] > 0 ? -1 : 1) : 0);
        out[3][row] = random.uniform(star, draw + 2) < 0.005
                ? FILLER
                : icrs[2] + distanceErrorKpc * random.normal(star, draw);
        out[4][row] = distanceErrorKpc;
        // A failed spectrum pretends to be metal-poor with a small error: without the flag it would bend every fit.
        out[5][row] = random.uniform(star, draw + 3) < 0.01
                ? FILLER
                : failed ? -2.5 + random.uniform(star, draw + 4) : feHDex + feHErrorDex * random.normal(star, draw + 1);
        out[6][row] = failed ? 0.02 : feHErrorDex;
        out[7][row] =
                random.uniform(star, draw + 5) < 0.05 ? FILLER : ageGyr + AGE_ERROR_GYR * random.normal(star, draw + 2);
        out[8][row] = AGE_ERROR_GYR;
        out[9][row] = snr;
        out[10][row] = failed ? BAD_SPECTRUM_FLAG : random.uniform(star, draw + 6) < 0.1 ? 1 : 0;
    }

    /** Galactocentric x, y, z of a star, kpc. */
    private double[] place(long star) {
        double r0Kpc = frame.sun().r0Kpc();
        double innermostKpc = r0Kpc - REACH_KPC;
        for (int attempt = FIRST_TRY; ; attempt += 3) {
            double away = REACH_KPC * Math.sqrt(random.uniform(star, attempt));
            double angle = 2 * Math.PI * random.uniform(star, attempt + 1);
            double x = -r0Kpc + away * Math.cos(angle);
            double y = away * Math.sin(angle);
            double r = Math.hypot(x, y);
            if (random.uniform(star, attempt + 2) < Math.exp(-(r - innermostKpc) / SCALE_LENGTH_KPC)) {
                return new double[] {x, y, height(star)};
            }
        }
    }

    private double height(long star) {
        double scaleKpc = random.uniform(star, 2) < THICK_FRACTION ? THICK_HEIGHT_KPC : THIN_HEIGHT_KPC;
        // Exponential in |z|, cut at HIGHEST_KPC by inverting the truncated distribution.
        double inside = 1 - Math.exp(-HIGHEST_KPC / scaleKpc);
        double z = -scaleKpc * Math.log(1 - inside * random.uniform(star, 3));
        return random.uniform(star, 4) < 0.5 ? z : -z;
    }
}
