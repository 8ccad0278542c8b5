package org.cellarius.catalogue.dust;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.hdf5.WholeHdf5;
import org.jspecify.annotations.Nullable;

/**
 * HDF5 files of lines of sight: those of Bayestar and of mwdust's combined map ({@code pixel_info} of records, {@code best_fit}, {@code samples}), and
 * those of DECaPS ({@code pixel_info} a group, {@code mean}, {@code samples}). Quantiles of samples are interpolated linearly between them.
 */
public final class SightFile {

    private static final String INFO = "pixel_info";

    private SightFile() {}

    /** How files are laid out. */
    public enum Form {
        BAYESTAR,
        DECAPS
    }

    /**
     * The lines of sight in a file.
     *
     * @param kind word of the map, for messages
     */
    public static Sights read(Path path, Form form, String kind) {
        try (HdfFile file = WholeHdf5.open(path)) {
            return read(file, path, form, kind);
        } catch (HdfException e) {
            throw new InputError(
                            "the dust map cannot be read: " + e.getMessage(),
                            path.toString(),
                            "The file is damaged, is no HDF5, or uses a filter that is not known; h5repack writes it anew without filters")
                    .withCause(e);
        }
    }

    private static Sights read(HdfFile file, Path path, Form form, String kind) {
        Node info = file.getChild(INFO);
        boolean group = info instanceof Group;
        if (!(info instanceof Group) && !(info instanceof Dataset)) {
            throw other(
                    path,
                    kind,
                    "has no " + INFO + ", but "
                            + String.join(", ", file.getChildren().keySet()));
        }
        if (group != (form == Form.DECAPS)) {
            throw other(path, kind, group ? "looks like one of decaps" : "looks like one of bayestar or combined15");
        }
        String name = group ? "mean" : "best_fit";
        if (!(file.getChild(name) instanceof Dataset best)) {
            throw other(path, kind, "has no " + name);
        }
        double[] moduli = numbers(attribute(info, "DM_bin_edges", path).getData());
        List<Sight> sights = sights(info, path);
        int distances = best.getDimensions()[best.getDimensions().length - 1];
        if (distances != moduli.length || best.getDimensions()[0] != sights.size()) {
            throw other(
                    path,
                    kind,
                    "has " + sights.size() + " lines of sight and " + moduli.length + " distances, and values for "
                            + best.getDimensions()[0] + " and " + distances);
        }
        Dataset samples = file.getChild("samples") instanceof Dataset d ? d : best;
        boolean interval = samples != best;
        MappedLines values = MappedLines.of(
                (from, count) -> lines(best, samples, from, count), sights.size(), distances, interval ? 3 : 1);
        return new Sights(Arrays.stream(moduli).boxed().toList(), sights, interval, values);
    }

    private static InputError other(Path path, String kind, String what) {
        return new InputError(
                "the file is no map of kind " + kind + ": it " + what,
                path.toString(),
                "Name another --kind, or fetch the file again");
    }

    private static Attribute attribute(Node node, String name, Path path) {
        Attribute found = node.getAttribute(name);
        if (found == null) {
            throw new InputError(
                    "the dust map has no attribute " + name,
                    path.toString(),
                    "Fetch the file again, or name another --kind");
        }
        return found;
    }

