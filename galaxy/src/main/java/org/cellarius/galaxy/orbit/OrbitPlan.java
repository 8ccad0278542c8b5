package org.cellarius.galaxy.orbit;

import org.cellarius.galaxy.action.StaeckelChoice;

/**
 * Everything that is chosen about orbits beside the potential.
 *
 * @param method integration, or the St&auml;ckel approximation alone
 * @param span how long orbits are followed; of no meaning for the approximation
 * @param accuracy how exactly they are followed
 * @param zmax what is called Zmax
 * @param ending when an orbit is followed no further
 * @param approximation how the St&auml;ckel approximation is made
 */
public record OrbitPlan(
        OrbitMethod method,
        OrbitSpan span,
        OrbitAccuracy accuracy,
        ZmaxDefinition zmax,
        OrbitEnding ending,
        StaeckelChoice approximation) {

    public OrbitPlan {
        if (method == OrbitMethod.STAECKEL && zmax != ZmaxDefinition.EDGE) {
            throw new IllegalArgumentException("the Staeckel approximation knows only the edge of the orbit's box, not"
                    + " the definition '" + zmax.word() + "' of Zmax: take '" + ZmaxDefinition.EDGE.word()
                    + "', or integrate");
        }
        if (method == OrbitMethod.STAECKEL && ending == OrbitEnding.CONVERGED) {
            throw new IllegalArgumentException("nothing is followed, and nothing can end early, in the Staeckel"
                    + " approximation: leave that out, or integrate");
        }
        if (ending == OrbitEnding.CONVERGED && accuracy == OrbitAccuracy.ACCURATE) {
            throw new IllegalArgumentException("orbits that end once they have converged are good to 5e-4,"
                    + " too little for the accuracy '" + accuracy.word() + "': take '" + OrbitAccuracy.FAST.word()
                    + "', or follow them to the end of the span");
        }
        if (ending == OrbitEnding.CONVERGED && zmax == ZmaxDefinition.MEAN) {
            throw new IllegalArgumentException(
                    "the mean of the maxima is that of the whole span: follow the orbits to its end");
        }
    }

    /** Ten Gyr forward, fast, the largest |z|. */
    public static OrbitPlan standard() {
        return new OrbitPlan(
                OrbitMethod.INTEGRATE,
                new OrbitSpan(10),
                OrbitAccuracy.FAST,
                ZmaxDefinition.LARGEST,
                OrbitEnding.SPAN,
                StaeckelChoice.standard());
    }

    /** With another method; the approximation brings its only definition of Zmax with it. */
    public OrbitPlan with(OrbitMethod other) {
        ZmaxDefinition known = other == OrbitMethod.STAECKEL ? ZmaxDefinition.EDGE : zmax;
        return new OrbitPlan(other, span, accuracy, known, ending, approximation);
    }

    public OrbitPlan with(OrbitSpan other) {
        return new OrbitPlan(method, other, accuracy, zmax, ending, approximation);
    }

    public OrbitPlan with(OrbitAccuracy other) {
        return new OrbitPlan(method, span, other, zmax, ending, approximation);
    }

    public OrbitPlan with(ZmaxDefinition other) {
        return new OrbitPlan(method, span, accuracy, other, ending, approximation);
    }

    public OrbitPlan with(OrbitEnding other) {
        return new OrbitPlan(method, span, accuracy, zmax, other, approximation);
    }

    /** What decides the numbers, in words. */
    public String settings() {
        String actions = "actions: " + approximation.meaning();
        return switch (method) {
            case STAECKEL -> method.meaning() + "; Zmax: " + zmax.meaning() + "; " + actions;
            case INTEGRATE ->
                method.meaning() + ", " + span.gyr() + " Gyr, " + ending.meaning() + "; accuracy " + accuracy.word()
                        + "; Zmax: " + zmax.meaning() + "; " + actions;
        };
    }

    public OrbitPlan with(StaeckelChoice other) {
        return new OrbitPlan(method, span, accuracy, zmax, ending, other);
    }
}
