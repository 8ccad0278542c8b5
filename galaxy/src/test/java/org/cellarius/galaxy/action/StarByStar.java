package org.cellarius.galaxy.action;

import org.cellarius.galaxy.potential.ForceField;
import org.cellarius.galaxy.potential.Potential;

/** The approximation for single stars, each with a focal distance of its own. */
record StarByStar(ForceField field) {

    static StarByStar in(Potential potential) {
        return new StarByStar(ForceField.of(potential));
    }

    StaeckelStars actions(double focalKpc, double[][] states, int star) {
        var fudge = new StaeckelFudge(field, new FocalFinder.Constant(focalKpc), FudgeReference.STAR);
        fudge.stars.set(0, states, star);
        fudge.energies(1);
        fudge.actions(1);
        fudge.frequencies(1);
        return fudge.stars;
    }
}
