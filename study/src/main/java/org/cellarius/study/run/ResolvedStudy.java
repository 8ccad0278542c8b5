package org.cellarius.study.run;

import org.cellarius.galaxy.frame.Sun;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.Study;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The study with every default written out: what was done, for a referee to run again. */
final class ResolvedStudy {

    private ResolvedStudy() {}

    /**
     * The study as text.
     *
     * @param written as the study file says it
     * @param study the same with the columns that survey dictionaries gave it
     */
    static String yaml(Study written, Study study) {
        ObjectNode root = study.defaults().over(study.document());
        study.sun().ifPresent(s -> root.set("sun", sun(root.objectNode(), s)));
        study.mock().ifPresent(m -> root.withObject("/mock").set("sun", sun(root.objectNode(), m.sun())));
        for (CatalogueSource catalogue : study.catalogues()) {
            ObjectNode node = root.withObject("/catalogues/" + catalogue.name());
            if (!catalogue.citation().isEmpty()) {
                node.put("citation", catalogue.citation());
            }
            catalogue.epochYear().ifPresent(year -> node.put("epoch", year));
            ResolvedColumns.write(catalogue.file(), node);
            for (int k = 0; k < catalogue.joins().size(); k++) {
                ResolvedColumns.write(catalogue.joins().get(k).file(), entry(node.path("join"), k));
            }
            for (int k = 0; k < catalogue.matches().size(); k++) {
                ResolvedColumns.write(catalogue.matches().get(k).file(), entry(node.path("match"), k));
            }
        }
        return "# The study as it was run: all defaults written out. Run it with  cellarius run RESULT-FOLDER/study.resolved.yaml --data FOLDER,"
                + " where FOLDER is that of the study file: files that are not beside this one are looked for there.\n"
                + ResolvedColumns.surveys(written)
                + YAMLMapper.builder().build().writeValueAsString(root);
    }

    /** An element of a list, or the only one, which can stand without a list. */
    private static ObjectNode entry(JsonNode oneOrMore, int k) {
        return (oneOrMore.isArray() ? oneOrMore.get(k) : oneOrMore).asObject();
    }

    private static ObjectNode sun(ObjectNode node, Sun sun) {
        node.put("R0", sun.r0Kpc() + " kpc");
        node.put("z", sun.zKpc() + " kpc");
        sun.velocity().ifPresent(v -> {
            node.put("U", v.uKms() + " km/s");
            node.put("V", v.vKms() + " km/s");
            node.put("W", v.wKms() + " km/s");
        });
        sun.peculiarMotion()
                .ifPresent(v -> node.putObject("peculiar-motion")
                        .put("U", v.uKms() + " km/s")
                        .put("V", v.vKms() + " km/s")
                        .put("W", v.wKms() + " km/s"));
        node.put("name", sun.name());
        node.put("source", sun.citation());
        return node;
    }
}
