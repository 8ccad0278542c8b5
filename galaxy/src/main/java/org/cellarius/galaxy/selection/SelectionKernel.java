package org.cellarius.galaxy.selection;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;

/**
 * The probability that a survey takes a star: the product of its parts, which are taken as independent. Inputs: ra, dec, then what each part asks for. Missing where a part does not cover the
 * star, lacks one of its numbers, or says that such a star is never taken; the status tells which.
 */
public final class SelectionKernel implements ColumnKernel {

    /** The column of the probability. */
    public static final String SELECTION = "selection";

    /** A part under its name. */
    public record Named(String name, SelectionPart part) {}

    /** A star of a smaller probability was taken by mistake, or its magnitude is none: one over it would outweigh a survey. */
    private static final double LEAST = 1e-6;

    private final List<Named> parts;

    public SelectionKernel(List<Named> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public List<String> inputs() {
        var names = new ArrayList<>(List.of("ra", "dec"));
        for (Named named : parts) {
            for (int k = 0; k < named.part().asks(); k++) {
                names.add(named.name() + " " + (k + 1));
            }
        }
        return names;
    }

    @Override
    public List<OutputColumn> outputs() {
        var columns = new ArrayList<>(List.of(
                new OutputColumn(SELECTION, "", "probability that the survey takes such a star"),
                new OutputColumn(SELECTION + "_error", "", "one sigma, of the counts behind it")));
        if (parts.size() > 1) {
            parts.forEach(p -> columns.add(
                    new OutputColumn(SELECTION + "_" + p.name(), "", "probability of the part " + p.name())));
        }
        return columns;
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        double[] share = new double[2];
        for (int i = 0; i < rows; i++) {
            StarStatus found = StarStatus.OK;
            double mean = 1;
            double square = 1;
            int first = 2;
            for (int p = 0; p < parts.size(); p++) {
                SelectionPart part = parts.get(p).part();
                StarStatus own = part.of(in[0][i], in[1][i], in, first, i, share);
                if (own == StarStatus.OK && share[0] < LEAST) {
                    own = StarStatus.NEVER_SELECTED;
                }
                first += part.asks();
                boolean known = own == StarStatus.OK;
                if (parts.size() > 1) {
                    out[2 + p][i] = known ? share[0] : Double.NaN;
                }
                found = found == StarStatus.OK ? own : found;
                mean *= share[0];
                square *= share[1] + share[0] * share[0];
            }
            boolean known = found == StarStatus.OK;
            status[i] = found;
            out[0][i] = known ? mean : Double.NaN;
            out[1][i] = known ? Math.sqrt(Math.max(0, square - mean * mean)) : Double.NaN;
        }
    }
}
