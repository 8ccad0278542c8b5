package org.cellarius.study.vary;

import java.util.List;

/**
 * A setting and its alternatives; the study's own value is not among them.
 *
 * @param name as tables and figures show it
 */
public record VariedSetting(String name, List<Alternative> alternatives) {
    public VariedSetting {
        alternatives = List.copyOf(alternatives);
    }
}
