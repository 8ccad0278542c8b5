package org.cellarius.app;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cellarius.galaxy.fit.DecisiveStars;
import org.cellarius.galaxy.fit.Estimate;
import org.cellarius.galaxy.fit.FitStatus;
import org.cellarius.galaxy.fit.FittedLine;
import org.cellarius.galaxy.fit.LineEstimator;
import org.cellarius.galaxy.posterior.Percentiles;
import org.cellarius.measure.product.Numbers;
import tools.jackson.databind.node.ObjectNode;

/** A fitted line on standard output: readable, or one JSON object whose keys scripts rely on. */
final class FitPrinter {

    private FitPrinter() {}

    static void print(FittedLine line, LineEstimator method, boolean json) {
        if (json) {
            Json.print(object(line, method));
        } else {
            line.warnings().forEach(w -> System.err.println("note: " + w));
            text(line, method);
        }
    }

    private static void text(FittedLine f, LineEstimator method) {
        if (f.status() != FitStatus.OK) {
            System.out.println("no fit: " + f.reason());
            return;
        }
        row("method", f.method() + " (" + method.description() + ")");
        row("formula", method.formula());
        row("n", Long.toString(f.n()));
        for (Estimate e : f.estimates()) {
            double scaledSd = f.measures().getOrDefault(e.name() + "_sd_scaled", Double.NaN);
            double absoluteSd = f.measures().getOrDefault(e.name() + "_sd_absolute", Double.NaN);
            String others = Double.isNaN(scaledSd) || scaledSd == absoluteSd
                    ? ""
                    : "   (absolute " + Numbers.brief(absoluteSd) + ", scaled " + Numbers.brief(scaledSd) + ")";
            String quantiles = e.percentiles()
                    .map(p -> "   2.5, 16, 50, 84, 97.5 %: "
                            + p.values().stream().map(Numbers::brief).collect(Collectors.joining(", ")))
                    .orElse("");
            row(e.name(), Numbers.withError(e.value(), e.sd()) + others + quantiles);
        }
        if (f.measures().containsKey(FittedLine.RMS)) {
            number("rms", f.measures().getOrDefault(FittedLine.RMS, Double.NaN));
        } else {
            number("chi2/(n-2)", f.measures().getOrDefault("reduced_chi2", Double.NaN));
        }
        number("ln evidence", f.lnEvidence());
        number("ess", f.ess());
        number("R-hat", f.rHat());
        if (!f.computation().isEmpty()) {
            row("computed by", f.computation());
        }
        f.priors().forEach((name, prior) -> row("prior", name + " " + prior));
    }

    private static void number(String name, double value) {
        if (Double.isFinite(value)) {
            row(name, Numbers.brief(value));
        }
    }

    private static void row(String name, String value) {
        System.out.printf(Locale.ROOT, "%-11s %s%n", name, value);
    }

    private static ObjectNode object(FittedLine f, LineEstimator method) {
        ObjectNode object = Json.object();
        object.put("method", f.method());
        object.put("formula", method.formula());
        object.put("n", f.n());
        object.put("status", f.status().name());
        if (f.status() != FitStatus.OK) {
            object.put("reason", f.reason());
            for (String name : new String[] {"slope", "intercept"}) {
                object.putNull(name);
                object.putNull(name + "_sd");
            }
        }
        for (Estimate e : f.estimates()) {
            Json.number(object, e.name(), e.value());
            Json.number(object, e.name() + "_sd", e.sd());
        }
        var rows = object.putArray("cov");
        for (double[] row : f.covariance()) {
            var cells = rows.addArray();
            for (double cell : row) {
                cells.add(cell);
            }
        }
        if (f.estimates().stream().anyMatch(e -> e.percentiles().isPresent())) {
            ObjectNode quantiles = object.putObject("quantiles");
            for (Estimate e : f.estimates()) {
                e.percentiles().ifPresent(p -> {
                    ObjectNode of = quantiles.putObject(e.name());
                    IntStream.range(0, Percentiles.LEVELS.size())
                            .forEach(k -> Json.number(
                                    of,
                                    Percentiles.LEVELS.get(k).toString(),
                                    p.values().get(k)));
                });
            }
        }
        present(object, "ess", f.ess());
        present(object, "rhat", f.rHat());
        present(object, "ln_evidence", f.lnEvidence());
        f.measures().forEach((name, value) -> Json.number(object, name, value));
        if (!f.computation().isEmpty()) {
            object.put("computation", f.computation());
        }
        if (!f.priors().isEmpty()) {
            ObjectNode priors = object.putObject("priors");
            f.priors().forEach(priors::put);
        }
        f.decisive().ifPresent(d -> decisive(object.putObject("decisive_stars"), d));
        var notes = object.putArray("warnings");
        f.warnings().forEach(notes::add);
        return object;
    }

    private static void decisive(ObjectNode object, DecisiveStars d) {
        var stars = object.putArray("stars");
        for (DecisiveStars.Star star : d.stars()) {
            ObjectNode one = stars.addObject();
            Json.number(one, "x", star.x());
            Json.number(one, "y", star.y());
        }
        Json.number(object, "leverage", d.leverage());
        present(object, "cook_distance", d.cookDistance());
        object.put("status_without", d.without().status().name());
        d.without().estimate("slope").ifPresent(e -> {
            Json.number(object, "slope_without", e.value());
            Json.number(object, "slope_without_sd", e.sd());
        });
    }

    private static void present(ObjectNode object, String name, double value) {
        if (!Double.isNaN(value)) {
            Json.number(object, name, value);
        }
    }
}
