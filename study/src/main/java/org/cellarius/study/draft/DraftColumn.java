package org.cellarius.study.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.study.yaml.YamlText;

/**
 * A column of the star table as a draft writes it.
 *
 * @param name in the star table
 * @param from the file's column
 * @param unit as the draft states it: of the file's values, or the word that asks for it; empty where the file tells
 * @param target unit in the star table, for a column without a canonical one
 * @param fillers values that stand for missing
 * @param remark what stands behind it as a comment, may be empty
 */
record DraftColumn(
        String name, String from, Optional<String> unit, Optional<String> target, List<String> fillers, String remark) {
    DraftColumn {
        fillers = List.copyOf(fillers);
    }

    String yaml() {
        String key = name + ": ";
        String value;
        if (unit.isEmpty() && target.isEmpty() && fillers.isEmpty()) {
            value = YamlText.of(from);
        } else {
            var parts = new ArrayList<String>();
            parts.add("from: " + YamlText.of(from));
            unit.ifPresent(u -> parts.add("unit: " + YamlText.of(u)));
            target.ifPresent(u -> parts.add("to: " + YamlText.of(u)));
            if (!fillers.isEmpty()) {
                parts.add("fillers: [" + String.join(", ", fillers) + "]");
            }
            value = "{" + String.join(", ", parts) + "}";
        }
        return key + value + (remark.isEmpty() ? "" : "   # " + remark);
    }
}
