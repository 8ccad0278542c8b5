package org.cellarius.galaxy.fit;

import java.util.Optional;
import org.cellarius.galaxy.posterior.Parameter;
import org.cellarius.galaxy.posterior.Percentiles;
import org.cellarius.galaxy.posterior.Prior;

/** Whether a posterior leans on the edge of its prior, so that the prior decides the answer. */
final class PriorEdge {

    /** Share of the prior's range that counts as its edge. */
    private static final double NEAR = 0.01;

    private PriorEdge() {}

    static Optional<String> warning(Parameter parameter, Percentiles p) {
        return switch (parameter.prior()) {
            case Prior.Uniform u -> {
                double edge = NEAR * (u.high() - u.low());
                // A scatter, a fraction or a width near zero is an answer; a slope at its lower edge is not.
                boolean low = u.low() != 0 && p.p2() < u.low() + edge;
                yield low || p.p97() > u.high() - edge ? leans(parameter) : Optional.empty();
            }
            case Prior.RootUniform u -> p.p97() > (1 - NEAR) * u.high() ? leans(parameter) : Optional.empty();
            case Prior.Normal n ->
                Math.abs(p.p50() - n.mean()) > 3 * n.sd()
                        ? Optional.of("the " + parameter.name() + " lies far out in its prior " + n.text())
                        : Optional.empty();
            case Prior.HalfNormal h ->
                p.p50() > 3 * h.scale()
                        ? Optional.of("the " + parameter.name() + " lies far out in its prior " + h.text())
                        : Optional.empty();
            case Prior.HalfCauchy h -> Optional.empty();
        };
    }

    private static Optional<String> leans(Parameter parameter) {
        return Optional.of("the posterior of the " + parameter.name() + " leans on the edge of its prior "
                + parameter.prior().text() + ": choose a wider one, or another unit");
    }
}
