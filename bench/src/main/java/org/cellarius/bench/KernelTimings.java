package org.cellarius.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/**
 * All JMH benchmarks, and the watch on vectorisation: hot kernels are run once more in a JVM without the Vector API's
 * module and with the compiler's own vectoriser off. A kernel that loses nothing by that had not been vectorised.
 */
final class KernelTimings {

    /** The kernels that must run on SIMD; the polynomial is the control. */
    private static final List<String> MUST_BE_VECTORISED =
            List.of("PolynomialBenchmark.polynomial", "ForceFieldBenchmark.bicubic", "ForceFieldBenchmark.biquintic");

    /** Less than this factor is within the noise of a shared machine. */
    private static final double LEAST_GAIN = 1.5;

    private final Scale scale;

    KernelTimings(Scale scale) {
        this.scale = scale;
    }

    /** Measures; problems found by the watch are added to {@code problems}. */
    String section(List<String> problems) {
        String load = Machine.load();
        Map<String, Statistics> fast =
                run(List.of("org.cellarius.bench.*"), List.of("--add-modules=jdk.incubator.vector"));
        Map<String, Statistics> plain = run(
                MUST_BE_VECTORISED.stream().map(n -> ".*" + Pattern.quote(n)).toList(), List.of("-XX:-UseSuperWord"));
        var kernels = new Table("kernel", "median ns", "fastest ns", "million per second and core");
        fast.forEach((name, s) -> kernels.row(
                name,
                "%.1f".formatted(s.getPercentile(50)),
                "%.1f".formatted(s.getMin()),
                "%.0f".formatted(1e3 / s.getPercentile(50))));
        var watch = new Table("kernel", "fastest ns", "fastest ns without SIMD", "gain", "verdict");
        for (String name : MUST_BE_VECTORISED) {
            double with = found(fast, name).getMin();
            double without = found(plain, name).getMin();
            boolean gains = without / with >= LEAST_GAIN;
            watch.row(
                    name,
                    "%.2f".formatted(with),
                    "%.2f".formatted(without),
                    "%.1f".formatted(without / with),
                    gains ? "vectorised" : "**not vectorised**");
            if (!gains) {
                problems.add("%s gains only a factor %.2f from SIMD: it is not vectorised any more"
                        .formatted(name, without / with));
            }
        }
        return """
                ## Kernels

                JMH, one core, blocks of %,d stars taken in turn from %d, ns a star (or a random number); %d iterations of %d ms after
                as many to warm up, one fork. Load average at the start: %s.

                %s
                **Watch on vectorisation.** The same kernels in a JVM without the Vector API's module and with the compiler's
                vectoriser off. Below a factor of %.1f `bench/run` complains and ends with exit code 1.

                %s""".formatted(
                        SurveyBlock.ROWS,
                        SurveyBlock.BLOCKS,
                        scale.iterations(),
                        scale.iterationMs(),
                        load,
                        kernels.markdown(),
                        LEAST_GAIN,
                        watch.markdown());
    }

    private static Statistics found(Map<String, Statistics> all, String name) {
        Statistics statistics = all.get(name);
        if (statistics == null) {
            throw new IllegalStateException("the benchmark " + name + " was not run; was it renamed?");
        }
        return statistics;
    }

    private Map<String, Statistics> run(List<String> patterns, List<String> flags) {
        var arguments = new ArrayList<>(List.of(
                "-XX:+UseParallelGC",
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "--add-opens=java.base/java.nio=ALL-UNNAMED"));
        arguments.addAll(flags);
        ChainedOptionsBuilder options = new OptionsBuilder()
                .forks(1)
                .warmupIterations(scale.iterations())
                .warmupTime(TimeValue.milliseconds(scale.iterationMs()))
                .measurementIterations(scale.iterations())
                .measurementTime(TimeValue.milliseconds(scale.iterationMs()))
                .verbosity(VerboseMode.SILENT)
                .jvmArgs(arguments.toArray(String[]::new));
        patterns.forEach(options::include);
        try {
            Collection<RunResult> results = new Runner(options.build()).run();
            var byName = new LinkedHashMap<String, Statistics>();
            for (RunResult result : results) {
                byName.put(
                        result.getParams().getBenchmark().replace("org.cellarius.bench.", ""),
                        result.getPrimaryResult().getStatistics());
            }
            return byName;
        } catch (RunnerException e) {
            throw new IllegalStateException("the benchmarks could not be run", e);
        }
    }
}
