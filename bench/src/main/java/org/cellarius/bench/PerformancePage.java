package org.cellarius.bench;

import java.util.List;

/** The page on performance: measured sections between a head and a reading of them. */
final class PerformancePage {

    private PerformancePage() {}

    private static final String BEGIN = "<!-- bench/run keeps what stands between here -->";
    private static final String END = "<!-- and here -->";

    /** What was written by hand into an earlier page, with its marks; empty if there is nothing. */
    static String writtenByHand(String earlier) {
        int begin = earlier.indexOf(BEGIN);
        int end = earlier.indexOf(END, Math.max(begin, 0));
        return begin < 0 || end < 0 ? "" : earlier.substring(begin, end + END.length()) + "\n\n";
    }

    static String of(
            Machine machine, boolean quick, String writtenByHand, List<String> sections, List<String> problems) {
        String found = problems.isEmpty() ? "" : "**Found by this run:** " + String.join("; ", problems) + ".\n\n";
        return """
                # Performance

                Written by `bench/run`; what stands between marks is kept, all else is not to be edited. Times of one day on one machine, which others may have used at the same time: the
                load averages tell. Every speed stands beside a check of what was computed.

                Machine: %s.

                Commands: `bench/run%s` for this page, `bench/end-to-end [ROWS ...]` for surveys from the file to the report,
                `bench/orbits-end-to-end [STARS ...]` for orbits of whole tables, `bench/sections orbits` for orbits beside AGAMA's and
                galpy's.

                %s%s%s
                %s""".formatted(
                        machine.described(),
                        quick ? " --quick" : "",
                        found,
                        writtenByHand,
                        String.join("\n", sections),
                        READING);
    }

    private static final String READING = """
            ## What the numbers mean

            * A run reads its file once and then works on Parquet stages; every product reads only the columns it needs. In a
              flight recording of 1e7 rows about half of the time went into writing stages (zstd, level 1), most of the rest into
              the passes of the products; figures and report are a constant of a few seconds, which is most of a small run.
            * On a machine that others use, the CPU seconds divided by the number of cores are the better estimate of what a quiet
              machine would need at best.
            * Statistics fold fixed blocks in a fixed order, so that results do not depend on the number of threads. The database
              reads ahead on all cores; the folding itself is one thread.
            * Memory is the JVM, its heap and the database's buffers. What is allowed is used, so a large run fills more of it than a
              small one, up to a ceiling that the settings make (heap plus `--memory` plus a third of a GiB for the JVM itself), not
              the rows: the largest survey also runs in the small setting of the first table.
            * The kernel path is bound by the single thread that hands numbers to the database one by one and by compression, not
              by the kernels: compare its million rows a second with the kernels' own.

            * AGAMA and galpy give every orbit's whole path in three dimensions for any potential; ours gives the extrema of orbits in
              axisymmetric ones. The ratios compare what a catalogue's Zmax, peri- and apocentre cost, nothing else.

            ## Weak spots

            * Every range, count and statistic of a product is a pass that reads its columns anew. Statistics of one product could
              share passes.
            * Every stage rewrites all kept columns, and the final star table is copied once more into the results. Conversion, cuts
              and positions could be one stage.
            * A FITS file is read by one thread and written to Parquet before anything else happens.
            * Groups (slices, cells) are found star by star in scalar code; weighted sums gather through an index. Neither runs on
              SIMD.
            * Reading and writing are one thread beside the kernels' threads: slow kernels (orbits) keep two cores busy, fast ones (draws
              of phase space) do not.
            * Orbits and draws gain less than 1.9 from a second core; Stäckel summaries star by star stay below a million a second and
              core, those from tables reach it.
            * For medians of data that fit in memory, libraries that hold all values are hard to beat: ours read the file once per
              pass for not holding them.
            * The times of a shared machine scatter by tens of per cent; ranges are given, and ratios within one table are better
              than numbers between tables.
            """;
}
