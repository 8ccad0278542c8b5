package org.cellarius.study.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.population.HealpixCells;
import org.cellarius.galaxy.selection.CountedCells;
import org.cellarius.galaxy.selection.FieldFractions;
import org.cellarius.galaxy.selection.GaiaCompleteness;
import org.cellarius.galaxy.selection.SelectionPart;
import org.cellarius.galaxy.selection.SkyPixels;
import org.cellarius.study.SelectionSource.Asked;
import org.cellarius.study.SelectionSource.Part;

/** Files of selection functions, in the forms in which they are published. */
final class SelectionFiles {

    /** Names of the columns of {@code apogee_sampling_fractions.csv}. */
    private static final List<String> COHORTS =
            List.of("RA", "DEC", "RADIUS", "Hmin", "Hmax", "JK0min", "JK0max", "fracSampling", "fracAK");

    /** The rows of {@code allsky_M10_hpx7.hdf5} are order, cell and M10. */
    private static final List<String> M10_ROWS = List.of("data[0]", "data[1]", "data[2]");

    private static final List<String> M10_UNIQ = List.of("UNIQ", "M10");
    private static final List<String> RVS_ROWS = List.of("ipix", "i_g", "i_c", "n", "k");

    private final StudyFiles files;
    private final Map<Path, String> inputs;

    /**
     * @param inputs receives the files that are read, by hash
     */
    SelectionFiles(StudyFiles files, Map<Path, String> inputs) {
        this.files = files;
        this.inputs = inputs;
    }

    /**
     * What a file holds.
     *
     * @param asked what it asks of a star, in its order
     * @param hash of the file's content
     */
    record Read(SelectionPart part, List<Asked> asked, String hash) {}

    Read read(Part part) {
        String where = part.place().toString();
        Path path = files.resolve(part.file(), where);
        String hash = inputs.computeIfAbsent(path, files.hashes()::of);
        try {
            return switch (part.kind()) {
                case GAIA_COMPLETENESS -> new Read(gaia(part, path), part.asked(), hash);
                case APOGEE_FRACTIONS -> new Read(apogee(part, path), part.asked(), hash);
                case GAIA_RVS -> new Read(rvs(part, path), part.asked(), hash);
                case COUNTS -> counts(part, path, hash);
            };
        } catch (IllegalArgumentException e) {
            throw new InputError(
                    "'" + part.file() + "' is no selection function of the kind '"
                            + part.kind().word() + "': " + e.getMessage(),
                    where,
                    "Check the file, and its 'kind'");
        }
    }

    private static GaiaCompleteness gaia(Part part, Path path) {
        String where = part.place().toString();
        if (SmallColumns.has(path, part.hdu(), "UNIQ", where)) {
            double[][] read = SmallColumns.of(path, part.hdu(), M10_UNIQ, where);
            long[] uniqs = longs(read[0]);
            int n = uniqs.length;
            int[] order = new int[n];
            long[] cell = new long[n];
            for (int i = 0; i < n; i++) {
                long uniq = uniqs[i];
                if (uniq < 4) {
                    throw new IllegalArgumentException("there is no cell of UNIQ " + uniq);
                }
                order[i] = (Long.numberOfTrailingZeros(Long.highestOneBit(uniq)) - 2) / 2;
                cell[i] = uniq - (4L << (2 * order[i]));
            }
            return GaiaCompleteness.of(order, cell, read[1]);
        }
        double[][] read = SmallColumns.of(path, part.hdu(), M10_ROWS, where);
        return GaiaCompleteness.of(wholes(read[0]), longs(read[1]), read[2]);
    }

    private static FieldFractions apogee(Part part, Path path) {
        double[][] c = SmallColumns.of(path, part.hdu(), COHORTS, part.place().toString());
        return new FieldFractions(IntStream.range(0, c[0].length)
                .mapToObj(i -> new FieldFractions.Cohort(
                        c[0][i], c[1][i], c[2][i], c[3][i], c[4][i], c[5][i], c[6][i], c[7][i], c[8][i]))
                .toList());
    }

