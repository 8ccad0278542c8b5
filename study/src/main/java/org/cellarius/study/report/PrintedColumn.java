package org.cellarius.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.study.product.Numbers;

/**
 * A column as a journal prints it: a number with its error behind it, a slice by its two edges. What else a table of lines holds (other errors, covariances,
 * percentiles, how it was computed) stays in the files for machines.
 *
 * @param head in LaTeX
 * @param unit empty for none
 * @param alignment of the column
 * @param cell of a row, in LaTeX
 */
record PrintedColumn(String head, String unit, char alignment, Function<List<SmallTable.Value>, String> cell) {

    /** Columns of lines that journals do not print. */
    private static final Pattern FOR_MACHINES = Pattern.compile(
            ".*_p\\d+(_\\d+)?|.*_sd_(absolute|scaled)|cov_.*|chi2|mean_x|y_at_mean_x|min_x|max_x|ln_evidence|ess|rhat|computation"
                    + "|.*_age_weight|outside_window");

    private static final Set<String> EDGES = Set.of("slice_lo", "slice_hi");
    private static final int DIGITS = 6;
    private static final int DIGITS_OF_CHI2 = 3;

    /** The columns of a table that are printed. */
    static List<PrintedColumn> of(SmallTable table) {
        List<String> names = table.columns().stream().map(TableColumn::name).toList();
        boolean lines = names.containsAll(List.of("slope", "slope_sd", "status"));
        boolean edges = names.containsAll(EDGES);
        boolean sliced =
                edges && table.rows().stream().anyMatch(r -> Double.isFinite(real(r, names.indexOf("slice_lo"))));
        var printed = new ArrayList<PrintedColumn>();
        for (int k = 0; k < names.size(); k++) {
            String name = names.get(k);
            if (edges && name.equals("slice")) {
                if (sliced) {
                    printed.add(slice(table, names));
                }
                continue;
            }
            boolean elsewhere = (EDGES.contains(name) && edges)
                    || errorOf(names, name) >= 0
                    || (lines && FOR_MACHINES.matcher(name).matches())
                    || (lines && name.equals("status") && allOk(table, k));
            if (!elsewhere) {
                printed.add(column(table, names, k));
            }
        }
        return printed;
    }

    /** What a table for machines has besides; empty for nothing. */
    static List<String> left(SmallTable table) {
        List<String> names = table.columns().stream().map(TableColumn::name).toList();
        return names.containsAll(List.of("slope", "slope_sd", "status"))
                ? names.stream().filter(FOR_MACHINES.asMatchPredicate()).toList()
                : List.of();
    }

    /** The column whose error this one is; &minus;1 for none. */
    private static int errorOf(List<String> names, String name) {
        for (String ending : List.of("_sd", "_error")) {
            if (name.endsWith(ending)) {
                int value = names.indexOf(name.substring(0, name.length() - ending.length()));
                // Where both are given, the first is the error.
                return value >= 0 && (ending.equals("_sd") || !names.contains(names.get(value) + "_sd")) ? value : -1;
            }
        }
        return -1;
    }

    private static boolean allOk(SmallTable table, int status) {
        return table.rows().stream().allMatch(r -> r.get(status).equals(new SmallTable.Text("OK")));
    }

    private static PrintedColumn slice(SmallTable table, List<String> names) {
        int low = names.indexOf("slice_lo");
        int high = names.indexOf("slice_hi");
        return new PrintedColumn(
                "slice",
                table.columns().get(low).unit(),
                'c',
                row -> number(real(row, low), DIGITS) + "--" + number(real(row, high), DIGITS));
    }

    private static PrintedColumn column(SmallTable table, List<String> names, int k) {
        TableColumn column = table.columns().get(k);
        int error = IntStream.range(0, names.size())
                .filter(e -> errorOf(names, names.get(e)) == k)
                .findFirst()
                .orElse(-1);
        boolean text = switch (column.type()) {
            case DOUBLE, LONG -> false;
            case TEXT, BOOLEAN -> true;
        };
        return new PrintedColumn(head(column.name()), column.unit(), text ? 'l' : 'r', row -> switch (row.get(k)) {
            case SmallTable.Real r -> withError(r.value(), real(row, error), column.name());
            case SmallTable.Count c -> String.valueOf(c.value());
            case SmallTable.Text t -> AasTex.escape(t.value());
        });
    }

    private static String head(String name) {
        return switch (name) {
            case "n" -> "$N$";
            case "reduced_chi2" -> "$\\chi^2_\\nu$";
            default -> AasTex.escape(name);
        };
    }

    private static String withError(double value, double error, String name) {
        return Double.isFinite(value) && error > 0 && error < Double.POSITIVE_INFINITY
                ? "$" + Numbers.withError(value, error).replace('−', '-').replace("±", "\\pm") + "$"
                : number(value, name.equals("reduced_chi2") ? DIGITS_OF_CHI2 : DIGITS);
    }

    private static String number(double value, int digits) {
        return Double.isFinite(value) ? "$" + Numbers.significant(value, digits).replace('−', '-') + "$" : "\\nodata";
    }

    private static double real(List<SmallTable.Value> row, int at) {
        return at >= 0 && row.get(at) instanceof SmallTable.Real r ? r.value() : Double.NaN;
    }
}
