package org.cellarius.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Zmax of the same stars over the same span by AGAMA, at several of its accuracies, and the ratio of the speeds at like accuracy. */
final class OrbitsBesideAgama {

    /** The one that AGAMA takes where none is named comes first. */
    private static final List<String> METHODS = List.of("dop853", "dprkn8", "hermite");

    private static final List<String> ACCURACIES = List.of("1e-4", "1e-5", "1e-6", "1e-7", "1e-8");

    private final OrbitStars stars;
    private final int repetitions;
    private final Path scratch;
    private final OrbitTolerances ours;
    private String versions = "";

    OrbitsBesideAgama(OrbitStars stars, int repetitions, Path scratch, OrbitTolerances ours) {
        this.stars = stars;
        this.repetitions = repetitions;
        this.scratch = scratch;
        this.ours = ours;
    }

    String text() {
        Optional<String> python = Python.withAgama();
        if (python.isEmpty()) {
            return "AGAMA was not run: `AGAMA_HOME` names no folder whose `agama.so` a Python here could load.\n";
        }
        stars.write(scratch);
        var table = new Table(
                "potential", "method", "accuracy", "orbits/s and core", "Zmax error: median", "95 %", "largest");
        var ratios = new Table(
                "potential",
                "ours",
                "orbits/s and core",
                "Zmax error: 95 %",
                "AGAMA `dop853` at that error",
                "ratio",
                "AGAMA's fastest at that error",
                "ratio");
        for (String potential : OrbitTolerances.POTENTIALS) {
            Map<String, SpeedAtAccuracy> theirs = measure(python.get(), potential, table);
            for (OrbitTolerances.Measured row : ours.in(potential)) {
                compare(potential, row, theirs, ratios);
            }
        }
        Scratch.clear(scratch);
        return """
                The same stars by AGAMA (%s, `%s`), one thread, with 101 stored points; best of %d. Its errors are relative to its own
                orbits at accuracy 1e-10 in its own expansion of the potential, so that neither the sampling of the orbit nor the
                expansion is counted as error.

                %s
                Speeds of AGAMA at the error of ours, between its two neighbouring accuracies along a line in the logarithms; "-" where
                none of the accuracies above is that good or that loose:

                %s""".formatted(versions, python.get(), repetitions, table.markdown(), ratios.markdown());
    }

    private Map<String, SpeedAtAccuracy> measure(String python, String potential, Table table) {
        List<String> printed = Python.run(
                python,
                "agama_orbits.py",
                scratch,
                potential,
                OrbitTolerances.SPAN.gyr(),
                repetitions,
                String.join(",", METHODS),
                String.join(",", ACCURACIES));
        versions = printed.getFirst();
        double[] truth = RawColumn.read(scratch, "agama_reference");
        var points = new TreeMap<String, List<SpeedAtAccuracy.Point>>();
        for (String line : printed.subList(1, printed.size())) {
            String[] words = line.split(" ", -1);
            double perSecond = stars.count() / Double.parseDouble(words[2]);
            RelativeErrors errors = RelativeErrors.of(RawColumn.read(scratch, words[0] + "_" + words[1]), truth);
            points.computeIfAbsent(words[0], k -> new ArrayList<>())
                    .add(new SpeedAtAccuracy.Point(errors.of95Percent(), perSecond));
            table.row(
                    potential,
                    "`" + words[0] + "`",
                    words[1],
                    "%.0f".formatted(perSecond),
                    RelativeErrors.shown(errors.median()),
                    RelativeErrors.shown(errors.of95Percent()),
                    RelativeErrors.shown(errors.largest()));
        }
        var curves = new TreeMap<String, SpeedAtAccuracy>();
        points.forEach((method, measured) -> curves.put(method, new SpeedAtAccuracy(measured)));
        return curves;
    }

    private static void compare(
            String potential, OrbitTolerances.Measured row, Map<String, SpeedAtAccuracy> theirs, Table ratios) {
        double error = row.zmax().of95Percent();
        OptionalDouble usual = new SpeedAtAccuracy(List.of()).perSecondAt(error);
        OptionalDouble fastest = OptionalDouble.empty();
        String method = "";
        for (Map.Entry<String, SpeedAtAccuracy> entry : theirs.entrySet()) {
            OptionalDouble speed = entry.getValue().perSecondAt(error);
            if (entry.getKey().equals(METHODS.getFirst())) {
                usual = speed;
            }
            if (speed.isPresent() && speed.getAsDouble() > fastest.orElse(0)) {
                fastest = speed;
                method = entry.getKey();
            }
        }
        ratios.row(
                potential,
                row.described(),
                "%,.0f".formatted(row.perSecond()),
                RelativeErrors.shown(error),
                speed(usual),
                ratio(row, usual),
                fastest.isPresent() ? speed(fastest) + " (`" + method + "`)" : "-",
                ratio(row, fastest));
    }

    private static String speed(OptionalDouble perSecond) {
        return perSecond.isPresent() ? "%.0f".formatted(perSecond.getAsDouble()) : "-";
    }

    private static String ratio(OrbitTolerances.Measured row, OptionalDouble perSecond) {
        return perSecond.isPresent() ? "%.0f".formatted(row.perSecond() / perSecond.getAsDouble()) : "-";
    }
}
