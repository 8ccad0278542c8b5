package org.cellarius.galaxy.migration;

import java.util.List;
import java.util.Optional;
import org.cellarius.galaxy.posterior.Marginals;
import org.cellarius.galaxy.posterior.NormalApproximation;
import org.cellarius.galaxy.posterior.OpenPosterior;
import org.cellarius.galaxy.posterior.Parameter;
import org.cellarius.galaxy.posterior.Posterior;

/** The best values of a posterior by Newton's method; where it finds none from the usual start, it begins again where a simplex has climbed to. The same each time. */
public final class MigrationFit {

    private MigrationFit() {}

    /** Mode and curvature; empty where no maximum is found from any start. */
    public static Optional<Marginals> of(MigrationPosterior posterior) {
        Optional<Marginals> found = NormalApproximation.of(posterior);
        var open = new OpenPosterior(posterior);
        for (double[] start : posterior.furtherStarts()) {
            if (found.isEmpty()) {
                double[] top = Simplex.climbed(open, open.coordinates(start));
                found = NormalApproximation.of(new From(posterior, open.values(top)));
            }
        }
        return found;
    }

    /** The same posterior with another start. */
    private record From(Posterior of, double[] start) implements Posterior {
        @Override
        public List<Parameter> parameters() {
            return of.parameters();
        }

        @Override
        public double lnLikelihood(double[] values) {
            return of.lnLikelihood(values);
        }

        @Override
        public double[] widths() {
            return of.widths();
        }
    }
}
