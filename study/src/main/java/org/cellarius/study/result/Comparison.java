package org.cellarius.study.result;

import java.util.List;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;

/**
 * Our numbers beside expected ones.
 *
 * @param beside what they are
 */
public record Comparison(Beside beside, List<Line> lines) {

    /** What ours are held against. */
    public enum Beside {
        /** The expected numbers of the study: published ones. */
        EXPECTED("expected numbers"),
        /** What is true of the mock survey that was read. */
        TRUTH("the truth of the mock");

        private final String words;

        Beside(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** What a comparison says. */
    public enum Verdict {
        /** Within the stated tolerance. */
        AGREES,
        /** Outside it. */
        DIFFERS,
        /** No tolerance is stated: for orientation only. */
        INFORMATIVE,
        /** We have no such number. */
        MISSING
    }

    /**
     * One number.
     *
     * @param ours our value; NaN if there is none
     * @param oursError its error; NaN if none
     * @param expected the expected value
     * @param expectedError its error; 0 if none is stated
     * @param limit largest difference that agrees; NaN where none is stated
     */
    public record Line(
            String product,
            long slice,
            String quantity,
            String unit,
            double ours,
            double oursError,
            double expected,
            double expectedError,
            double limit,
            Verdict verdict,
            String source) {}

    public Comparison {
        lines = List.copyOf(lines);
    }

    public long count(Verdict verdict) {
        return lines.stream().filter(l -> l.verdict() == verdict).count();
    }

    /** As a table. */
    public SmallTable table() {
        var table = new SmallTable.Builder()
                .text("product", "name of the product")
                .as(ColumnRole.Key.PRODUCT)
                .count("slice", "number of the slice, from 1")
                .as(ColumnRole.Key.SLICE)
                .text("quantity", "which number of the product")
                .text("unit", "its unit")
                .as(ColumnRole.Other.UNIT)
                .number("ours", "", "our value")
                .number("ours_error", "", "its one-sigma error")
                .as(new ColumnRole.ErrorOf("ours"))
                .number("expected", "", "expected value")
                .number("expected_error", "", "its one-sigma error")
                .as(new ColumnRole.ErrorOf("expected"))
                .number("difference", "", "ours minus expected")
                .number("limit", "", "largest difference that agrees")
                .text("verdict", "AGREES, DIFFERS, INFORMATIVE or MISSING")
                .text("source", "where the expected value comes from");
        for (Line l : lines) {
            table.row(
                    l.product(),
                    l.slice(),
                    l.quantity(),
                    l.unit(),
                    l.ours(),
                    l.oursError(),
                    l.expected(),
                    l.expectedError(),
                    l.ours() - l.expected(),
                    l.limit(),
                    l.verdict().name(),
                    l.source());
        }
        return table.build();
    }
}
