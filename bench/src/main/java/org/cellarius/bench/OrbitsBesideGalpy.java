package org.cellarius.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Zmax of the same stars over the same span by galpy, as it is usually run. */
final class OrbitsBesideGalpy {

    /** What people usually store of an orbit. */
    private static final int SAMPLES = 101;

    private static final List<String> METHODS = List.of("dop853_c", "symplec4_c");
    private static final String POTENTIAL = "MWPotential2014";

    private final OrbitStars stars;
    private final int followed;
    private final Path scratch;
    private final OrbitTolerances ours;

    OrbitsBesideGalpy(OrbitStars stars, int followed, Path scratch, OrbitTolerances ours) {
        this.stars = stars;
        this.followed = followed;
        this.scratch = scratch;
        this.ours = ours;
    }

    String text() {
        Optional<String> python = Python.with("numpy", "galpy");
        if (python.isEmpty()) {
            return "No Python with galpy on this machine: the comparison was left out.\n";
        }
        double[] zmaxKpc = ours.truthKpc(POTENTIAL);
        int[] rows = IntStream.range(0, zmaxKpc.length)
                .filter(i -> !Double.isNaN(zmaxKpc[i]))
                .limit(followed)
                .toArray();
        stars.only(rows).write(scratch);
        double[] truth = IntStream.of(rows).mapToDouble(i -> zmaxKpc[i]).toArray();
        var table = new Table("potential", "method", "orbits/s and core", "Zmax error: median", "95 %", "largest");
        String versions = "";
        for (String method : METHODS) {
            List<String> printed =
                    Python.run(python.get(), "galpy_orbits.py", scratch, method, SAMPLES, OrbitTolerances.SPAN.gyr());
            RelativeErrors errors = RelativeErrors.of(RawColumn.read(scratch, "peer_zmax"), truth);
            versions = printed.getFirst();
            table.row(
                    POTENTIAL,
                    "`" + method + "`",
                    "%.1f".formatted(rows.length / Double.parseDouble(printed.get(1))),
                    RelativeErrors.shown(errors.median()),
                    RelativeErrors.shown(errors.of95Percent()),
                    RelativeErrors.shown(errors.largest()));
        }
        Scratch.clear(scratch);
        return """
                The first %d of the bound stars by galpy, once (%s). Its Zmax is the largest |z| of %d samples, as usual; its errors are
                relative to our truth.

                %s""".formatted(rows.length, versions, SAMPLES, table.markdown());
    }
}
