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

    public OrbitPlan with(OrbitMethod other) {
        return new OrbitPlan(other, span, accuracy, zmax, ending, approximation);
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

    public OrbitPlan with(StaeckelChoice other) {
        return new OrbitPlan(method, span, accuracy, zmax, ending, other);
    }
}
