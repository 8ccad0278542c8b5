package org.cellarius.study;

import java.util.List;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.galaxy.age.AgePrior;
import org.cellarius.study.age.AgeMethod;

/**
 * Ages by isochrones, as a study asks for them.
 *
 * @param isochrones path of a file or folder, as the study writes it
 * @param observables what is measured of stars and known of isochrones
 * @param prior of the posterior
 * @param tenSigma whether the published likelihood leaves out what is ten errors off
 */
public record AgesSource(
        String isochrones,
        List<Observable> observables,
        AgeMethod method,
        AgePrior prior,
        boolean tenSigma,
        Place place) {
    public AgesSource {
        observables = List.copyOf(observables);
    }

    /** The section of the study. */
    public static final String SECTION = "ages";

    /**
     * A quantity of the isochrones, and where stars have it.
     *
     * @param name as the isochrones call it, or {@code fe_h}, {@code alpha_fe}
     * @param value expression over the star table, in the unit of the isochrones
     * @param error the same of its standard error
     */
    public record Observable(String name, String value, String error, Place place) {}

    /** In words. */
    public String settings() {
        String names =
                String.join(", ", observables.stream().map(Observable::name).toList());
        return method.word() + " by " + names + " on " + isochrones
                + switch (method) {
                    case POSTERIOR -> ", prior " + prior.words();
                    case VICKERS2021 -> tenSigma ? ", within ten errors" : "";
                };
    }

    /** The papers. */
    public List<String> citations() {
        String births = "Kroupa 2001 (2001MNRAS.322..231K)";
        String likelihood = "Jørgensen & Lindegren 2005 (2005A&A...436..127J)";
        return switch (method) {
            case VICKERS2021 -> List.of("Vickers, Shen & Li 2021 (2021ApJ...922..189V)", likelihood, births);
            case POSTERIOR -> List.of(likelihood, births);
        };
    }
}
