package org.cellarius.study;

import java.util.List;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.galaxy.age.AgePrior;
import org.cellarius.study.age.AgeMethod;

/**
 * Ages by isochrones, as a study asks for them.
 *
 * @param grids of isochrones; several are averaged
 * @param stars what is measured of them and known of isochrones
 * @param prior of the posterior
 * @param tenSigma whether the published likelihood leaves out what is ten errors off
 */
public record AgesSource(
        List<Grid> grids, StarColumns stars, AgeMethod method, AgePrior prior, boolean tenSigma, Place place) {

    public AgesSource {
        grids = List.copyOf(grids);
    }

    /**
     * Isochrones.
     *
     * @param name by which columns tell it from others
     * @param path of a file or folder, as the study writes it
     */
    public record Grid(String name, String path) {}

    /** The section of the study. */
    public static final String SECTION = "ages";

    /** In words. */
    public String settings() {
        return method.word() + " by " + stars.words() + " on "
                + String.join(", ", grids.stream().map(Grid::path).toList())
                + switch (method) {
                    case POSTERIOR ->
                        (grids.size() > 1 ? ", averaged by their evidence" : "") + ", prior " + prior.words();
                    case VICKERS2021 -> tenSigma ? ", within ten errors" : "";
                };
    }

    /** The papers. */
    public List<String> citations() {
        String births = "Kroupa 2001 (2001MNRAS.322..231K)";
        String likelihood = "Jørgensen & Lindegren 2005 (2005A&A...436..127J)";
        return switch (method) {
            case VICKERS2021 -> List.of("Vickers, Shen & Li 2021 (2021ApJ...922..189V)", likelihood, births);
            case POSTERIOR ->
                grids.size() > 1
                        ? List.of(likelihood, births, "Hoeting et al. 1999 (1999StaSc..14..382H)")
                        : List.of(likelihood, births);
        };
    }
}