    private static List<Sight> sights(Node info, Path path) {
        Function<String, double[]> column;
        if (info instanceof Dataset records && records.getData() instanceof Map<?, ?> fields) {
            column = name -> numbers(present(fields.get(name), name, path));
        } else if (info instanceof Group group) {
            column = name ->
                    numbers(present(group.getChild(name) instanceof Dataset d ? d.getData() : null, name, path));
        } else {
            throw new InputError(INFO + " has no columns", path.toString(), "Fetch the file again");
        }
        double[] cells = column.apply("healpix_index");
        double[] sides = info instanceof Group
                ? filled(cells.length, numbers(attribute(info, "nside", path).getData())[0])
                : column.apply("nside");
        double[] converged = column.apply("converged");
        double[] least = column.apply("DM_reliable_min");
        double[] most = column.apply("DM_reliable_max");
        var sights = new ArrayList<Sight>(cells.length);
        for (int k = 0; k < cells.length; k++) {
            int side = (int) sides[k];
            if (side < 1 || Integer.bitCount(side) != 1 || !(cells[k] >= 0 && cells[k] < 12.0 * side * side)) {
                throw new InputError(
                        "line of sight " + k + " has nside " + side + " and cell " + (long) cells[k]
                                + ", which is none",
                        path.toString(),
                        "Fetch the file again");
            }
            boolean sound = converged[k] != 0;
            sights.add(new Sight(
                    Integer.numberOfTrailingZeros(side),
                    (long) cells[k],
                    sound ? least[k] : Double.POSITIVE_INFINITY,
                    sound ? most[k] : Double.NEGATIVE_INFINITY));
        }
        return sights;
    }

    private static Object present(@Nullable Object column, String name, Path path) {
        if (column == null) {
            throw new InputError(
                    INFO + " has no " + name, path.toString(), "Fetch the file again, or name another --kind");
        }
        return column;
    }

    private static double[] filled(int length, double value) {
        double[] all = new double[length];
        Arrays.fill(all, value);
        return all;
    }

    /** Numbers of any kind; the library gives truth values of h5py as words. */
    private static double[] numbers(Object data) {
        if (!data.getClass().isArray()) {
            return new double[] {number(data)};
        }
        double[] all = new double[Array.getLength(data)];
        for (int k = 0; k < all.length; k++) {
            all[k] = number(Array.get(data, k));
        }
        return all;
    }

    private static double number(Object value) {
        return switch (value) {
            case Number n -> n.doubleValue();
            case Boolean b -> b ? 1 : 0;
            case String word -> word.equals("TRUE") ? 1 : 0;
            default -> Double.NaN;
        };
    }

    private static float[] lines(Dataset best, Dataset samples, int from, int count) {
        float[] values = flat(best, from, count);
        if (samples == best) {
            return values;
        }
        int distances = best.getDimensions()[best.getDimensions().length - 1];
        int draws = samples.getDimensions()[1];
        float[] drawn = flat(samples, from, count);
        float[] all = new float[3 * values.length];
        float[] sorted = new float[draws];
        for (int line = 0; line < count; line++) {
            for (int k = 0; k < distances; k++) {
                for (int s = 0; s < draws; s++) {
                    sorted[s] = drawn[(line * draws + s) * distances + k];
                }
                Arrays.sort(sorted);
                int at = 3 * (line * distances + k);
                all[at] = values[line * distances + k];
                all[at + 1] = quantile(sorted, 0.16);
                all[at + 2] = quantile(sorted, 0.84);
            }
        }
        return all;
    }

    /** Between the two draws that it lies between, as numpy has it. */
    private static float quantile(float[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = Math.min((int) place, Math.max(0, sorted.length - 2));
        int above = Math.min(below + 1, sorted.length - 1);
        double part = place - below;
        return (float) ((1 - part) * sorted[below] + part * sorted[above]);
    }

    private static float[] flat(Dataset dataset, int from, int count) {
        int[] shape = dataset.getDimensions().clone();
        long[] start = new long[shape.length];
        start[0] = from;
        shape[0] = count;
        float[] all = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        fill(dataset.getData(start, shape), all, 0);
        return all;
    }

    private static int fill(Object data, float[] all, int at) {
        int next = at;
        switch (data) {
            case float[] numbers -> {
                System.arraycopy(numbers, 0, all, next, numbers.length);
                next += numbers.length;
            }
            case double[] numbers -> {
                for (double number : numbers) {
                    all[next++] = (float) number;
                }
            }
            case Object[] parts -> {
                for (Object part : parts) {
                    next = fill(part, all, next);
                }
            }
            default -> throw new HdfException("values are " + data.getClass().getSimpleName() + ", not numbers");
        }
        return next;
    }
}
