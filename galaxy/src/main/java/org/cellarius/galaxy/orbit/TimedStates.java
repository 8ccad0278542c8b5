package org.cellarius.galaxy.orbit;

import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.potential.ForceField;

/**
 * States of many stars at given times: each lane follows one star in space from row to row. Rows of a block belong together where
 * they begin with the same state and their times go ever further from now. Objects may be shared by threads.
 */
final class TimedStates {

    private static final int LANES = 128;
    private static final int MOST_STEPS = 2_000_000;
    /** Beyond this multiple of the tolerance a step is taken back. */
    private static final double TAKEN_BACK = 30;

    private static final int TIME = 6;

    private final ForceField field;
    private final double tolerance;

    TimedStates(ForceField field, double tolerance) {
        this.field = field;
        this.tolerance = tolerance;
    }

    /** Fills the rows whose status is OK; those that cannot be reached become NOT_INTEGRATED. */
    void follow(int rows, double[][] in, double[][] out, StarStatus[] status) {
        new Block(rows, in, out, status).follow();
    }

    /** One block of rows. */
    private final class Block {

        private final int rows;
        private final double[][] in;
        private final double[][] out;
        private final StarStatus[] status;
        private final OrbitStarts starts;
        private final NystromStep step = new NystromStep(field, Motion.CARTESIAN, LANES);
        /** The row whose time each lane goes to, and the first row of the next star. */
        private final int[] row = new int[LANES];

        private final int[] end = new int[LANES];
        private final double[] t = new double[LANES];
        private final double[] wanted = new double[LANES];
        private final double[] next = new double[LANES];
        private final double[] energy = new double[LANES];
        private final int[] steps = new int[LANES];
        private int queued;

        Block(int rows, double[][] in, double[][] out, StarStatus[] status) {
            this.rows = rows;
            this.in = in;
            this.out = out;
            this.status = status;
            this.starts = new OrbitStarts(in[0], in[2], in[3], in[5], in[4]);
        }

        void follow() {
            int busy = 0;
            while (busy < LANES && load(busy)) {
                busy++;
            }
            while (busy > 0) {
                for (int lane = 0; lane < busy; lane++) {
                    step.h[lane] = Math.min(wanted[lane], time(row[lane]) - t[lane]);
                }
                step.attempt(busy);
                step.lengths(busy, tolerance, next);
                for (int lane = 0; lane < busy; lane++) {
                    judge(lane);
                }
                step.accept();
                for (int lane = 0; lane < busy; lane++) {
                    if (arrive(lane) && !load(lane)) {
                        busy--;
                        if (lane < busy) {
                            move(busy, lane);
                            lane--;
                        }
                    }
                }
            }
        }

        /** The next star that is to be followed, if there is one. */
        private boolean load(int lane) {
            while (queued < rows && status[queued] != StarStatus.OK) {
                queued++;
            }
            if (queued == rows) {
                return false;
            }
            int first = queued;
            do {
                queued++;
            } while (queued < rows && goesOn(queued));
            boolean past = in[TIME][queued - 1] < 0;
            step.load(lane, starts, first, new OrbitSpan(past ? -1 : 1));
            row[lane] = first;
            end[lane] = queued;
            t[lane] = 0;
            steps[lane] = 0;
            wanted[lane] = step.h[lane];
            energy[lane] = energy(lane);
            return !arrive(lane) || load(lane);
        }

        private boolean goesOn(int i) {
            if (status[i] != StarStatus.OK || Math.abs(in[TIME][i]) < Math.abs(in[TIME][i - 1])) {
                return false;
            }
            for (int k = 0; k < TIME; k++) {
                if (in[k][i] != in[k][i - 1]) {
                    return false;
                }
            }
            return in[TIME][i] * in[TIME][i - 1] >= 0;
        }

        /** Time from now of a row, kpc/(km/s). */
        private double time(int i) {
            return Math.abs(in[TIME][i]) / OrbitSpan.GYR_PER_KPC_PER_KMS;
        }

        /** Takes a step back that went wrong. */
        private void judge(int lane) {
            steps[lane]++;
            if (step.error[lane] <= TAKEN_BACK * tolerance) {
                t[lane] += step.h[lane];
                // A step cut short to arrive in time says little about the next one.
                wanted[lane] = step.h[lane] < wanted[lane] ? Math.max(wanted[lane], next[lane]) : next[lane];
                return;
            }
            step.takeBack(lane);
            wanted[lane] = Double.isNaN(step.error[lane]) ? 0.1 * step.h[lane] : next[lane];
        }

        /** Writes the rows whose time has come; whether the star has no more of them. */
        private boolean arrive(int lane) {
            boolean lost = steps[lane] > MOST_STEPS || !(wanted[lane] > 1e-14);
            while (row[lane] < end[lane] && (lost || time(row[lane]) - t[lane] <= 1e-12 * time(row[lane]))) {
                if (lost) {
                    status[row[lane]] = StarStatus.NOT_INTEGRATED;
                } else {
                    write(lane, row[lane]);
                }
                row[lane]++;
            }
            return row[lane] == end[lane];
        }

        private void write(int lane, int i) {
            double x = step.q[0][lane];
            double y = step.q[1][lane];
            double vx = step.v[0][lane];
            double vy = step.v[1][lane];
            double r = Math.hypot(x, y);
            double sign = in[TIME][end[lane] - 1] < 0 ? -1 : 1;
            // y lies along rotation, against which the azimuth grows.
            double phi = in[1][i] - Math.toDegrees(Math.atan2(y, x));
            out[0][i] = r;
            out[1][i] = phi - 360 * Math.ceil(phi / 360 - 0.5);
            out[2][i] = step.q[2][lane];
            out[3][i] = r > 0 ? sign * (x * vx + y * vy) / r : sign * vx;
            out[4][i] = r > 0 ? sign * (x * vy - y * vx) / r : sign * vy;
            out[5][i] = sign * step.v[2][lane];
            out[6][i] = Math.abs((energy(lane) - energy[lane]) / energy[lane]);
        }

        private double energy(int lane) {
            double x = step.q[0][lane];
            double y = step.q[1][lane];
            double[] phi = new double[1];
            field.potentials(1, new double[] {Math.hypot(x, y)}, new double[] {step.q[2][lane]}, phi);
            double kinetic = 0;
            for (double[] v : step.v) {
                kinetic += 0.5 * v[lane] * v[lane];
            }
            return phi[0] + kinetic;
        }

        private void move(int from, int to) {
            step.move(from, to);
            row[to] = row[from];
            end[to] = end[from];
            steps[to] = steps[from];
            for (double[] column : new double[][] {t, wanted, energy}) {
                column[to] = column[from];
            }
        }
    }
}
