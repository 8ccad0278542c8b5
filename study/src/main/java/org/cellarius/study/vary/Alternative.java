package org.cellarius.study.vary;

import java.util.List;
import org.cellarius.catalogue.yaml.Change;

/**
 * Another way to do a study.
 *
 * @param name as tables and figures show it
 * @param changes what is different in the study file
 */
public record Alternative(String name, List<Change> changes) {
    public Alternative {
        changes = List.copyOf(changes);
    }
}