    /** The order of the sky and the bins are those of the file's cells and middles; its cells are of the Galactic sky. */
    private static CountedCells rvs(Part part, Path path) {
        String where = part.place().toString();
        double[][] c = SmallColumns.of(path, Optional.of(part.hdu().orElse("data")), RVS_ROWS, where);
        long[] pixels = longs(c[0]);
        List<CountedCells.Axis> axes = List.of(
                axis("magnitude", SmallColumns.anywhere(path, "g_mid", where)),
                axis("colour", SmallColumns.anywhere(path, "c_mid", where)));
        long largest = IntStream.range(0, pixels.length)
                .mapToLong(i -> pixels[i])
                .max()
                .orElse(0);
        int order = 0;
        while (12L << (2 * order) <= largest) {
            order++;
        }
        if (largest + 1 != 12L << (2 * order)) {
            throw new IllegalArgumentException(
                    "its cells end with " + largest + ", which is the last one of no order: the sky is not whole");
        }
        var sky = new SkyPixels.Galactic(HealpixCells.ofSky(order));
        return new CountedCells(sky, axes, rows(pixels, List.of(longs(c[1]), longs(c[2])), longs(c[3]), longs(c[4])));
    }

    private static CountedCells.Axis axis(String name, double[] middles) {
        if (middles.length < 2) {
            throw new IllegalArgumentException("the bins of the " + name + " have no two middles");
        }
        double step = (middles[middles.length - 1] - middles[0]) / (middles.length - 1);
        double from = middles[0] - 0.5 * step;
        return new CountedCells.Axis(name, from, from + middles.length * step, step);
    }

    private static Read counts(Part part, Path path, String hash) {
        String where = part.place().toString();
        CountsHead head = CountsHead.of(path, where);
        var names = new ArrayList<String>();
        head.order().ifPresent(o -> names.add("healpix_"));
        head.axes().forEach(a -> names.add(a.name() + "_"));
        names.addAll(List.of("n", "k"));
        double[][] c = SmallColumns.of(path, part.hdu(), names, where);
        int first = head.order().isPresent() ? 1 : 0;
        long[] pixels = first == 1 ? longs(c[0]) : new long[c[0].length];
        List<long[]> bins = IntStream.range(0, head.axes().size())
                .mapToObj(a -> longs(c[first + a]))
                .toList();
        SkyPixels sky = head.order()
                .<SkyPixels>map(o -> new SkyPixels.Icrs(HealpixCells.ofSky(o)))
                .orElse(new SkyPixels.Whole());
        var cells =
                new CountedCells(sky, head.axes(), rows(pixels, bins, longs(c[c.length - 2]), longs(c[c.length - 1])));
        return new Read(cells, asked(part, head), hash);
    }

    /** What stars have in place of the file's names: what the study says, else the column of that name. */
    private static List<Asked> asked(Part part, CountsHead head) {
        for (Asked asked : part.asked()) {
            asked.place()
                    .oneOf(
                            asked.name(),
                            head.axes().stream().map(CountedCells.Axis::name).toList(),
                            "a number that '" + part.file() + "' has bins of");
        }
        return head.axes().stream()
                .map(axis -> part.asked().stream()
                        .filter(a -> a.name().equals(axis.name()))
                        .findFirst()
                        .orElse(new Asked(axis.name(), axis.name(), part.place())))
                .toList();
    }

    private static List<CountedCells.Row> rows(long[] pixels, List<long[]> bins, long[] n, long[] k) {
        var rows = new ArrayList<CountedCells.Row>(pixels.length);
        for (int i = 0; i < pixels.length; i++) {
            int row = i;
            rows.add(new CountedCells.Row(
                    whole(pixels[i]), bins.stream().map(b -> whole(b[row])).toList(), n[i], k[i]));
        }
        return rows;
    }

    private static long[] longs(double[] numbers) {
        long[] whole = new long[numbers.length];
        for (int i = 0; i < whole.length; i++) {
            if (numbers[i] != Math.rint(numbers[i])) {
                throw new IllegalArgumentException(
                        "row " + (i + 1) + " has " + numbers[i] + " where a whole number is wanted");
            }
            whole[i] = (long) numbers[i];
        }
        return whole;
    }

    private static int[] wholes(double[] numbers) {
        long[] all = longs(numbers);
        return IntStream.range(0, all.length).map(i -> whole(all[i])).toArray();
    }

    private static int whole(long number) {
        if (number != (int) number) {
            throw new IllegalArgumentException("no cell, bin or order has the number " + number);
        }
        return (int) number;
    }
}
