package org.cellarius.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Kernels with a target, in CPU time of one thread, which other users of the machine change less than the wall time of JMH; each in a
 * process of its own. Alone: {@code TargetTimings SCRATCH [--quick]}.
 */
final class TargetTimings {

    private static final double LEAST_SECONDS = 0.25;

    private final Scale scale;
    private final Path scratch;

    TargetTimings(Scale scale, Path scratch) {
        this.scale = scale;
        this.scratch = scratch;
    }

    public static void main(String[] args) {
        boolean quick = List.of(args).contains("--quick");
        System.out.println(
                new TargetTimings(quick ? Scale.QUICK : Scale.FULL, Scratch.folder(Path.of(args[0], "targets")))
                        .section());
    }

    String section() {
        String load = Machine.load();
        var table = new Table("what", "million per CPU second: best (median)", "target", "checked");
        for (int k = 0; k < KernelTarget.ALL.size(); k++) {
            KernelTarget target = KernelTarget.ALL.get(k);
            List<String> printed = MeasuredProcess.java(
                            One.class,
                            List.of(String.valueOf(k), String.valueOf(3 * scale.iterations())),
                            scratch.resolve("log"))
                    .printed();
            table.row(target.what(), printed.get(0), target.wanted(), printed.get(1));
        }
        Scratch.clear(scratch);
        return """
                ### Kernels with a target

                Million stars or draws per second of CPU time of one thread, blocks in turn, each kernel in a fresh process; %d repetitions
                of a quarter of a second or more after as many that do not count. Load average at the start: %s.

                %s""".formatted(3 * scale.iterations(), load, table.markdown());
    }

    /** One kernel: {@code One NUMBER REPETITIONS}. */
    static final class One {

        private One() {}

        public static void main(String[] args) {
            KernelTarget target = KernelTarget.ALL.get(Integer.parseInt(args[0]));
            int repetitions = Integer.parseInt(args[1]);
            Runnable call = target.work().get();
            double[] speeds = IntStream.range(0, 2 * repetitions)
                    .mapToDouble(k -> millionPerSecond(target.itemsPerCall(), call))
                    .skip(repetitions)
                    .sorted()
                    .toArray();
            double best = DoubleStream.of(speeds).max().orElseThrow();
            System.out.printf("%.2f (%.2f)%n", best, speeds[speeds.length / 2]);
            System.out.println(target.check().get());
        }

        private static double millionPerSecond(int items, Runnable call) {
            long calls = 0;
            double seconds = 0;
            while (seconds < LEAST_SECONDS) {
                seconds += OrbitTolerances.cpuSeconds(call);
                calls++;
            }
            return items * calls / seconds * 1e-6;
        }
    }
}
