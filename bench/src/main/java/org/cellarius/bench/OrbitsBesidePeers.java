package org.cellarius.bench;

import java.nio.file.Path;

/** Orbits: what our tolerances cost, and the same stars by AGAMA and galpy in the same run. Alone: {@code OrbitsBesidePeers SCRATCH [--quick]}. */
final class OrbitsBesidePeers {

    private final Scale scale;
    private final Path scratch;

    OrbitsBesidePeers(Scale scale, Path scratch) {
        this.scale = scale;
        this.scratch = scratch;
    }

    public static void main(String[] args) {
        boolean quick = args.length > 1 && args[1].equals("--quick");
        System.out.println(
                new OrbitsBesidePeers(quick ? Scale.QUICK : Scale.FULL, Scratch.folder(Path.of(args[0], "orbits")))
                        .section());
    }

    String section() {
        OrbitStars stars = OrbitStars.found().spread(scale.orbitStars());
        String load = Machine.load();
        var ours = new OrbitTolerances(stars, scale.repetitions());
        String agama = new OrbitsBesideAgama(stars, scale.repetitions(), scratch, ours).text();
        String galpy = new OrbitsBesideGalpy(stars, scale.peerOrbits(), scratch, ours).text();
        return """
                ### Orbits: %.0f Gyr

                %,d stars, %s. One thread, orbits per second of CPU time, best of %d. Load average at the start: %s.

                Ours. Extrema are found within the steps. The truth is ours with the accurate forces and a tolerance of a hundredth of
                the accurate one; evaluations are those of the force on one star; ns per evaluation is all the time divided by them.

                %s
                %s
                %s""".formatted(
                        OrbitTolerances.SPAN.gyr(),
                        stars.count(),
                        stars.origin(),
                        scale.repetitions(),
                        load,
                        ours.table(),
                        agama,
                        galpy);
    }
}
