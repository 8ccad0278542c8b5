package org.cellarius.study.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.yaml.YamlText;
import org.cellarius.study.ColumnSource.Origin;

/**
 * A column of the star table as a draft writes it.
 *
 * @param name in the star table
 * @param origin the file's column, or an expression over its columns
 * @param unit as the draft states it: of the file's values, or the word that asks for it; empty where the file tells
 * @param target unit in the star table, for a column without a canonical one
 * @param fillers values that stand for missing
 * @param remark what stands behind it as a comment, may be empty
 */
record DraftColumn(
        String name,
        Origin origin,
        Optional<String> unit,
        Optional<String> target,
        List<String> fillers,
        String remark) {
    DraftColumn {
        fillers = List.copyOf(fillers);
    }

    /** A column of the file, as it is. */
    static DraftColumn of(String name, String column) {
        return new DraftColumn(name, new Origin.FileColumn(column), Optional.empty(), Optional.empty(), List.of(), "");
    }

    /** The file's column; empty for an expression. */
    Optional<String> from() {
        return switch (origin) {
            case Origin.FileColumn o -> Optional.of(o.column());
            case Origin.Computed o -> Optional.empty();
        };
    }

    String yaml() {
        String key = name + ": ";
        String value;
        if (unit.isEmpty() && target.isEmpty() && fillers.isEmpty() && from().isPresent()) {
            value = YamlText.of(from().get());
        } else {
            var parts = new ArrayList<String>();
            parts.add(
                    switch (origin) {
                        case Origin.FileColumn o -> "from: " + YamlText.of(o.column());
                        case Origin.Computed o -> "expression: " + YamlText.of(o.expression());
                    });
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
