package org.cellarius.bench;

import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.IcrsKernel;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.random.CounterRandom;

/**
 * Stars of a thin and a thick disc within about 5 kpc of the Sun, drawn one by one from their numbers: the same on every machine.
 */
final class DiscState {

    /** The Sun from which they are seen. */
    static final Sun SUN = Sun.HAWKINS_2023;

    private static final CounterRandom RANDOM = new CounterRandom(1781);
    private static final double SUN_KPC = 8.27;
    private static final double MOST_KPC = 5;

    private DiscState() {}

    /** {@code r z v_r v_z v_phi} of stars {@code first}, {@code first + 1}, &hellip;, kpc and km/s. */
    static double[][] cylindrical(long first, int rows) {
        double[][] state = new double[5][rows];
        for (int i = 0; i < rows; i++) {
            double[] star = star(first + i);
            double r = Math.hypot(star[0], star[1]);
            state[0][i] = r;
            state[1][i] = star[2];
            state[2][i] = (star[0] * star[3] + star[1] * star[4]) / r;
            state[3][i] = star[5];
            state[4][i] = (star[1] * star[3] - star[0] * star[4]) / r;
        }
        return state;
    }

    /** {@code ra dec distance pmra pmdec radial_velocity} of the same stars: deg, kpc, mas/yr, km/s. */
    static double[][] seen(long first, int rows) {
        double[][] state = new double[6][rows];
        for (int i = 0; i < rows; i++) {
            double[] star = star(first + i);
            for (int k = 0; k < 6; k++) {
                state[k][i] = star[k];
            }
        }
        double[][] seen = new double[6][rows];
        new IcrsKernel(new GalactocentricFrame(SUN)).apply(rows, state, seen, new StarStatus[rows]);
        return seen;
    }

    /** Position (kpc) and velocity (km/s) in the Galactocentric frame. */
    private static double[] star(long number) {
        boolean thick = number % 10 < 3;
        double awayKpc = MOST_KPC * Math.sqrt(RANDOM.uniform(number, 0));
        double turn = 2 * Math.PI * RANDOM.uniform(number, 1);
        double x = -SUN_KPC + awayKpc * Math.cos(turn);
        double y = awayKpc * Math.sin(turn);
        double z = (thick ? 0.9 : 0.3) * RANDOM.normal(number, 2);
        double r = Math.hypot(x, y);
        double outwards = (thick ? 65 : 37) * RANDOM.normal(number, 3);
        double along = (thick ? 190 : 225) + (thick ? 50 : 25) * RANDOM.normal(number, 4);
        double up = (thick ? 42 : 19) * RANDOM.normal(number, 5);
        // Along rotation is clockwise seen from the North Galactic Pole.
        return new double[] {x, y, z, (x * outwards + y * along) / r, (y * outwards - x * along) / r, up};
    }
}
