package org.cellarius.measure.gradient;

import java.util.ArrayList;
import org.cellarius.galaxy.fit.FittedLine;
import org.cellarius.measure.product.Numbers;

/** What a panel says of its line: stars, slope, intercept, and how well it fits. */
final class LineNote {

    private LineNote() {}

    /**
     * @param units whether there is room for units beside the numbers
     */
    static String of(GradientCase of, SliceFit fit, boolean units) {
        var lines = new ArrayList<String>();
        lines.add("N = " + Numbers.count(fit.line().n()));
        if (!fit.fitted()) {
            lines.add("no fit");
            return String.join("\n", lines);
        }
        lines.add("slope " + Numbers.withError(fit.value("slope"), fit.error("slope"))
                + (units ? unit(of.y().per(of.x())) : ""));
        lines.add("intercept " + Numbers.withError(fit.value("intercept"), fit.error("intercept"))
                + (units ? unit(of.y().unit()) : ""));
        if (fit.line().estimate("break_x").isPresent()) {
            lines.add("beyond " + Numbers.withError(fit.value("break_x"), fit.error("break_x"))
                    + (units ? unit(of.x().unit()) : "") + ": "
                    + Numbers.withError(fit.value("slope_outer"), fit.error("slope_outer")));
        }
        String quality = quality(fit, units ? unit(of.y().unit()) : "");
        if (!quality.isEmpty()) {
            lines.add(quality);
        }
        return String.join("\n", lines);
    }

    /** How many stars there are, where no line is drawn. */
    static String stars(SliceFit fit) {
        return "N = " + Numbers.count(fit.line().n());
    }

    /** Chi-squared where errors enter, else the scatter about the line. */
    private static String quality(SliceFit fit, String unit) {
        double rms = fit.line().measures().getOrDefault(FittedLine.RMS, Double.NaN);
        double chi2 = fit.line().measures().getOrDefault("reduced_chi2", Double.NaN);
        if (Double.isFinite(rms)) {
            return "rms " + Numbers.significant(rms, 3) + unit;
        }
        if (Double.isFinite(chi2)) {
            return "χ^{2}/ν = " + Numbers.significant(chi2, 3);
        }
        return Double.isFinite(fit.value("scatter"))
                ? "scatter " + Numbers.withError(fit.value("scatter"), fit.error("scatter")) + unit
                : "";
    }

    private static String unit(String unit) {
        return unit.isEmpty() ? "" : " " + unit;
    }
}
