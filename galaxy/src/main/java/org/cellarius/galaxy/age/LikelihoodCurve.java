package org.cellarius.galaxy.age;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/**
 * How likely each age is, a row each: a star stands in as many rows as there are ages, one after the other, with the number of
 * the age. It is measured once where its rows follow each other.
 *
 * <p>Inputs: observables and errors in turn, then the number of the age, from 0. Outputs: {@code age} (Gyr), {@code relative_likelihood}, 1 at
 * the highest one.
 */
public final class LikelihoodCurve implements ColumnKernel {

    private final AgeCurve curve;
    private final List<String> inputs;

    /**
     * The kernel.
     *
     * @param inputs names of the columns: each observable and then its error
     * @param ageNumber name of the column that holds the number of the age
     */
    public LikelihoodCurve(AgeCurve curve, List<String> inputs, String ageNumber) {
        var all = new ArrayList<>(inputs);
        all.add(ageNumber);
        this.curve = curve;
        this.inputs = List.copyOf(all);
    }

    @Override
    public List<String> inputs() {
        return inputs;
    }

    @Override
    public List<OutputColumn> outputs() {
        return List.of(
                new OutputColumn("age", "Gyr", "age"),
                new OutputColumn("relative_likelihood", "", "how likely the age is, the likeliest one being 1"));
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        AgeCurve own = curve.beside();
        double[] ages = own.agesGyr();
        double[] relative = new double[ages.length];
        StarMeasurement measurement = own.measurement();
        var star = new MeasuredStar(measurement.observables());
        double[] before = new double[measurement.columns()];
        StarStatus told = StarStatus.NO_OBSERVABLE;
        for (int i = 0; i < rows; i++) {
            if (differs(before, in, i) || i == 0) {
                told = measurement.read(in, i, star);
                if (told == StarStatus.OK) {
                    told = own.measure(star, relative);
                }
                if (told != StarStatus.OK) {
                    Arrays.fill(relative, Double.NaN);
                }
            }
            int age = (int) in[before.length][i];
            status[i] = told;
            out[0][i] = ages[age];
            out[1][i] = relative[age];
        }
    }

    /** Whether the star is another one than that of the row before, which is noted. */
    private static boolean differs(double[] before, double[][] in, int i) {
        boolean differs = false;
        for (int k = 0; k < before.length; k++) {
            // Missing numbers differ from themselves, and are read anew.
            differs |= before[k] != in[k][i];
            before[k] = in[k][i];
        }
        return differs;
    }
}
