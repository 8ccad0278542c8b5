package org.cellarius.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** {@code ./cellarius run} on generated surveys, from the file to the report, in fresh processes with nothing cached. */
final class EndToEnd {

    /** Memory that a run may use, the same for all sizes: it must not grow with the rows. */
    private record Memory(int heapMiB, int databaseMiB) {
        static final Memory USUAL = new Memory(1024, 1024);
        static final Memory SMALL = new Memory(256, 512);

        String shown() {
            return heapMiB + " + " + databaseMiB;
        }
    }

    /** The formats of catalogue files that are read. */
    private enum Format {
        PARQUET,
        FITS;

        String file() {
            return "survey." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Path scratch;
    private final int repetitions;

    EndToEnd(Path scratch, int repetitions) {
        this.scratch = scratch;
        this.repetitions = repetitions;
    }

    public static void main(String[] args) {
        var endToEnd = new EndToEnd(Path.of(args[0]), 1);
        System.out.println(
                endToEnd.section(Arrays.stream(args).skip(1).map(Long::valueOf).toList()));
    }

    String section(List<Long> sizes) {
        String load = Machine.load();
        var table = new Table(
                "rows",
                "file",
                "heap + database, MiB",
                "wall s: median (range)",
                "CPU s",
                "rows/s",
                "peak memory, MiB",
                "slope of the first slice, dex/kpc (truth %.3f)".formatted(SurveyFiles.TRUTH.radialSlopeDexPerKpc()));
        for (long rows : sizes) {
            MeasuredProcess.java(
                    SurveyFiles.class,
                    List.of(scratch.toString(), String.valueOf(rows), "fits"),
                    scratch.resolve("log"));
            for (Format format : Format.values()) {
                measure(rows, format, Memory.USUAL, table);
            }
            measure(rows, Format.PARQUET, Memory.SMALL, table);
            Scratch.clear(scratch);
        }
        return """
                ## From a file to the report

                `./cellarius run` in a fresh process with an empty stage cache: read the file, convert units, take out fillers, place
                the stars, four cuts, gradients in four slices, a vertical gradient, two maps, distributions, a running median,
                all tables and figures, the report ([study](../bench/end-to-end.yaml)). Heap and database are given by
                `CELLARIUS_JAVA_OPTIONS=-Xmx…m` and `--memory=…`. Peak memory is the kernel's high-water mark of the whole process (heap,
                database, JVM); CPU time adds up all threads. The file had just been
                written, so the operating system may still hold it. Repetitions: %d. Load average at the start: %s. Target: 1e7
                rows from Parquet to the report in less than 60 s and 4 GiB, memory not growing with rows.

                %s""".formatted(repetitions, load, table.markdown());
    }

    private void measure(long rows, Format format, Memory memory, Table table) {
        var seconds = new ArrayList<Double>();
        var cpuSeconds = new ArrayList<Double>();
        double peakMiB = 0;
        String slope = "";
        for (int k = 0; k < repetitions; k++) {
            Path run = Scratch.folder(scratch.resolve("run"));
            MeasuredProcess done = MeasuredProcess.run(
                    List.of(
                            MeasuredProcess.home().resolve("cellarius").toString(),
                            "run",
                            study(format, run).toString(),
                            "--data=" + scratch,
                            "--out=" + run.resolve("out"),
                            "--cache=" + run.resolve("cache"),
                            "--memory=" + memory.databaseMiB()),
                    Map.of("CELLARIUS_JAVA_OPTIONS", "-Xmx" + memory.heapMiB() + "m"),
                    scratch.resolve("log"));
            seconds.add(done.wallSeconds());
            cpuSeconds.add(done.cpuSeconds());
            peakMiB = Math.max(peakMiB, done.peakMiB());
            slope = slope(run.resolve("out"));
            Scratch.clear(run);
        }
        var timing = new Timing(seconds);
        table.row(
                "%,d".formatted(rows),
                format,
                memory.shown(),
                timing.shown(),
                "%.0f".formatted(new Timing(cpuSeconds).medianSeconds()),
                "%,.0f".formatted(rows / timing.medianSeconds()),
                "%.0f".formatted(peakMiB),
                slope);
    }

    private static Path study(Format format, Path folder) {
        try {
            String text = Files.readString(MeasuredProcess.home().resolve("bench/end-to-end.yaml"));
            return Files.writeString(folder.resolve("study.yaml"), text.replace("survey.fits", format.file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The measured gradient nearest to the plane, with its error. */
    private static String slope(Path results) {
        try {
            List<String> lines = Files.readAllLines(results.resolve("tables/radial-gradient.csv"));
            List<String> names = List.of(lines.get(0).split(",", -1));
            String[] first = lines.get(1).split(",", -1);
            return "%.5f ± %.5f"
                    .formatted(
                            Double.valueOf(first[names.indexOf("slope")]),
                            Double.valueOf(first[names.indexOf("slope_sd_scaled")]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
