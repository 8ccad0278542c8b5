package org.cellarius.galaxy.action;

import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.potential.ForceField;
import org.cellarius.galaxy.potential.LogarithmicHalo;
import org.cellarius.galaxy.potential.Potential;

/** Sorts out the stars that can have actions and takes them through the approximation in blocks. Thread-safe. */
final class StaeckelActions {

    private final ForceField field;
    private final FocalFinder focal;
    private final FudgeReference reference;
    private final ActionColumns columns;
    private final boolean bottomless;

    StaeckelActions(
            Potential potential,
            FocalDistance focal,
            FudgeReference reference,
            ActionForm form,
            ActionColumns columns) {
        if (form == ActionForm.INTERPOLATED) {
            throw new IllegalArgumentException("interpolated actions are not made yet: take the direct form");
        }
        this.field = ForceField.of(potential);
        this.reference = reference;
        this.columns = columns;
        this.focal = switch (focal) {
            case FocalDistance.Fixed fixed -> new FocalFinder.Constant(fixed.focalDistanceKpc());
            case FocalDistance.AtStar star -> new StarDerivatives(potential);
            case FocalDistance.ShellOrbits shells -> new ShellTable(potential, field);
        };
        bottomless = potential.components().stream().anyMatch(LogarithmicHalo.class::isInstance);
    }

    /** The first rows; columns of stars without actions stay as they are. */
    void fill(int rows, double[][] in, double[][] out, StarStatus[] status) {
        var fudge = new StaeckelFudge(field, focal, reference);
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
            fudge.actions(bound);
            if (columns == ActionColumns.ACTIONS_AND_FREQUENCIES) {
                fudge.frequencies(bound);
            }
            for (int k = 0; k < bound; k++) {
                write(fudge.stars, k, out, member[k]);
            }
        }
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
            case ACTIONS_AND_FREQUENCIES -> {
                out[10][i] = s.omegaR[k];
                out[11][i] = s.omegaPhi[k];
                out[12][i] = s.omegaZ[k];
            }
        }
    }
}
