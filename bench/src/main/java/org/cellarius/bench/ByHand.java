package org.cellarius.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The main job beside what an astronomer writes by hand, on the same FITS file, in turn: an empty cache, then one product changed, then the script.
 */
final class ByHand {

    private static final int REPETITIONS = 3;
    private static final String PYTHON = "/usr/bin/python3";

    /** What is timed. */
    private enum Job {
        EMPTY_CACHE("`cellarius run`, empty cache"),
        ONE_PRODUCT("`cellarius run`, one product changed"),
        SCRIPT("`peers/by_hand.py`");

        private final String shown;

        Job(String shown) {
            this.shown = shown;
        }
    }

    private final Path scratch;

    private ByHand(Path scratch) {
        this.scratch = scratch;
    }

    public static void main(String[] args) {
        System.out.println(new ByHand(Path.of(args[0]))
                .section(Arrays.stream(args).skip(1).map(Long::valueOf).toList()));
    }

    private String section(List<Long> sizes) {
        boolean scripted = scripted();
        var table = new Table("rows", "job", "wall s: median (range)", "CPU s", "peak memory, MiB", "wall / script");
        String load = Machine.load();
        for (long rows : sizes) {
            MeasuredProcess.java(
                    SurveyFiles.class,
                    List.of(scratch.toString(), String.valueOf(rows), "fits"),
                    scratch.resolve("log"));
            rows(rows, scripted, table);
            Scratch.clear(scratch);
        }
        return """
                ## Beside a script by hand

                `bench/by-hand`: the study of `bench/end-to-end.yaml` and a script that makes the same products with astropy, numpy, scipy and matplotlib, in turn,
                %d times each, fresh processes. Load average at the start: %s.%s

                %s""".formatted(
                        REPETITIONS,
                        load,
                        scripted
                                ? ""
                                : " The script was left out: it needs Debian's python3-astropy, python3-scipy and python3-matplotlib.",
                        table.markdown());
    }

    private void rows(long rows, boolean scripted, Table table) {
        var done = new LinkedHashMap<Job, List<MeasuredProcess>>();
        for (Job job : Job.values()) {
            if (job != Job.SCRIPT || scripted) {
                done.put(job, new ArrayList<>());
            }
        }
        for (int k = 0; k < REPETITIONS; k++) {
            Path run = Scratch.folder(scratch.resolve("run"));
            done.forEach((job, times) -> times.add(run(job, run)));
            Scratch.clear(run);
        }
        done.forEach((job, times) -> table.row(
                "%,d".formatted(rows),
                job.shown,
                wall(times).shown(),
                "%.1f"
                        .formatted(new Timing(times.stream()
                                        .map(MeasuredProcess::cpuSeconds)
                                        .toList())
                                .medianSeconds()),
                "%.0f"
                        .formatted(times.stream()
                                .mapToDouble(MeasuredProcess::peakMiB)
                                .max()
                                .orElse(0)),
                scripted
                        ? "%.2f"
                                .formatted(wall(times).medianSeconds()
                                        / wall(done.getOrDefault(Job.SCRIPT, times))
                                                .medianSeconds())
                        : ""));
    }

    private static Timing wall(List<MeasuredProcess> times) {
        return new Timing(times.stream().map(MeasuredProcess::wallSeconds).toList());
    }

    private MeasuredProcess run(Job job, Path folder) {
        return switch (job) {
            case EMPTY_CACHE -> cellarius(folder, study(folder, ""));
            case ONE_PRODUCT -> cellarius(folder, study(folder, "window: 20000"));
            case SCRIPT ->
                MeasuredProcess.run(
                        List.of(
                                PYTHON,
                                MeasuredProcess.home()
                                        .resolve("bench/peers/by_hand.py")
                                        .toString(),
                                scratch.resolve("survey.fits").toString(),
                                folder.resolve("script").toString()),
                        Map.of(),
                        scratch.resolve("log"));
        };
    }

    private MeasuredProcess cellarius(Path folder, Path study) {
        return MeasuredProcess.run(
                List.of(
                        MeasuredProcess.home().resolve("cellarius").toString(),
                        "run",
                        study.toString(),
                        "--data=" + scratch,
                        "--out=" + folder.resolve("out"),
                        "--cache=" + folder.resolve("cache"),
                        "--force"),
                Map.of(),
                scratch.resolve("log"));
    }

    /** The study, with another setting in place of {@code changed}. */
    private static Path study(Path folder, String changed) {
        try {
            String text = Files.readString(MeasuredProcess.home().resolve("bench/end-to-end.yaml"));
            return Files.writeString(
                    folder.resolve("study.yaml"), changed.isEmpty() ? text : text.replace(changed, "window: 10000"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean scripted() {
        try {
            MeasuredProcess.run(
                    List.of(PYTHON, "-c", "import astropy, scipy, matplotlib"), Map.of(), scratch.resolve("log"));
            return true;
        } catch (IllegalStateException | UncheckedIOException missing) {
            return false;
        }
    }
}
