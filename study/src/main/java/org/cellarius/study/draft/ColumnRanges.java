package org.cellarius.study.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.cellarius.engine.Aggregate;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Fillers;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.expression.Expression;

/** What the columns of numbers of a table hold: their ranges without usual fillers, and which of these there are. */
final class ColumnRanges {

    /**
     * One column.
     *
     * @param smallest without fillers; NaN where there is none
     * @param largest without fillers
     * @param fillers usual fillers that occur
     * @param far the 98th percentile without fillers; NaN where there is none
     * @param zeros whether an exact zero occurs
     */
    record Range(double smallest, double largest, double far, List<String> fillers, boolean zeros) {
        /** No value at all. */
        static final Range NONE = new Range(Double.NaN, Double.NaN, Double.NaN, List.of(), false);

        boolean isEmpty() {
            return Double.isNaN(smallest);
        }

        String text() {
            return isEmpty() ? "no value" : rounded(smallest) + " … " + rounded(largest);
        }

        private static String rounded(double value) {
            if (value == 0 || (Math.abs(value) >= 1e-3 && Math.abs(value) < 1e6)) {
                String text = String.format(Locale.ROOT, "%.4f", value);
                return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
            }
            return String.format(Locale.ROOT, "%.3g", value);
        }
    }

    /** Numbers that stand for "not measured" somewhere; in a draft only where they lie apart from all other values. */
    private static final List<String> CANDIDATES = Stream.concat(
                    Fillers.USUAL.stream(),
                    Stream.of("-99.9", "-99.99", "-999.9", "-999.99", "-9999.99", "99.99", "999", "999.99", "9999.99"))
            .toList();

    private ColumnRanges() {}

    static Map<String, Range> of(StarTable table, List<String> columns, Engine engine) {
        var ranges = new LinkedHashMap<String, Range>();
        if (columns.isEmpty()) {
            return ranges;
        }
        var parts = new ArrayList<Aggregate>();
        for (String column : columns) {
            Expression value = table.value(column).asDouble();
            Expression real =
                    value.isFinite().and(Fillers.among(value, CANDIDATES).negated());
            parts.add(Aggregate.of("least", Aggregate.Of.LEAST, value).where(real));
            parts.add(Aggregate.of("greatest", Aggregate.Of.GREATEST, value).where(real));
            parts.add(Aggregate.of("far", new Aggregate.Quantile(0.98), value).where(real));
            parts.add(Aggregate.count("zeros", value.isEqualTo(Expression.of(0.0))));
            CANDIDATES.forEach(f -> parts.add(Aggregate.count("fillers", Fillers.among(value, List.of(f)))));
        }
        double[] row = engine.answers(table, parts);
        int width = 4 + CANDIDATES.size();
        for (int k = 0; k < columns.size(); k++) {
            double[] its = Arrays.copyOfRange(row, k * width, (k + 1) * width);
            double smallest = its[0];
            double largest = its[1];
            var fillers = new ArrayList<String>();
            for (int f = 0; f < CANDIDATES.size(); f++) {
                double value = Double.parseDouble(CANDIDATES.get(f));
                boolean apart = !(value >= smallest && value <= largest);
                if (apart && its[4 + f] > 0) {
                    fillers.add(CANDIDATES.get(f));
                }
            }
            ranges.put(columns.get(k), new Range(smallest, largest, its[2], fillers, its[3] > 0));
        }
        return ranges;
    }
}
