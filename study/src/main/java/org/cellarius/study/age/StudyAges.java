package org.cellarius.study.age;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/**
 * Ages by the names that products use: {@code age age_lo age_hi age_error} (Gyr), and what else the method gives.
 *
 * <p>{@code age} is the mode of {@code vickers2021}, with its interval of 0.61, and the median of {@code posterior}, with the quantiles 0.1587 and 0.8413; {@code
 * age_error} is half of the interval.
 */
public final class StudyAges implements ColumnKernel {

    /** Names of columns that catalogues have too: those of a survey dictionary give way to ours. */
    public static final List<String> USUAL = List.of(
            "age",
            "age_lo",
            "age_hi",
            "age_error",
            "age_mean",
            "age_mode",
            "age_status",
            "mass",
            "mass_error",
            "radius",
            "radius_error");

    private static final String ERROR = "age_error";

    private final ColumnKernel kernel;
    private final List<OutputColumn> outputs;
    private final int low;
    private final int high;

    /**
     * The kernel.
     *
     * @param kernel gives the columns of the method
     */
    public StudyAges(AgeMethod method, ColumnKernel kernel) {
        this.kernel = kernel;
        Map<String, String> names = names(method);
        var columns = new ArrayList<OutputColumn>();
        kernel.outputs()
                .forEach(c -> columns.add(
                        new OutputColumn(names.getOrDefault(c.name(), c.name()), c.unit(), c.description())));
        List<String> named = columns.stream().map(OutputColumn::name).toList();
        low = named.indexOf("age_lo");
        high = named.indexOf("age_hi");
        columns.add(new OutputColumn(ERROR, "Gyr", "half of the interval of the age"));
        outputs = List.copyOf(columns);
    }

    private static Map<String, String> names(AgeMethod method) {
        return switch (method) {
            case VICKERS2021 -> Map.of("age_mode", "age", "age_lo61", "age_lo", "age_hi61", "age_hi");
            case POSTERIOR -> Map.of("age_median", "age");
        };
    }

    @Override
    public List<String> inputs() {
        return kernel.inputs();
    }

    @Override
    public List<OutputColumn> outputs() {
        return outputs;
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        int last = out.length - 1;
        kernel.apply(rows, in, Arrays.copyOf(out, last), status);
        IntStream.range(0, rows).forEach(i -> out[last][i] = 0.5 * (out[high][i] - out[low][i]));
    }
}
