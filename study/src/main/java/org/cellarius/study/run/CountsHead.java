package org.cellarius.study.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.selection.CountedCells.Axis;

/**
 * The first line of a file of counts: {@code #{'healpix': 5, 'phot_g_mean_mag': [3, 20, 0.2], 'g_rp': [-2.5, 5.1, 0.4]}}, the order of the cells of the sky, and of each number from, to
 * and step of its bins.
 *
 * @param order of the cells, ICRS, nested; empty where the sky is not parted
 */
record CountsHead(Optional<Integer> order, List<Axis> axes) {

    private static final Pattern ENTRY = Pattern.compile("['\"](\\w+)['\"]\\s*:\\s*(\\d+|\\[[^\\]]*\\])");

    static CountsHead of(Path path, String where) {
        String line = firstLine(path);
        if (!line.startsWith("#{")) {
            throw new InputError(
                    "'" + path.getFileName() + "' does not say in its first line what its counts are binned by",
                    where,
                    "Begin it with a line like  #{'healpix': 5, 'phot_g_mean_mag': [3, 20, 0.2]}  and the columns healpix_, phot_g_mean_mag_, n, k");
        }
        Optional<Integer> order = Optional.empty();
        var axes = new ArrayList<Axis>();
        Matcher entries = ENTRY.matcher(line);
        while (entries.find()) {
            String name = entries.group(1);
            if (name.equals("healpix")) {
                order = Optional.of(Integer.parseInt(entries.group(2)));
            } else {
                axes.add(axis(name, entries.group(2)));
            }
        }
        return new CountsHead(order, List.copyOf(axes));
    }

    private static Axis axis(String name, String list) {
        String[] numbers = list.replaceAll("[\\[\\]\\s]", "").split(",", -1);
        if (numbers.length != 3) {
            throw new IllegalArgumentException("'" + name + "' has the bins " + list + ", not [from, to, step]");
        }
        double from = Double.parseDouble(numbers[0]);
        double to = Double.parseDouble(numbers[1]);
        double step = Double.parseDouble(numbers[2]);
        // The last bin may end beyond: as many as begin before the end.
        return new Axis(name, from, step, (int) Math.ceil((to - from) / step - 1e-9));
    }

    private static String firstLine(Path path) {
        try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            String line = reader.readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
