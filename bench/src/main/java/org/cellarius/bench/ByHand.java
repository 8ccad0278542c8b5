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
 * A study beside what an astronomer writes by hand, on the same FITS file, in turn: an empty cache, then one product changed, then the script. {@code ByHand SCRATCH
 * [figures] ROWS ...}: the main job, or the figures of a paper.
 */
final class ByHand {

    private static final int REPETITIONS = 3;
    private static final String PYTHON = "/usr/bin/python3";

    /**
     * What is made both ways.
     *
     * @param study the study in {@code bench}
     * @param script the script in {@code bench/peers}
     * @param setting of one product
     * @param changed the same, changed
     */
    private record Work(String study, String script, String setting, String changed) {}

    private static final Work MAIN_JOB = new Work("end-to-end.yaml", "by_hand.py", "window: 20000", "window: 10000");
    private static final Work FIGURES = new Work("figures.yaml", "by_hand_figures.py", "window: 200", "window: 400");

    /** What is timed. */
    private enum Job {
        EMPTY_CACHE("`cellarius run`, empty cache"),
        ONE_PRODUCT("`cellarius run`, one product changed"),
        SCRIPT("the script");

        private final String shown;

        Job(String shown) {
            this.shown = shown;
        }
    }

    private final Path scratch;
    private final Work work;

    private ByHand(Path scratch, Work work) {
        this.scratch = scratch;
        this.work = work;
    }

    public static void main(String[] args) {
        boolean figures = args[1].equals("figures");
        System.out.println(new ByHand(Path.of(args[0]), figures ? FIGURES : MAIN_JOB)
                .section(Arrays.stream(args)
                        .skip(figures ? 2 : 1)
                        .map(Long::valueOf)
                        .toList()));
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

                `bench/by-hand`: the study `bench/%s` and a script (`bench/peers/%s`) that makes the same products with astropy, numpy, pandas, scipy and
                matplotlib, in turn, %d times each, fresh processes. Load average at the start: %s.%s

                %s""".formatted(
                        work.study(),
                        work.script(),
                        REPETITIONS,
                        load,
                        scripted
                                ? ""
                                : " The script was left out: it needs Debian's python3-astropy, python3-pandas, python3-scipy and python3-matplotlib.",
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
            case EMPTY_CACHE -> cellarius(folder, study(folder, work.setting()));
            case ONE_PRODUCT -> cellarius(folder, study(folder, work.changed()));
            case SCRIPT ->
                MeasuredProcess.run(
                        List.of(
                                PYTHON,
                                MeasuredProcess.home()
                                        .resolve("bench/peers/" + work.script())
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

    /** The study with a setting of one of its products. */
    private Path study(Path folder, String setting) {
        try {
            String text = Files.readString(MeasuredProcess.home().resolve("bench/" + work.study()));
            return Files.writeString(folder.resolve("study.yaml"), text.replace(work.setting(), setting));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean scripted() {
        try {
            MeasuredProcess.run(
                    List.of(PYTHON, "-c", "import astropy, pandas, scipy, matplotlib"),
                    Map.of(),
                    scratch.resolve("log"));
            return true;
        } catch (IllegalStateException | UncheckedIOException missing) {
            return false;
        }
    }
}
