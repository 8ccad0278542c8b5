package org.cellarius.study.stage;

import org.cellarius.galaxy.frame.Sun;
import tools.jackson.databind.node.ObjectNode;

/** A Sun with all its numbers written out. */
final class ResolvedSun {

    private ResolvedSun() {}

    static ObjectNode of(ObjectNode study, Sun sun) {
        ObjectNode node = study.objectNode();
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
