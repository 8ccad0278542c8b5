package org.cellarius.measure.density;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cellarius.engine.ColumnRole;
import org.cellarius.engine.SmallTable;
import org.cellarius.galaxy.density.CountTest;
import org.cellarius.galaxy.density.DensityModel;
import org.cellarius.galaxy.posterior.Marginals;
import org.cellarius.galaxy.posterior.Parameter;
import org.cellarius.galaxy.posterior.Percentiles;

/** One row: the parameters of a profile. */
record DensityTable(DensityModel model, double referenceKpc) {

    private static final Map<String, String> UNITS = Map.of(
            DensityModel.INNER, "1/kpc",
            DensityModel.OUTER, "1/kpc",
            DensityModel.BREAK, "kpc",
            DensityModel.HEIGHT, "kpc",
            DensityModel.FLARE, "1/kpc");

    private String meaning(String name) {
        return switch (name) {
            case DensityModel.INNER ->
                model.breaks().isPresent() ? "inverse scale length inside the break" : "inverse scale length";
            case DensityModel.OUTER -> "inverse scale length outside the break";
            case DensityModel.BREAK -> "radius of the break";
            case DensityModel.HEIGHT -> "scale height at R = " + referenceKpc + " kpc";
            default -> "d ln(scale height)/dR";
        };
    }

    SmallTable of(int n, Optional<Marginals> found, Optional<CountTest> counted, OptionalDouble resolution) {
        var table = new SmallTable.Builder()
                .count("n", "stars within the selection")
                .as(ColumnRole.Other.COUNT)
                .text("status", "OK, or that the draws did not converge")
                .as(ColumnRole.Other.STATUS);
        var row = new ArrayList<Object>(List.of((long) n, found.isPresent() ? "OK" : "NOT_CONVERGED"));
        List<Parameter> parameters = model.parameters();
        for (int k = 0; k < parameters.size(); k++) {
            String name = parameters.get(k).name();
            String unit = UNITS.getOrDefault(name, "");
            table.number(name, unit, meaning(name) + ", median of the posterior")
                    .number(name + "_error", unit, "half of the central 68 per cent")
                    .as(new ColumnRole.ErrorOf(name))
                    .number(name + "_p16", unit, "16th percentile")
                    .as(ColumnRole.Other.DETAIL)
                    .number(name + "_p84", unit, "84th percentile")
                    .as(ColumnRole.Other.DETAIL);
            int at = k;
            Optional<Percentiles> p = found.map(m -> m.percentiles().get(at));
            row.add(p.map(Percentiles::p50).orElse(Double.NaN));
            row.add(p.map(q -> 0.5 * (q.p84() - q.p16())).orElse(Double.NaN));
            row.add(p.map(Percentiles::p16).orElse(Double.NaN));
            row.add(p.map(Percentiles::p84).orElse(Double.NaN));
        }
        table.number("fit_p", "", "how often a right model has counts further off than these")
                .number("fit_chi2", "", "statistic of Nikulin, Rao and Robson of the counts in radius and height")
                .count("fit_dof", "its degrees of freedom");
        row.add(counted.map(CountTest::chance).orElse(Double.NaN));
        row.add(counted.map(CountTest::statistic).orElse(Double.NaN));
        row.add(counted.map(c -> (long) c.degreesOfFreedom()).orElse(0L));
        if (resolution.isPresent()) {
            table.number(
                            "volume_change",
                            "",
                            "largest change of a parameter with a quarter of the lines of sight, in its errors")
                    .as(ColumnRole.Other.DETAIL);
            row.add(resolution.orElseThrow());
        }
        return table.row(row.toArray()).build();
    }
}
