package org.cellarius.galaxy.action;

import java.util.Optional;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.potential.ForceField;
import org.cellarius.galaxy.potential.LogarithmicHalo;
import org.cellarius.galaxy.potential.Potential;

/** Sorts out the stars that can have actions and takes them through the approximation in blocks. Thread-safe. */
final class StaeckelActions {

    /** Place of the azimuth among the inputs. */
    private static final int PHI = 5;

    private final ForceField field;
    private final FocalFinder focal;
    private final FudgeReference reference;
    private final ActionColumns columns;
    private final boolean bottomless;
    private final Optional<ActionTable> table;

    StaeckelActions(Potential potential, StaeckelChoice choice) {
        this.field = ForceField.of(potential);
        this.reference = choice.reference();
        this.columns = choice.columns();
        this.focal = switch (choice.focal()) {
            case FocalDistance.Fixed fixed -> new FocalFinder.Constant(fixed.focalDistanceKpc());
            case FocalDistance.AtStar star -> new StarDerivatives(potential);
            case FocalDistance.ShellOrbits shells -> new ShellTable(potential, field);
        };
        this.table = switch (choice.form()) {
            case DIRECT -> Optional.empty();
            case INTERPOLATED -> Optional.of(new ActionTable(field, tabulated()));
        };
        bottomless = potential.components().stream().anyMatch(LogarithmicHalo.class::isInstance);
    }

    /** The shell orbits, where tables of actions can be made. */
    private ShellTable tabulated() {
        if (focal instanceof ShellTable shells) {
            return shells;
        }
        throw new IllegalStateException("tables of actions without shell orbits");
    }

    /** The first rows; columns of stars without actions stay as they are. */
    void fill(int rows, double[][] in, double[][] out, StarStatus[] status) {
        var fudge = new StaeckelFudge(field, focal, reference);
        var scratch = new ActionTable.Scratch();
        int[] member = new int[StaeckelStars.CAPACITY];
        int next = 0;
        while (next < rows) {
            int n = 0;
            while (next < rows && n < StaeckelStars.CAPACITY) {
                status[next] = judge(in, next);
                if (status[next] == StarStatus.OK) {
                    fudge.stars.set(n, in, next);
                    member[n++] = next;
                }
                next++;
            }
            fudge.energies(n);
            int bound = keepBound(n, fudge.stars, member, status);
            int left = table.isPresent() ? interpolate(table.get(), bound, fudge.stars, scratch, out, member) : bound;
            fudge.actions(left);
            switch (columns) {
                case ACTIONS -> {}
                case ACTIONS_AND_FREQUENCIES -> fudge.frequencies(left);
                case ACTIONS_FREQUENCIES_AND_ANGLES -> {
                    fudge.frequencies(left);
                    fudge.angles(left);
                }
            }
            for (int k = 0; k < left; k++) {
                write(fudge.stars, k, out, member[k]);
                if (columns == ActionColumns.ACTIONS_FREQUENCIES_AND_ANGLES) {
                    angles(fudge.stars, k, in[PHI][member[k]], out, member[k]);
                }
            }
        }
    }

    /** In degrees from 0 to 360. The azimuth grows against rotation. */
    private static void angles(StaeckelStars s, int k, double phiDeg, double[][] out, int i) {
        out[13][i] = turn(Math.toDegrees(s.thetaR[k]));
        out[14][i] = turn(Math.toDegrees(s.thetaPhi[k]) - phiDeg);
        out[15][i] = turn(Math.toDegrees(s.thetaZ[k]));
    }

    private static double turn(double deg) {
        double rest = deg % 360;
        return rest < 0 ? rest + 360 : rest;
    }

    /** Writes what the tables know; the other stars move to the beginning of the block. */
    private int interpolate(
            ActionTable known, int n, StaeckelStars stars, ActionTable.Scratch scratch, double[][] out, int[] member) {
        boolean[] done = new boolean[n];
        known.fill(n, stars, scratch, done);
        int left = 0;
        for (int k = 0; k < n; k++) {
            if (done[k]) {
                write(stars, k, out, member[k]);
            } else {
                stars.move(k, left);
                member[left++] = member[k];
            }
        }
        return left;
    }

    private static StarStatus judge(double[][] in, int i) {
        if (!(in[0][i] >= 0 && in[0][i] < Double.POSITIVE_INFINITY && Double.isFinite(in[1][i]))) {
            return StarStatus.NO_POSITION;
        }
        boolean moving = Double.isFinite(in[2][i]) && Double.isFinite(in[3][i]) && Double.isFinite(in[4][i]);
        return moving ? StarStatus.OK : StarStatus.NO_VELOCITY;
    }

    private int keepBound(int n, StaeckelStars stars, int[] member, StarStatus[] status) {
        int bound = 0;
        for (int k = 0; k < n; k++) {
            double energy = stars.energy[k];
            if (!Double.isFinite(energy)) {
                status[member[k]] = StarStatus.NOT_INTEGRATED;
            } else if (energy < 0 || bottomless) {
                stars.move(k, bound);
                member[bound++] = member[k];
            } else {
                status[member[k]] = StarStatus.UNBOUND;
            }
        }
        return bound;
    }

    private void write(StaeckelStars s, int k, double[][] out, int i) {
        var box = new OrbitBox(Math.sqrt(s.delta2[k]), s.inner[k], s.outer[k], s.greatestQ[k]);
        out[0][i] = s.jr[k];
        out[1][i] = s.jz[k];
        out[3][i] = box.zmaxKpc();
        out[4][i] = box.pericentreKpc();
        out[5][i] = box.apocentreKpc();
        out[6][i] = box.smallestRadiusKpc();
        out[7][i] = box.largestRadiusKpc();
        out[8][i] = box.eccentricity();
        out[9][i] = box.focalDistanceKpc();
        switch (columns) {
            case ACTIONS -> {}
            case ACTIONS_AND_FREQUENCIES, ACTIONS_FREQUENCIES_AND_ANGLES -> {
                out[10][i] = s.omegaR[k];
                out[11][i] = s.omegaPhi[k];
                out[12][i] = s.omegaZ[k];
            }
        }
    }
}
