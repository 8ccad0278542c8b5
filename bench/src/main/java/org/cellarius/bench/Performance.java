package org.cellarius.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Measures everything and writes the page on performance: {@code Performance SCRATCH [--quick] [--page FILE]}. */
final class Performance {

    private Performance() {}

    public static void main(String[] args) throws IOException {
        List<String> options = List.of(args).subList(1, args.length);
        checkOptions(options);
        boolean quick = options.contains("--quick");
        Scale scale = quick ? Scale.QUICK : Scale.FULL;
        int page = options.indexOf("--page");
        Optional<Path> target = page >= 0
                ? Optional.of(Path.of(options.get(page + 1)))
                : quick ? Optional.empty() : Optional.of(MeasuredProcess.home().resolve("docs/performance.md"));
        Path scratch = Path.of(args[0]);

        var problems = new ArrayList<String>();
        var sections = new ArrayList<String>();
        sections.add(told(
                "file to report",
                () -> new EndToEnd(Scratch.folder(scratch.resolve("survey")), scale.repetitions())
                        .section(scale.surveyRows())));
        sections.add(told(
                "reading, writing, kernels",
                () -> new EngineTimings(scale, Scratch.folder(scratch.resolve("paths"))).section()));
        sections.add(told(
                "orbits of a table",
                () -> new OrbitsEndToEnd(Scratch.folder(scratch.resolve("table")))
                        .section(List.of((long) scale.orbitsThroughEngine()))));
        sections.add(told(
                "one core and two",
                () -> new CoresSideBySide(scale, Scratch.folder(scratch.resolve("cores"))).section()));
        sections.add(told("kernels", () -> new KernelTimings(scale).section(problems)));
        sections.add(told(
                "kernels with a target",
                () -> new TargetTimings(scale, Scratch.folder(scratch.resolve("targets"))).section()));
        sections.add(
                "## Beside the peers\n\nThe same numbers in, in the same run; speed and agreement together. Ours run once uncounted before, for the JVM to\ncompile; the peers are compiled already. Parquet is written and read where it is named, all else is in memory.\n");
        sections.add(told(
                "coordinates beside astropy",
                () -> new CoordinatesBesideAstropy(scale, Scratch.folder(scratch.resolve("sky"))).section()));
        sections.add(told(
                "draws beside numpy and astropy",
                () -> new DrawsBesideNumpy(scale, Scratch.folder(scratch.resolve("draws"))).section()));
        sections.add(told(
                "line fits beside scipy and emcee",
                () -> new FitsBesidePeers(scale, Scratch.folder(scratch.resolve("fits"))).section()));
        sections.add(told(
                "medians beside pandas",
                () -> new MediansBesidePandas(scale, Scratch.folder(scratch.resolve("plane"))).section()));
        sections.add(told(
                "running medians beside numpy",
                () -> new RunningMediansBesideNumpy(scale, Scratch.folder(scratch.resolve("running"))).section()));
        sections.add(told(
                "sky match beside STILTS and astropy",
                () -> new MatchBesidePeers(
                                quick, Scratch.folder(scratch.resolve("match")).toAbsolutePath())
                        .section()));
        sections.add(told(
                "readers beside STIL and astropy",
                () -> new ReadersBesidePeers(
                                quick,
                                Scratch.folder(scratch.resolve("readers")).toAbsolutePath())
                        .section()));
        sections.add(told(
                "orbits beside AGAMA and galpy",
                () -> new OrbitsBesidePeers(scale, Scratch.folder(scratch.resolve("orbits"))).section()));

        String earlier = target.isPresent() && Files.exists(target.get()) ? Files.readString(target.get()) : "";
        String text =
                PerformancePage.of(Machine.here(), quick, PerformancePage.writtenByHand(earlier), sections, problems);
        System.out.println(text);
        if (target.isPresent()) {
            Files.writeString(target.get(), text);
        }
        problems.forEach(p -> System.err.println("bench: " + p));
        System.exit(problems.isEmpty() ? 0 : 1);
    }

    private static void checkOptions(List<String> options) {
        for (int k = 0; k < options.size(); k++) {
            boolean page = options.get(k).equals("--page") && ++k < options.size();
            if (!page && (k >= options.size() || !options.get(k).equals("--quick"))) {
                System.err.println("usage: bench/run [--quick] [--page FILE]");
                System.exit(2);
            }
        }
    }

    private static String told(String what, Supplier<String> section) {
        System.err.println("bench: " + what + " ...");
        return section.get();
    }
}
